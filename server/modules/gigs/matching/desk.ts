import { drawOf } from './batch.ts';
import type { Fall, MatchOutput } from './ladder.ts';
import type { MatchInput } from './shapes.ts';

/** The last rung: nobody is matched, and the counter goes through the line by hand, whoever has waited longest first. */
export function deskList(input: MatchInput, falls: readonly Fall[]): MatchOutput {
  const people = [...new Map(input.workers.map((worker) => [worker.id, worker])).values()];
  const lots = new Map(people.map(({ id }) => [id, drawOf(input.salt, id)]));
  const byLot = (a: string, b: string) => ((lots.get(a) ?? '') < (lots.get(b) ?? '') ? -1 : 1);
  const line = people.sort((a, b) => b.mornings - a.mornings || b.waitedMinutes - a.waitedMinutes || byLot(a.id, b.id));
  return {
    policy: input.policy.version,
    rung: 'desk',
    falls: [...falls],
    pairs: [],
    value: { filled: 0, cost: 0 },
    bound: null,
    isProven: false,
    steps: 0,
    desk: line.map(({ id }) => id),
    matched: [],
    unmatched: line.map(({ id }) => ({ worker: id, reason: { code: 'cut-short', params: {} } })),
  };
}
