import pg from 'pg';
import { ask } from '../server/kernel/command/run.ts';
import { foldFacts } from '../server/kernel/fact/fold.ts';
import { figureQuery, ledgerQuery, recordsQuery } from '../server/modules/figures/module.ts';
import { staffOf } from './actor.ts';
import { DISTRICT, type House, type Line, openHouse, percentile, timed } from './house.ts';

/**
 * Reading figures with many facts: every one of the nineteen with its months and towns, and pages of its records, beside the same
 * answer by plain SQL over the facts. Facts are made in the database, spread over the programme's days, the district's towns and
 * two hundred thousand records; the rollup is made by the product's own fold.
 */
export async function benchFigures(count: number): Promise<Line[]> {
  const house = await openHouse();
  try {
    await fill(house, count);
    return await measure(house, count);
  } finally {
    await house.close();
  }
}

/** How often each kind occurs in a city: nearly everything is the gig station. */
const shares: readonly [kind: string, variant: string, share: number, quantity: string][] = [
  ['gig.served', 'matching', 0.5, '1'],
  ['gig.served', 'rest', 0.3, '1'],
  ['vacancy.collected', '', 0.05, '1 + i % 40'],
  ['startup.insured', '', 0.02, '1'],
  ['loan.disbursed', '', 0.01, '200000'],
  ['training.completed', '', 0.02, '1'],
  ['assessment.taken', 'passed', 0.02, '1'],
  ['dispute.accepted', '', 0.02, '1'],
  ['dispute.closed', 'mediation', 0.013, '1'],
  ['dispute.closed', 'award', 0.006, '1'],
  ['contract.employees', '', 0.01, '100'],
  ['contract.signed', '', 0.01, '98'],
  ['activity.held', 'live-show', 0.0001, '1'],
  ['activity.held', 'recruitment-fair', 0.005, '1'],
  ['place.verified', 'station', 0.001, '1'],
  ['specialist.serving', '', 0.0006, '1'],
  ['meal-site.listed', 'complex', 0.00005, '1'],
  ['restaurant.serving', '', 0.0002, '1'],
  ['home.available', '', 0.0005, '20'],
  ['space.let', '', 0.0005, '200'],
  ['company.incubated', '', 0.0001, '1'],
  ['family.served', '', 0.0001, '1'],
];

export async function fill(house: House, count: number): Promise<void> {
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query(`SET app.district = '${DISTRICT}'`);
  for (const [kind, variant, share, quantity] of shares) {
    const rows = Math.max(10, Math.round(count * share));
    const place =
      kind === 'specialist.serving' || kind.startsWith('meal-site') || kind.startsWith('restaurant') ? "'p' || i % 500" : "''";
    await owner.query(
      `INSERT INTO fact (district, id, kind, variant, day, town, place, unit, quantity, effect, stated, record_type, record, recorded_at)
       SELECT '${DISTRICT}', gen_random_uuid(), $1, $2, day, town, ${place}, 'human-resources', ${quantity}, 'count', ${quantity}, 'bench', gen_random_uuid(), day::timestamptz + interval '1 day'
       FROM (SELECT i, date '2025-01-01' + (i % 690) AS day, (SELECT array_agg(code ORDER BY code) FROM area WHERE district = '${DISTRICT}' AND level = 'town') AS towns
             FROM generate_series(1, ${rows}) AS i) g, LATERAL (SELECT towns[1 + (i * 7 + i / 690) % array_length(towns, 1)] AS town) t`,
      [kind, variant],
    );
  }
  await owner.query(
    `INSERT INTO fact_tail (district, kind, variant, day, town, place, unit, quantity, facts, duplicates, corrections, late, last_at)
     SELECT district, kind, variant, day, town, CASE WHEN place <> '' THEN place ELSE '' END, unit, sum(quantity), count(*), 0, 0, 0, max(recorded_at)
     FROM fact GROUP BY 1, 2, 3, 4, 5, 6, 7`,
  );
  await foldFacts(house.kernel.database, DISTRICT);
  await owner.query('VACUUM ANALYZE fact');
  await owner.query('VACUUM ANALYZE fact_rollup');
  await owner.query('VACUUM ANALYZE fact_tail');
  await owner.end();
}

async function measure({ kernel }: House, count: number): Promise<Line[]> {
  const call = { district: DISTRICT, actor: staffOf('programme-office') };
  const ledger = await ask(kernel, ledgerQuery, {}, call);
  const codes = ledger.measures.flatMap(({ figures }) => figures.map(({ code }) => code));
  const figures: number[] = [];
  const pages: number[] = [];
  const plain: number[] = [];
  // A server that runs has read each of them before.
  for (const code of codes) {
    await ask(kernel, figureQuery, { code }, call);
    await ask(kernel, recordsQuery, { code }, call);
  }
  for (let round = 0; round < 12; round += 1) {
    for (const code of codes) {
      figures.push(await timed(() => ask(kernel, figureQuery, { code }, call)));
      const month = `2025-${String(1 + (round % 12)).padStart(2, '0')}`;
      const first = await ask(kernel, recordsQuery, { code, month }, call);
      if (first.next) pages.push(await timed(() => ask(kernel, recordsQuery, { code, month, cursor: first.next }, call)));
      pages.push(await timed(() => ask(kernel, recordsQuery, { code }, call)));
    }
  }
  for (let round = 0; round < 3; round += 1) {
    for (const kind of ['gig.served', 'vacancy.collected', 'dispute.closed']) {
      plain.push(
        await timed(() =>
          kernel.database.pool.query(
            `BEGIN; SET LOCAL app.district = '${DISTRICT}'; SELECT date_trunc('month', day), town, sum(quantity), count(*) FROM fact
             WHERE district = '${DISTRICT}' AND kind = '${kind}' AND day <= '2026-11-24' GROUP BY 1, 2; COMMIT`,
          ),
        ),
      );
    }
  }
  const million = count / 1_000_000;
  const limit = count > 1_000_000 ? [50, 50] : [20, 30];
  const line = (what: string, times: readonly number[], bar: number): Line => {
    const p95 = percentile(times, 95);
    return {
      what: `${what}, ${million} M facts`,
      leye: `p50 ${percentile(times, 50).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
      peer: `plain SQL p50 ${percentile(plain, 50).toFixed(0)} ms, p95 ${percentile(plain, 95).toFixed(0)} ms`,
      ratio: `${(percentile(plain, 95) / p95).toFixed(1)} × faster`,
      bar: `p95 ≤ ${bar} ms`,
      holds: p95 <= bar,
    };
  };
  return [line('any figure with months and towns', figures, limit[0] ?? 0), line('a page of its records', pages, limit[1] ?? 0)];
}
