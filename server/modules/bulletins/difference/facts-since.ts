import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { Known } from '../../../kernel/figure/recount.ts';
import { type PlacedFigure, selectionOf, sidesOf } from '../../figures/module.ts';
import type { Cause } from '../contract.ts';

/** The facts of one side of a figure. */
export type Asked = {
  readonly side: 'part' | 'whole';
  readonly kind: string;
  readonly variants: readonly string[] | null;
};

/** What a figure was counted from, side by side. */
export const askedOf = ({ definition }: PlacedFigure): Asked[] =>
  sidesOf(definition).flatMap((side) => {
    const selection = selectionOf(definition.count, side);
    return selection ? [{ side, kind: selection.kind, variants: selection.variants ?? null }] : [];
  });

const cause = `CASE WHEN f.effect = 'count' AND f.settles IS NOT NULL THEN 'took-over' WHEN f.effect = 'count' THEN 'late' WHEN f.effect = 'end' THEN 'ended'
  WHEN settled.effect = 'end' THEN 'resumed' ELSE 'taken-back' END`;
/** Facts that count for this figure now and were not known then. What never counted (a duplicate, and a duplicate taken back) is none. */
const since = `FROM jsonb_to_recordset($2::jsonb) AS s (side text, kind text, variants text[])
  JOIN fact f ON f.district = $1 AND f.kind = s.kind AND (s.variants IS NULL OR f.variant = ANY (s.variants))
  LEFT JOIN fact settled ON settled.district = f.district AND settled.id = f.settles AND f.effect = 'reverse'
  WHERE f.day <= $3::date AND f.recorded_at > $4 AND f.id <> ALL ($5::uuid[]) AND f.effect <> 'duplicate' AND coalesce(settled.effect, '') <> 'duplicate'`;

/** How much of a cause, and where it lies: what every number of the figure is the sum of. */
export type CauseSum = {
  readonly side: 'part' | 'whole';
  readonly cause: Cause;
  readonly month: string;
  readonly isInSpan: boolean;
  readonly town: string;
  readonly unit: string;
  /** '' where the figure is not counted by places. */
  readonly place: string;
  readonly facts: number;
  readonly amount: number;
};

/** What came, or went, since the bulletin, up to its last day. */
export async function sumSince(
  { client, district }: Transaction,
  asked: readonly Asked[],
  { from, to }: { readonly from: string; readonly to: string },
  known: Known,
  byPlace: boolean,
): Promise<CauseSum[]> {
  if (asked.length === 0) return [];
  const { rows } = await client.query<CauseSum>(
    `SELECT s.side, ${cause} AS cause, to_char(f.day, 'YYYY-MM') AS month, f.day >= $6::date AS "isInSpan", f.town, f.unit,
       ${byPlace ? 'f.place' : "''::text"} AS place, count(*)::int AS facts, sum(f.quantity)::float8 AS amount ${since}
     GROUP BY 1, 2, 3, 4, 5, 6, 7 ORDER BY 1, 2, 3, 4, 5, 6, 7`,
    [district, JSON.stringify(asked), to, known.until, known.also, from],
  );
  return rows;
}

export type FactSince = {
  readonly side: 'part' | 'whole';
  readonly cause: Cause;
  readonly id: string;
  readonly day: string;
  readonly town: string;
  readonly place: string;
  readonly unit: string;
  readonly quantity: number;
  readonly record_type: string;
  readonly record: string;
  readonly recorded_at: Date;
};
export type After = { readonly at: Date; readonly id: string; readonly side: string };

/** The latest recorded first, by pages. */
export async function listSince(
  { client, district }: Transaction,
  asked: readonly Asked[],
  on: string,
  known: Known,
  page: { after: After | undefined; limit: number },
): Promise<FactSince[]> {
  const { after } = page;
  const { rows } = await client.query<FactSince>(
    `SELECT s.side, ${cause} AS cause, f.id, f.day, f.town, f.place, f.unit, f.quantity, f.record_type, f.record, f.recorded_at ${since}
       AND ($6::timestamptz IS NULL OR (f.recorded_at, f.id, s.side) < ($6, $7::uuid, $8))
     ORDER BY f.recorded_at DESC, f.id DESC, s.side DESC LIMIT $9`,
    [
      district,
      JSON.stringify(asked),
      on,
      known.until,
      known.also,
      after?.at ?? null,
      after?.id ?? null,
      after?.side ?? null,
      page.limit,
    ],
  );
  return rows;
}
