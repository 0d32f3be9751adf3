import { type Static, Type } from 'typebox';
import { visibleScope } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { coversAll, mayRead } from '../access.ts';
import { holdsPersonal, recordKinds } from '../catalogue.ts';
import type { RecordDetail, RecordFact, RecordList, RecordView } from '../contract.ts';
import { getRecordType } from '../send-rows.ts';
import { stateOf, type ViewRow, viewColumns, viewJoins, viewOf } from './record-view.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Id = Type.String({ pattern: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' });

/** Which records: of a type, and narrowed by day (from the first, before the last), area, unit or file. */
export const RecordFilter = Type.Object(
  {
    type: Type.String({ maxLength: 60 }),
    from: Type.Optional(Day),
    until: Type.Optional(Day),
    area: Type.Optional(Type.String({ pattern: '^\\d{12}$' })),
    unit: Type.Optional(Type.String({ maxLength: 80 })),
    import: Type.Optional(Id),
    /** The reversed and revised ones too. */
    all: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type RecordFilter = Static<typeof RecordFilter>;

/** Records that the asker may see, newest day first; `next` goes on after the last. Reversed and revised ones only when asked for. */
export const listRecords = query({
  name: 'records.list-records',
  route: 'GET /api/records/:type',
  input: Type.Object(
    {
      ...RecordFilter.properties,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      after: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}_[0-9a-f-]{36}$' })),
    },
    { additionalProperties: false },
  ),
  may: mayRead,
  run: async (input, reading): Promise<RecordList> => {
    getRecordType(input.type);
    const limit = input.limit ?? 50;
    const [day, id] = input.after?.split('_') ?? [];
    const rows = await readRecords(input, reading, { after: day && id ? { day, id } : undefined, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return { rows: page, next: rows.length > limit && last ? `${last.day}_${last.id}` : null };
  },
  audit: ({ type, from, until, area, unit, import: file }, { rows }) =>
    rows.length > 0 && holdsPersonal(type) ? { type, from, until, area, unit, import: file, shown: rows.length } : undefined,
});

/** Up to `limit` records that the asker may see, newest day first, after the last of the page before. */
export async function readRecords(
  input: RecordFilter,
  reading: Reading,
  { after, limit }: { after: { day: string; id: string } | undefined; limit: number },
): Promise<RecordView[]> {
  const scope = visibleScope(mayRead, reading.actor);
  if (!scope) return [];
  const { rows } = await reading.transaction.client.query<ViewRow>(
    `SELECT ${viewColumns} FROM record r ${viewJoins}
       WHERE r.district = $1 AND r.type = $2 AND ($3::date IS NULL OR r.day >= $3) AND ($4::date IS NULL OR r.day < $4)
         AND ($5::text IS NULL OR r.area = $5 OR r.town = $5) AND ($6::text IS NULL OR r.unit = $6) AND ($7::uuid IS NULL OR r.import = $7)
         AND ($8 OR (r.revised_by IS NULL AND r.reversed_at IS NULL))
         AND ($9::date IS NULL OR (r.day, r.id) < ($9::date, $10::uuid))
         AND ($11 OR r.unit = ANY ($12) OR r.area = ANY ($13) OR r.town = ANY ($13))
       ORDER BY r.day DESC, r.id DESC LIMIT $14`,
    [
      reading.district,
      input.type,
      input.from ?? null,
      input.until ?? null,
      input.area ?? null,
      input.unit ?? null,
      input.import ?? null,
      input.all ?? false,
      after?.day ?? null,
      after?.id ?? null,
      scope === 'district' || coversAll(scope.areas),
      scope === 'district' ? [] : scope.units,
      scope === 'district' ? [] : scope.areas,
      limit,
    ],
  );
  return rows.map((row) => viewOf(row, reading));
}

/** One record with its facts and its history. */
export const getRecord = query({
  name: 'records.get-record',
  route: 'GET /api/record/:record',
  input: Type.Object({ record: Id }, { additionalProperties: false }),
  may: mayRead,
  scope: async ({ record }, { transaction: { client, district } }) => {
    const { rows } = await client.query<{ unit: string; area: string; town: string }>(
      'SELECT unit, area, town FROM record WHERE district = $1 AND id = $2',
      [district, record],
    );
    return rows[0];
  },
  run: async ({ record: id }, reading): Promise<RecordDetail> => {
    const { client, district } = reading.transaction;
    const { rows } = await client.query<ViewRow & { ended_why: string | null; reversed_why: string | null }>(
      `SELECT ${viewColumns}, r.ended_why, r.reversed_why FROM record r ${viewJoins} WHERE r.district = $1 AND r.id = $2`,
      [district, id],
    );
    const row = rows[0];
    if (!row) throw new Problem('not-found', 'not-found');
    return {
      ...viewOf(row, reading),
      title: getRecordType(row.type).title,
      facts: await factsOf(reading.transaction, id),
      history: await historyOf(reading.transaction, id),
      endedWhy: row.ended_why,
      reversedWhy: row.reversed_why,
      reversedAt: row.reversed_at?.toISOString() ?? null,
    };
  },
  audit: ({ record }, { type }) => (holdsPersonal(type) ? { type, record } : undefined),
});

async function factsOf({ client, district }: Transaction, record: string): Promise<RecordFact[]> {
  const { rows } = await client.query<{
    id: string;
    kind: string;
    variant: string;
    day: string;
    until: string | null;
    quantity: number;
    stated: number;
    effect: RecordFact['effect'];
    recorded_at: Date;
  }>(
    `SELECT f.id, f.kind, f.variant, f.day, nullif(s.until, 'infinity') AS until, f.quantity, f.stated, f.effect, f.recorded_at
     FROM fact f LEFT JOIN fact_span s ON s.district = f.district AND s.fact = f.id
     WHERE f.district = $1 AND f.record = $2 ORDER BY f.recorded_at, f.id`,
    [district, record],
  );
  return rows.map((row) => {
    const kind = recordKinds.find(({ name }) => name === row.kind);
    return {
      id: row.id,
      kind: row.kind,
      title: kind?.title ?? { zh: row.kind, en: row.kind },
      unit: kind?.unit ?? { zh: '', en: '' },
      variant: row.variant,
      variantTitle: kind?.variants?.[row.variant] ?? null,
      day: row.day,
      until: row.until,
      quantity: row.quantity,
      stated: row.stated,
      effect: row.effect,
      counts: row.effect === 'count' && (row.until === null || row.until > row.day),
      recordedAt: row.recorded_at.toISOString(),
    };
  });
}

async function historyOf({ client, district }: Transaction, record: string): Promise<RecordDetail['history']> {
  const { rows } = await client.query<{
    id: string;
    recorded_at: Date;
    recorded_by: string;
    reversed_at: Date | null;
    reversed_why: string | null;
    revised_by: string | null;
    ended_on: string | null;
  }>(
    `WITH RECURSIVE line AS (
       SELECT r.id, r.revises, r.revised_by FROM record r WHERE r.district = $1 AND r.id = $2
       UNION
       SELECT o.id, o.revises, o.revised_by FROM line JOIN record o ON o.district = $1 AND o.id IN (line.revises, line.revised_by)
     )
     SELECT h.id, h.recorded_at, h.recorded_by, h.reversed_at, h.reversed_why, h.revised_by, h.ended_on
     FROM line JOIN record h ON h.district = $1 AND h.id = line.id ORDER BY h.recorded_at, h.id LIMIT 100`,
    [district, record],
  );
  return rows.map((row) => ({
    id: row.id,
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: row.recorded_by,
    state: stateOf(row),
    why: row.reversed_why,
  }));
}
