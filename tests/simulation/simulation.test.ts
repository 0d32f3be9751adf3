import { describe, expect, it } from 'vitest';
import { simulate } from './simulate.ts';

const SEEDS = Number(process.env.LEYE_SIMULATED_SEEDS ?? 105);
const FIRST = Number(process.env.LEYE_SIMULATED_FIRST ?? 1);

describe('two years of a district, whatever happens in it', () => {
  it(`keeps every promise of supervision on every day, for seeds ${FIRST} to ${FIRST + SEEDS - 1}`, { timeout: 600_000 }, () => {
    const total = { facts: 0, notices: 0, talks: 0, days: 0, closed: 0, reopened: 0 };
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
      const outcome = simulate(seed);
      total.facts += outcome.facts;
      total.notices += outcome.notices;
      total.talks += outcome.talks;
      total.days += outcome.days;
      total.closed += outcome.closed;
      total.reopened += outcome.reopened;
      expect(outcome.violations.slice(0, 5), `npm run simulate -- --seed ${seed} lives it again`).toEqual([]);
    }
    // A simulation in which nothing happens proves nothing.
    expect(total.days).toBe(SEEDS * 730);
    expect(total.notices).toBeGreaterThan(SEEDS * 20);
    expect(total.talks).toBeGreaterThan(SEEDS);
    expect(total.closed).toBeGreaterThan(SEEDS / 2);
    expect(total.reopened).toBeGreaterThan(0);
  });
});
