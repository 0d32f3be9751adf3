import type { Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { type Fairness, fairnessOf } from '../matching/fairness.ts';
import type { MatchOutput } from '../matching/ladder.ts';
import { type MatchInput, seatsWithin } from '../matching/shapes.ts';
import { fairnessRulesOn } from '../rules/fairness.ts';
import { groupsOn, traitsOf } from './groups.ts';

/** How a batch went for each group beside all. Groups are read here for the first time: the batch has been matched. */
export async function batchFairness(
  { database }: Kernel,
  district: string,
  { input, output, day }: { readonly input: MatchInput; readonly output: MatchOutput; readonly day: string },
): Promise<Fairness> {
  const workers = [...new Map(input.workers.map((worker) => [worker.id, worker])).values()];
  const { rules, traits } = await inDistrict(
    database,
    district,
    async (transaction) => ({
      rules: await fairnessRulesOn(transaction, day),
      traits: await traitsOf(
        transaction,
        workers.map(({ id }) => id),
      ),
    }),
    'read',
  );
  const orders = new Map(output.pairs.map(({ worker, order }) => [worker, order]));
  const pays = new Map(input.orders.map(({ id, payPerDay }) => [id, payPerDay]));
  const rows = workers.map(({ id, waitedMinutes }) => {
    const order = orders.get(id);
    const pay = order === undefined ? undefined : pays.get(order);
    const its = traits.get(id);
    return {
      person: id,
      groups: its ? groupsOn(its, day, rules) : [],
      waitedMinutes,
      isMatched: order !== undefined,
      ...(pay === undefined ? {} : { pay }),
    };
  });
  return fairnessOf(rows, { open: seatsWithin(input), taken: output.value.filled }, rules);
}
