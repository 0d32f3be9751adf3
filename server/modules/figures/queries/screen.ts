import { Type } from 'typebox';
import { allow } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { readCells } from '../../../kernel/figure/cells.ts';
import { breakdownBy, countedBy, windowStart } from '../../../kernel/figure/evaluate.ts';
import { figureContext, figuresOf, kindsOf } from '../context.ts';
import type { ScreenAnswer } from '../contract.ts';
import { litParts } from '../lit-parts.ts';
import { ledgerOf, summariseAll } from './ledger.ts';

/** What the big screen shows, in one answer from one snapshot: lights, paths by month, streets and towns, today's work. */
export const screenQuery = query({
  name: 'figures.screen',
  route: 'GET /api/screen',
  input: Type.Object({}, { additionalProperties: false }),
  may: allow({ leader: 'district', 'programme-office': 'district', evaluator: 'district' }),
  run: async (_input, reading): Promise<ScreenAnswer> => {
    const { transaction, today, now } = reading;
    const context = await figureContext(transaction, undefined, today);
    const all = await summariseAll(reading, context);
    const figures = all.map(({ summary }) => summary);
    const names = [...new Set(figuresOf(context.programme).flatMap(({ definition }) => kindsOf(definition)))];
    const cells = await readCells(transaction, names, context.on, true);
    const towns = new Map<string, { code: string; name: string; values: Record<string, number | null> }>();
    for (const { definition } of figuresOf(context.programme)) {
      const counted = countedBy(definition.count, cells, context.villages);
      for (const [code, { value }] of breakdownBy(
        'town',
        definition.count,
        counted,
        windowStart(definition.count, context.on, context.programme.startsOn),
      )) {
        const name = context.towns.get(code);
        if (!name) continue;
        const town = towns.get(code) ?? { code, name, values: {} };
        town.values[definition.code] = value;
        towns.set(code, town);
      }
    }
    return {
      at: now.toISOString(),
      ledger: ledgerOf(figures, context, await litParts(reading, context, figures)),
      months: Object.fromEntries(
        all.map(({ summary, months }) => [
          summary.code,
          months.map(({ month, standing }) => ({ month: month.slice(0, 7), standing: standing.value })),
        ]),
      ),
      towns: [...towns.values()],
      today: await workOfToday(reading, context.on, names),
    };
  },
});

/** What counted today, by kind. */
async function workOfToday(
  { transaction, kinds }: Parameters<typeof screenQuery.run>[1],
  on: string,
  names: readonly string[],
): Promise<ScreenAnswer['today']> {
  const { rows } = await transaction.client.query<{ kind: string; quantity: number; records: number }>(
    `SELECT kind, sum(quantity)::float8 AS quantity, sum(facts)::int AS records FROM (
       SELECT kind, quantity, facts FROM fact_rollup WHERE district = $1 AND grain = 'D' AND day = $2 AND kind = ANY ($3)
       UNION ALL SELECT kind, quantity, facts FROM fact_tail WHERE district = $1 AND day = $2 AND kind = ANY ($3)) t
     GROUP BY kind HAVING sum(facts) > 0 ORDER BY 3 DESC`,
    [transaction.district, on, names],
  );
  return rows.flatMap((row) => {
    const kind = kinds.get(row.kind);
    return kind ? [{ kind: row.kind, title: kind.title, unit: kind.unit, quantity: row.quantity, records: row.records }] : [];
  });
}
