import { ask, execute } from '../server/kernel/command/run.ts';
import { writeDocx } from '../server/kernel/document/docx.ts';
import {
  discardBulletin,
  makeBulletin,
  oneBulletin,
  paperOf,
  paperQuery,
  verificationQuery,
} from '../server/modules/bulletins/module.ts';
import { staffOf } from './actor.ts';
import { fill } from './figures.ts';
import { DISTRICT, type House, type Line, openHouse, percentile, timed } from './house.ts';

const ROUNDS = 5;
const YEAR = { kind: 'year', from: '2025-01-01', to: '2025-12-31' };

/**
 * The bulletin of a year over many facts, from the click to the page and to the .docx: the draft opened, its numbers frozen in one
 * snapshot, sealed and kept, read again with its hash verified, rendered in both languages, laid out as a paper. Beside it, in the same
 * rounds, plain SQL that adds the facts up for the same numbers (cells by month, town and unit; the year; the statement) and renders nothing.
 * And the proof: every number of the bulletin counted again from the facts themselves.
 */
export async function benchBulletins(count: number): Promise<Line[]> {
  const house = await openHouse();
  try {
    await fill(house, count);
    return await measure(house, count);
  } finally {
    await house.close();
  }
}

async function measure({ kernel }: House, count: number): Promise<Line[]> {
  const call = { district: DISTRICT, actor: staffOf('programme-office') };
  const whole: number[] = [];
  const page: number[] = [];
  const plain: number[] = [];
  const proof: number[] = [];
  let numbers = 0;
  let equal = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let bulletin = '';
    const toPage = await timed(async () => {
      ({ bulletin } = await makeBulletin(kernel, YEAR, call));
      await ask(kernel, oneBulletin, { bulletin }, call);
    });
    const toDocx = await timed(async () => writeDocx(paperOf(await ask(kernel, paperQuery, { bulletin }, call), 'zh')));
    page.push(toPage);
    whole.push(toPage + toDocx);
    plain.push(await timed(() => plainSql(kernel)));
    proof.push(
      await timed(async () => {
        ({ numbers, equal } = await ask(kernel, verificationQuery, { bulletin }, call));
      }),
    );
    // The next round makes another of the same year.
    await execute(kernel, discardBulletin, { bulletin }, call);
  }
  const seconds = (times: readonly number[]) => `${(percentile(times, 50) / 1000).toFixed(2)} s`;
  const million = count / 1_000_000;
  const slowest = Math.max(...whole);
  return [
    {
      what: `the bulletin of a year to page and .docx, ${million} M facts`,
      leye: `median ${seconds(whole)} (page ${seconds(page)}), slowest ${(slowest / 1000).toFixed(2)} s`,
      peer: `plain SQL over the facts, nothing rendered: ${seconds(plain)}`,
      ratio: `${(percentile(plain, 50) / percentile(whole, 50)).toFixed(1)} × faster`,
      bar: '≤ 5 s',
      holds: slowest <= 5000,
    },
    {
      what: `every number of it counted again from the facts, ${million} M facts`,
      leye: `${seconds(proof)}, ${equal} of ${numbers} numbers equal`,
      peer: `plain SQL as above ${seconds(plain)}`,
      ratio: `${(percentile(proof, 50) / percentile(plain, 50)).toFixed(1)} × as long`,
      bar: 'all equal',
      holds: equal === numbers && numbers > 0,
    },
  ];
}

const records = `CASE effect WHEN 'count' THEN 1 WHEN 'end' THEN -1 WHEN 'reverse' THEN -1 ELSE 0 END`;

async function plainSql({ database }: House['kernel']): Promise<void> {
  const to = YEAR.to;
  await database.pool.query(`BEGIN; SET LOCAL app.district = '${DISTRICT}';
    SELECT kind, variant, date_trunc('month', day::timestamp)::date, town, unit, place, sum(quantity), sum(${records}) FROM fact
      WHERE district = '${DISTRICT}' AND day <= '${to}' GROUP BY 1, 2, 3, 4, 5, 6;
    SELECT kind, variant, sum(quantity), sum(${records}) FROM fact
      WHERE district = '${DISTRICT}' AND day BETWEEN '${YEAR.from}' AND '${to}' GROUP BY 1, 2;
    SELECT kind, variant, count(*), count(*) FILTER (WHERE effect = 'duplicate'), count(*) FILTER (WHERE effect = 'reverse'),
        count(*) FILTER (WHERE (recorded_at AT TIME ZONE 'Asia/Shanghai')::date - day > 30), max(recorded_at), max(day) FROM fact
      WHERE district = '${DISTRICT}' AND day <= '${to}' GROUP BY 1, 2;
    COMMIT`);
}
