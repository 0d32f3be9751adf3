import { Type } from 'typebox';
import { actorKey, system } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { Text } from '../../../kernel/command/text.ts';
import { job } from '../../../kernel/job/declare.ts';
import { Problem } from '../../../kernel/problem.ts';
import { addDays, startOfDay } from '../../../kernel/term/day.ts';
import { daysSentSince, takeBackRecords } from '../../records/module.ts';
import { maySettleFlags } from '../may.ts';
import { Id } from '../shapes.ts';
import { takeBackService } from './count.ts';
import { flagsOf, type SeriesFlag } from './series.ts';
import { seriesRulesOn } from './series-rules.ts';
import { IMPORTED, readSeries } from './series-store.ts';

/** Days that late imports were about; more than a month of them would be a history that was brought along. */
const MOST_DAYS = 31;

/**
 * Looks at yesterday's services, and at every day of which rows were imported since, and keeps what looks otherwise than people do. Run
 * again it finds the same; what somebody has settled stays settled.
 */
export const watchSeries = command({
  name: 'gigs.watch-series',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work): Promise<{ days: number; found: number; added: number }> => {
    const { transaction, today } = work;
    const yesterday = addDays(today, -1);
    const late = await daysSentSince(transaction, IMPORTED, startOfDay(yesterday), MOST_DAYS);
    const days = [...new Set([yesterday, ...late.filter((day) => day < today)])];
    let [found, added] = [0, 0];
    for (const day of days) {
      const rules = seriesRulesOn(day);
      const { rows, history } = await readSeries(transaction, day, rules);
      const imported = new Set(rows.filter(({ origin }) => origin === 'import').map(({ id }) => id));
      for (const flag of flagsOf(rows, history, rules)) {
        found += 1;
        if (await keepFlag(work, day, flag, imported)) added += 1;
      }
    }
    return { days: days.length, found, added };
  },
  audit: (_input, answer) => answer,
});

/** Whether it is new. An open one is brought up to date: more of the same may have come in. */
async function keepFlag(
  { transaction: { client, district }, newId, now }: Work,
  day: string,
  { test, subject, params, rows }: SeriesFlag,
  imported: ReadonlySet<string>,
): Promise<boolean> {
  const id = newId();
  const { rows: kept } = await client.query<{ id: string }>(
    `INSERT INTO gig_service_flag (district, id, test, subject, day, params, found_at, services, imported) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (district, test, subject, day) DO UPDATE SET params = excluded.params, services = excluded.services, imported = excluded.imported
       WHERE gig_service_flag.outcome IS NULL RETURNING id`,
    [
      district,
      id,
      test,
      subject,
      day,
      JSON.stringify(params),
      now,
      rows.filter((row) => !imported.has(row)),
      rows.filter((row) => imported.has(row)),
    ],
  );
  return kept[0]?.id === id;
}

/** Every night, when yesterday's desks are closed. */
export const watchSeriesJob = job({
  name: 'gigs.watch-series',
  schedule: '40 2 * * *',
  run: async (_data, kernel: Kernel) => {
    const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
    for (const { code } of rows) await execute(kernel, watchSeries, {}, { district: code, actor: system('gigs') });
  },
});

/**
 * Somebody has looked at the records behind a flag: they are sound, or they are taken back, all of them, with their facts. What came from
 * a placement is left: that is corrected where it was made. Nobody settles what they wrote down themselves.
 */
export const settleFlag = command({
  name: 'gigs.settle-flag',
  route: 'POST /api/gig-flags/:flag/settle',
  input: Type.Object(
    { flag: Id, outcome: Type.Enum(['sound', 'reversed']), reason: Text(4, 400) },
    { additionalProperties: false },
  ),
  may: maySettleFlags,
  run: async ({ flag, outcome, reason }, work): Promise<{ takenBack: number; left: number }> => {
    const { transaction, actor, now } = work;
    const { client, district } = transaction;
    const { rows } = await client.query<{ subject: string; outcome: string | null; services: string[]; imported: string[] }>(
      'SELECT subject, outcome, services, imported FROM gig_service_flag WHERE district = $1 AND id = $2 FOR UPDATE',
      [district, flag],
    );
    const [found] = rows;
    if (!found) throw new Problem('not-found', 'no-gig-flag');
    if (found.outcome !== null) throw new Problem('conflict', 'gig-flag-settled');
    if (found.subject === actorKey(actor)) throw new Problem('forbidden', 'gig-flag-own');
    const taken = outcome === 'reversed' ? await takeAllBack(work, found, reason) : { takenBack: 0, left: 0 };
    await client.query(
      'UPDATE gig_service_flag SET outcome = $3, reason = $4, settled_by = $5, settled_at = $6 WHERE district = $1 AND id = $2',
      [district, flag, outcome, reason.trim(), 'name' in actor ? actor.name : actorKey(actor), now],
    );
    return taken;
  },
  audit: ({ flag, outcome, reason }, answer) => ({ flag, outcome, reason, ...answer }),
});

async function takeAllBack(
  work: Work,
  { services, imported }: { readonly services: readonly string[]; readonly imported: readonly string[] },
  reason: string,
): Promise<{ takenBack: number; left: number }> {
  let [takenBack, left] = [0, 0];
  for (const service of services) {
    const outcome = await takeBackService(work, service, reason);
    if (outcome === 'taken-back') takenBack += 1;
    else if (outcome === 'of-placement') left += 1;
  }
  const { records } = await takeBackRecords(work, IMPORTED, imported, reason);
  return { takenBack: takenBack + records, left };
}
