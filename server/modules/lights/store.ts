import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Light } from '../../kernel/figure/light.ts';
import type { Why } from '../../kernel/figure/lit.ts';
import type { LightHistory } from './contract.ts';

export type Now = { readonly light: string; readonly reason: string; readonly since: Date };

/** Every light as it was last recorded, by subject. */
export async function readNow({ client, district }: Transaction): Promise<ReadonlyMap<string, Now>> {
  const { rows } = await client.query<{ subject: string; light: string; reason: string; since: Date }>({
    name: 'lights_now',
    text: 'SELECT subject, light, reason, since FROM light_now WHERE district = $1',
    values: [district],
  });
  return new Map(rows.map(({ subject, ...now }) => [subject, now]));
}

export type Change = {
  readonly subject: string;
  readonly light: Light;
  readonly before: string | null;
  readonly why: Why;
  /** Of a measure or a unit: the part whose light it took. Kept among the numbers of the reason, which are that part's. */
  readonly part?: string;
};

/** Records lights that changed, and forgets the present light of what is lit no more; its history stays. */
export async function writeChanges(
  { client, district }: Transaction,
  changes: readonly Change[],
  gone: readonly string[],
  { at, day, newId }: { readonly at: Date; readonly day: string; readonly newId: () => string },
): Promise<void> {
  const rows = JSON.stringify(
    changes.map(({ subject, light, before, why: { reason, params }, part }) => ({
      id: newId(),
      subject,
      light,
      before,
      reason,
      params: part ? { ...params, part } : params,
    })),
  );
  await client.query(
    `INSERT INTO light_change (district, subject, id, at, day, light, before, reason, params)
     SELECT $1, c.subject, c.id, $3, $4, c.light, c.before, c.reason, c.params
     FROM jsonb_to_recordset($2::jsonb) AS c (id uuid, subject text, light text, before text, reason text, params jsonb)`,
    [district, rows, at, day],
  );
  await client.query(
    `INSERT INTO light_now (district, subject, light, reason, since)
     SELECT $1, c.subject, c.light, c.reason, $3 FROM jsonb_to_recordset($2::jsonb) AS c (subject text, light text, reason text)
     ON CONFLICT (district, subject) DO UPDATE SET light = excluded.light, reason = excluded.reason,
       since = CASE WHEN light_now.light = excluded.light THEN light_now.since ELSE excluded.since END`,
    [district, rows, at],
  );
  if (gone.length > 0) await client.query('DELETE FROM light_now WHERE district = $1 AND subject = ANY ($2)', [district, gone]);
}

/** Newest first; `after` is the id of the last row of the page before. */
export async function listChanges(
  { db, district }: Transaction,
  subject: string,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<(LightHistory['changes'][number] & { readonly id: string })[]> {
  let rows = db.selectFrom('light_change').selectAll().where('district', '=', district).where('subject', '=', subject);
  if (page.after) rows = rows.where('id', '<', page.after);
  return (await rows.orderBy('id', 'desc').limit(page.limit).execute()).map((row) => {
    const { part, ...params } = row.params as Why['params']; // reason: writeChanges alone writes these columns
    return {
      id: row.id,
      at: row.at.toISOString(),
      light: row.light as Light, // reason: as above
      before: row.before as Light | null, // reason: as above
      why: { reason: row.reason, params },
      part: part === undefined ? null : String(part),
    };
  });
}
