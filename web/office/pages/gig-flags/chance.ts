import type { Say } from '../../../shared/words/index.ts';

/** Below it a number says nothing to people: 2e-54. */
const LEAST = 1e-6;

/** How likely something is by chance, as the end of a sentence; kept as `2e-4`. */
export function sayChance(kept: number | string, say: Say): string {
  const chance = Number(kept);
  if (chance < LEAST) return say('flags.chance-none');
  return chance < 0.01
    ? say('flags.chance-one-in', { n: Math.round(1 / chance) })
    : say('flags.chance-percent', { n: Math.round(chance * 100) });
}
