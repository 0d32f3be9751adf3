// `npm run simulate -- --seed 7 [--until 2026-12-31]`: lives one seeded district again and says what broke. tests/simulation knows how.
import { parseArgs } from 'node:util';
import { readTypeScript, underNode24 } from './node.mjs';

await underNode24();
await readTypeScript();
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, until: { type: 'string' } } });
const seed = Number(values.seed);
const isDay = values.until === undefined || /^202[67]-\d{2}-\d{2}$/.test(values.until);
if (!Number.isInteger(seed) || seed < 0 || !isDay) {
  console.error(
    '--seed 要写一个不小于 0 的整数，--until 要写 2026 或 2027 年的一天，例如：npm run simulate -- --seed 7 --until 2026-12-31',
  );
  console.error(
    '--seed takes a whole number from 0, --until a day of 2026 or 2027: npm run simulate -- --seed 7 --until 2026-12-31',
  );
  process.exit(2);
}
const { simulate } = await import('../tests/simulation/simulate.ts');
const { violations, ...outcome } = simulate(seed, values.until);
console.log(outcome);
for (const { day, what } of violations.slice(0, 50)) console.log(`${day}  ${what}`);
console.log(
  violations.length === 0 ? '没有违反。 Nothing was broken.' : `违反 ${violations.length} 处。 Broken: ${violations.length}.`,
);
process.exitCode = violations.length === 0 ? 0 : 1;
