import { Type } from 'typebox';
import { system } from '../../kernel/actor/actor.ts';
import { allowSystem } from '../../kernel/actor/permission.ts';
import { query } from '../../kernel/command/query.ts';
import { ask, execute, type Kernel } from '../../kernel/command/run.ts';
import { job } from '../../kernel/job/declare.ts';
import { reopenCloseOut } from './commands/reopen.ts';
import type { Evaluation } from './contract.ts';
import { brokenOf } from './judge.ts';
import { type Asked, seeFigures } from './see-figures.ts';
import { type Item, listItems, listSteps } from './store.ts';

/** The approvals whose figures no longer hold: read together, day by day, so that it can follow every change of facts. */
export const findBroken = query({
  name: 'close-out.find-broken',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, reading): Promise<readonly { measure: number; period: string }[]> => {
    const items = await listItems(reading.transaction, { state: 'approved' });
    if (items.length === 0) return [];
    const steps = await listSteps(
      reading.transaction,
      items.map(({ id }) => id),
    );
    const approved = items.flatMap((item): { item: Item; evaluation: Evaluation; asked: Asked }[] => {
      const evaluation = steps.get(item.id)?.find(({ id }) => id === item.closedStep)?.evaluation;
      if (!evaluation) return [];
      return [{ item, evaluation, asked: { measure: item.measure, period: evaluation.period, frozen: evaluation } }];
    });
    const seen = await seeFigures(
      reading,
      approved.map(({ asked }) => asked),
      { numbersOnly: true },
    );
    return approved.flatMap(({ item, evaluation }, at) => {
      const one = seen[at];
      const isBroken = one && brokenOf({ seen: one, evaluation, today: reading.today }).length > 0;
      return isBroken ? [{ measure: item.measure, period: item.period }] : [];
    });
  },
});

/** Reopens what no longer holds in a district. To be called whenever facts have moved; it writes nothing where nothing broke. */
export async function recheckCloseOuts(kernel: Kernel, district: string): Promise<number> {
  const actor = system('close-out');
  let reopened = 0;
  for (const broken of await ask(kernel, findBroken, {}, { district, actor }))
    if ((await execute(kernel, reopenCloseOut, broken, { district, actor })).reopened) reopened += 1;
  return reopened;
}

/** Every morning, and after each approval. */
export const recheckJob = job<{ readonly district?: string }>({
  name: 'close-out.recheck',
  schedule: '20 0 * * *',
  run: async ({ district }, kernel) => {
    if (district !== undefined) return void (await recheckCloseOuts(kernel, district));
    const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
    for (const { code } of rows) await recheckCloseOuts(kernel, code);
  },
});
