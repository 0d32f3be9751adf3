import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { matterOf } from '../commands/shapes.ts';
import type { FactListRow, FactListVerdict } from '../contract.ts';
import { hashOf, keptFactList, keyOf } from '../fact-list-store.ts';
import { listFacts } from '../judge.ts';
import { mayReadCloseOuts } from '../may.ts';
import { seeFigures } from '../see-figures.ts';
import { listItems, listSteps } from '../store.ts';

/** Counts the facts of an approval again, by the rule and promises of then, and says month by month what differs. */
export const verifyCloseOut = query({
  name: 'close-out.verify',
  route: 'GET /api/measures/:measure/close-outs/:period/verify',
  input: matterOf({}),
  may: mayReadCloseOuts,
  run: async ({ measure, period }, reading): Promise<FactListVerdict> => {
    const { transaction } = reading;
    const item = (await listItems(transaction, { measure })).find((one) => one.period === period);
    const steps = item ? ((await listSteps(transaction, [item.id])).get(item.id) ?? []) : [];
    // What was reopened can be looked at too: this is how one sees what had changed.
    const approval = steps.findLast(({ event }) => event === 'approve');
    if (!approval?.evaluation || approval.factHash === null) throw new Problem('not-found', 'close-out-not-frozen');
    const frozen = await keptFactList(transaction, approval.id);
    const { evaluation } = approval;
    // Counted up to the same day as then: what came later is another matter.
    const period2 = { ...evaluation.period, to: evaluation.on };
    const [seen] = await seeFigures(reading, [{ measure, period: period2, frozen: evaluation }]);
    if (!seen) throw new TypeError('one period is seen once');
    const now = await listFacts(reading, seen);
    const titles = new Map(seen.figures.map((figure) => [figure.seen.code, figure.seen.title]));
    return {
      frozenAt: approval.at.toISOString(),
      hash: approval.factHash,
      hashNow: now.hash,
      isSame: now.hash === approval.factHash && hashOf(frozen) === approval.factHash,
      facts: frozen.reduce((sum, { facts }) => sum + facts, 0),
      differing: differing(frozen, now.rows).map(({ row, before, after }) => ({
        figure: row.figure,
        title: titles.get(row.figure) ?? { zh: row.figure, en: row.figure },
        side: row.side,
        month: row.month,
        frozen: before ? { facts: before.facts, sum: before.sum } : null,
        now: after ? { facts: after.facts, sum: after.sum } : null,
      })),
    };
  },
});

function differing(frozen: readonly FactListRow[], now: readonly FactListRow[]) {
  const before = new Map(frozen.map((row) => [keyOf(row), row]));
  const after = new Map(now.map((row) => [keyOf(row), row]));
  return [...new Map([...before, ...after])]
    .filter(([key]) => before.get(key)?.hash !== after.get(key)?.hash)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, row]) => ({ row, before: before.get(key), after: after.get(key) }));
}
