import { networkOf } from './network.ts';
import { type Solver, worthOf } from './solver.ts';

/** Everybody comes one after the other, and the matching is optimal after each. Simple, and slow beyond some thousand people. */
export const solveByPaths: Solver = (instance, { until }) => {
  const network = networkOf(instance, worthOf(instance));
  let isOptimal = true;
  for (let worker = 0; worker < instance.workers; worker += 1) {
    if (worker % 64 === 63 && performance.now() > until) {
      isOptimal = false;
      break;
    }
    network.insert(worker);
  }
  return { match: network.match.map((opening) => Math.max(opening, -1)), isOptimal };
};
