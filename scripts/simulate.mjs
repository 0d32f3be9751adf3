// `npm run simulate -- --seed 7 [--until 2026-12-31]`: lives one seeded district again and says what broke. tests/simulation knows how.
import { parseArgs } from 'node:util';
import { readTypeScript, underNode24 } from './node.mjs';

await underNode24();
await readTypeScript();
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, until: { type: 'string' } } });
const { simulate } = await import('../tests/simulation/simulate.ts');
const { violations, ...outcome } = simulate(Number(values.seed), values.until);
console.log(outcome);
for (const { day, what } of violations.slice(0, 50)) console.log(`${day}  ${what}`);
console.log(
  violations.length === 0 ? '没有违反。 Nothing was broken.' : `违反 ${violations.length} 处。 Broken: ${violations.length}.`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
