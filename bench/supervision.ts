import pg from 'pg';
import { execute } from '../server/kernel/command/run.ts';
import { foldFacts } from '../server/kernel/fact/fold.ts';
import { relightDistrict } from '../server/modules/lights/module.ts';
import { sendRecord } from '../server/modules/records/module.ts';
import { superviseAll } from '../server/modules/supervision/module.ts';
import { staffOf } from './actor.ts';
import { fill } from './figures.ts';
import { DISTRICT, type House, type Line, openHouse, percentile, timed } from './house.ts';

/** Every light of a district after a fact, and the day's supervision of a province. */
export async function benchSupervision(facts: number, districts: number): Promise<Line[]> {
  const house = await openHouse();
  try {
    await fill(house, facts);
    await plan(house);
    return [await measureLights(house, facts), await measureDay(house, districts)];
  } finally {
    await house.close();
  }
}

/** Four milestones a measure, some done, some late: what a programme in its second year has. */
async function plan(house: House): Promise<void> {
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  owner.on('error', () => {}); // closed with the house when something else fails first
  await owner.connect();
  await owner.query(`SET app.district = '${DISTRICT}'`);
  await owner.query(
    `INSERT INTO milestone (district, id, measure, unit, title, deliverable, proof, due_on, first_due_on, since, state, done_on)
     SELECT $1, gen_random_uuid(), 1 + i % 14, 'human-resources', 'm' || i, 'x', 'note', current_date - 200 + i * 8, current_date - 200 + i * 8, current_date - 300,
       CASE WHEN i < 20 THEN 'done' ELSE 'open' END, CASE WHEN i < 20 THEN current_date - 200 + i * 8 END
     FROM generate_series(1, 56) AS i`,
    [DISTRICT],
  );
  await owner.end();
}

async function measureLights({ kernel, ownerUrl }: House, facts: number): Promise<Line> {
  const call = { district: DISTRICT, actor: staffOf('programme-office') };
  await relightDistrict(kernel, DISTRICT);
  const times: number[] = [];
  for (let at = 0; at < 60; at += 1) {
    const phone = `1390000${String(at).padStart(4, '0')}`;
    const row = { name: '测试', phone, service: 'outing', servedOn: '2026-10-01', area: '110112109201' };
    await execute(kernel, sendRecord, { type: 'family', row }, call);
    await foldFacts(kernel.database, DISTRICT);
    times.push(await timed(() => relightDistrict(kernel, DISTRICT)));
  }
  const plain = new pg.Client({ connectionString: ownerUrl });
  await plain.connect();
  await plain.query(`SET app.district = '${DISTRICT}'`);
  const sums: number[] = [];
  for (let round = 0; round < 3; round += 1)
    sums.push(
      await timed(() =>
        plain.query(
          `SELECT kind, variant, date_trunc('month', day), sum(quantity), max(day) FROM fact WHERE district = $1 GROUP BY 1, 2, 3`,
          [DISTRICT],
        ),
      ),
    );
  await plain.end();
  const p95 = percentile(times, 95);
  return {
    what: `all lights of 14 measures after a fact, ${facts / 1_000_000} M facts`,
    leye: `p50 ${percentile(times, 50).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    peer: `the sums alone by plain SQL over the facts p50 ${percentile(sums, 50).toFixed(0)} ms`,
    ratio: `${(percentile(sums, 50) / p95).toFixed(1)} × faster`,
    bar: 'p95 ≤ 50 ms',
    holds: p95 <= 50,
  };
}

/** The same programme in so many districts, each with its plan and two years of monthly sums. */
async function measureDay({ kernel, ownerUrl }: House, districts: number): Promise<Line> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on('error', () => {}); // closed with the house when something else fails first
  await owner.connect();
  // Rows of other districts are made as the owner that row-level security holds too: one district a statement would take minutes.
  for (const table of ['programme_version', 'unit', 'milestone', 'fact_rollup', 'audit_lane']) {
    await owner.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`);
  }
  await owner.query(
    `INSERT INTO district (code, name_zh, name_en, starts_on) SELECT (200000 + i)::text, 'd' || i, 'd' || i, '2025-01-01' FROM generate_series(1, ${districts - 1}) AS i`,
  );
  const copy = (table: string, columns: string) =>
    owner.query(
      `INSERT INTO ${table} (district, ${columns}) SELECT d.of, t.* FROM (SELECT ${columns} FROM ${table} WHERE district = '${DISTRICT}') t
       CROSS JOIN (SELECT code AS of FROM district WHERE code <> '${DISTRICT}') d`,
    );
  await copy('programme_version', 'version, content, note, confirmed_by, confirmed_at');
  await copy('unit', 'code, name, area');
  await copy('milestone', 'id, measure, unit, title, deliverable, proof, due_on, first_due_on, since, state, done_on');
  await copy('audit_lane', 'lane, seq, hash');
  await owner.query(
    `INSERT INTO fact_rollup (district, kind, grain, day, variant, town, unit, place, quantity, facts, duplicates, corrections, late, last_at)
     SELECT d.code, kind, grain, day, variant, 'all', 'u', place, sum(quantity), sum(facts), 0, 0, 0, max(last_at) FROM fact_rollup t CROSS JOIN district d
     WHERE t.district = '${DISTRICT}' AND d.code <> '${DISTRICT}' AND grain = 'M' AND place = '' GROUP BY 1, 2, 3, 4, 5, 8`,
  );
  for (const table of ['programme_version', 'unit', 'milestone', 'fact_rollup', 'audit_lane'])
    await owner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
  await owner.query('VACUUM ANALYZE');
  let issued = 0;
  const took = await timed(async () => {
    issued = (await superviseAll(kernel)).issued;
  });
  const { rows } = await owner.query<{ code: string }>('SELECT code FROM district');
  const raw = await timed(async () => {
    for (const { code } of rows) {
      await owner.query('BEGIN');
      await owner.query(
        `SELECT kind, variant, day, sum(quantity), sum(facts) FROM fact_rollup WHERE district = $1 AND grain = 'M' GROUP BY 1, 2, 3`,
        [code],
      );
      await owner.query(`SELECT * FROM milestone WHERE district = $1 AND state <> 'dropped'`, [code]);
      await owner.query('SELECT * FROM notice WHERE district = $1', [code]);
      await owner.query('COMMIT');
    }
  });
  await owner.end();
  return {
    what: `the day's supervision of ${districts.toLocaleString('en')} districts`,
    leye: `${(took / 1000).toFixed(1)} s, ${issued.toLocaleString('en')} notices sent`,
    peer: `reading the same rows by plain SQL ${(raw / 1000).toFixed(1)} s`,
    ratio: `${(took / raw).toFixed(1)} ×`,
    bar: '≤ 60 s',
    holds: took <= 60_000,
  };
}
