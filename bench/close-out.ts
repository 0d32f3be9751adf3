import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '../server/kernel/actor/actor.ts';
import { system } from '../server/kernel/actor/actor.ts';
import { clockAt } from '../server/kernel/clock.ts';
import { ask, execute, type Kernel } from '../server/kernel/command/run.ts';
import { inDistrict } from '../server/kernel/database/transaction.ts';
import { applyCloseOut } from '../server/modules/close-out/commands/apply.ts';
import { approveCloseOut } from '../server/modules/close-out/commands/decide.ts';
import { verifyCloseOut } from '../server/modules/close-out/queries/verify.ts';
import { findBroken } from '../server/modules/close-out/recheck.ts';
import { sendRecord } from '../server/modules/records/commands/send-record.ts';
import { fill } from './figures.ts';
import { DISTRICT, type House, type Line, openHouse, percentile, timed } from './house.ts';

/** Of a million and a quarter of facts a million are the gig station's: measure 14. */
const FACTS = 1_250_000;

/**
 * Closing out measure 14 over a million facts: judged, every fact listed and hashed, committed; while somebody else goes on recording.
 * Its peer fetches the same list and hashes it in Node. Then the same list checked again, and what follows every change of facts: all
 * approvals looked at.
 */
export async function benchCloseOut(): Promise<Line[]> {
  const house = await openHouse();
  try {
    await fill(house, FACTS);
    return await measure(house);
  } finally {
    await house.close();
  }
}

const liaison: Actor = { kind: 'staff', id: 'liaison', name: 'liaison', grants: [{ role: 'liaison', unit: 'human-resources' }] };
const office: Actor = { kind: 'staff', id: 'office', name: 'office', grants: [{ role: 'programme-office' }] };

async function measure(house: House): Promise<Line[]> {
  // Two days after the last of the facts: the figure is not silent.
  const clock = clockAt(new Date('2026-11-24T04:00:00Z'));
  const kernel: Kernel = { ...house.kernel, clock };
  const call = (actor: Actor) => ({ district: DISTRICT, actor });
  const matter = { measure: 14, period: '2026' };
  const { step } = await execute(kernel, applyCloseOut, matter, call(liaison));

  const alone = await recording(kernel, async () => new Promise((resolve) => setTimeout(resolve, 2000)));
  let approving = 0;
  let listed = 0;
  const beside = await recording(kernel, async () => {
    approving = await timed(async () => {
      listed = (await execute(kernel, approveCloseOut, { ...matter, seen: step }, call(office))).facts;
    });
  });
  const checking = await timed(() => ask(kernel, verifyCloseOut, matter, call(office)));
  const plain = await timed(() => plainList(house));
  await approveMany(kernel);
  const rechecks: number[] = [];
  for (let round = 0; round < 20; round += 1)
    rechecks.push(await timed(() => ask(kernel, findBroken, {}, call(system('close-out')))));

  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  return [
    {
      what: `a close-out over ${listed.toLocaleString('en-US')} facts approved: judged, listed, hashed, committed`,
      leye: `${seconds(approving)} s`,
      peer: `the same list fetched and hashed in Node ${seconds(plain)} s`,
      ratio: `${(plain / approving).toFixed(1)} × faster`,
      bar: '≤ 5 s',
      holds: approving <= 5000,
    },
    {
      what: 'a record sent meanwhile',
      leye: `p95 ${percentile(beside, 95).toFixed(0)} ms`,
      peer: `with nobody approving p95 ${percentile(alone, 95).toFixed(0)} ms`,
      ratio: `${(percentile(beside, 95) / percentile(alone, 95)).toFixed(1)} ×`,
      bar: 'p95 ≤ 100 ms',
      holds: percentile(beside, 95) <= 100,
    },
    {
      what: 'its list of facts checked again',
      leye: `${seconds(checking)} s`,
      peer: `the same list fetched and hashed in Node ${seconds(plain)} s`,
      ratio: `${(plain / checking).toFixed(1)} × faster`,
      bar: '≤ 5 s',
      holds: checking <= 5000,
    },
    {
      what: '36 approved close-outs looked at after a change of facts',
      leye: `p95 ${percentile(rechecks, 95).toFixed(0)} ms`,
      peer: '–',
      ratio: '–',
      bar: 'p95 ≤ 100 ms',
      holds: percentile(rechecks, 95) <= 100,
    },
  ];
}

/** Somebody records, one record after another, for as long as the other work takes. */
async function recording(kernel: Kernel, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const other = work().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const row = {
      name: `招聘会 ${kernel.clock.newId()}`,
      form: 'recruitment-fair',
      heldOn: '2026-11-20',
      area: '中仓街道',
      employers: 30,
    };
    times.push(await timed(() => execute(kernel, sendRecord, { type: 'activity', row }, { district: DISTRICT, actor: office })));
  }
  await other;
  return times;
}

/** The same list by hand: every id and quantity fetched in the same order, hashed month by month. */
async function plainList({ ownerUrl }: House): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`SET app.district = '${DISTRICT}'`);
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (let after = ['1900-01-01', '00000000-0000-0000-0000-000000000000']; ; ) {
    const { rows } = await client.query<{ day: string; id: string; quantity: string }>(
      `SELECT day::text, id, quantity::text FROM fact WHERE district = $1 AND kind = 'gig.served' AND effect = 'count' AND (day, id) > ($2, $3)
       ORDER BY day, id LIMIT 20000`,
      [DISTRICT, ...after],
    );
    for (const { day, id, quantity } of rows) {
      const month = day.slice(0, 7);
      const hash = hashes.get(month) ?? createHash('sha256');
      hashes.set(month, hash.update(`${id} ${quantity}\n`));
    }
    const last = rows.at(-1);
    if (rows.length < 20_000 || !last) break;
    after = [last.day, last.id];
  }
  for (const hash of hashes.values()) hash.digest('hex');
  await client.end();
}

/** As many approvals as a whole programme has, whatever they rest on: looking at one costs the same whether it holds or not. */
async function approveMany(kernel: Kernel): Promise<void> {
  await inDistrict(kernel.database, DISTRICT, async ({ client }) => {
    for (const measure of [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14])
      for (const [name, from, to] of [
        ['2025', '2025-01-01', '2025-12-31'],
        ['2026', '2026-01-01', '2026-12-31'],
        ['programme', '2025-01-01', '2027-12-31'],
      ] as const) {
        const [item, step] = [kernel.clock.newId(), kernel.clock.newId()];
        const evaluation = {
          period: { name, from, to },
          on: to,
          version: 1,
          targets: {},
          findings: [],
          isShort: false,
          grade: 'good',
        };
        const { rowCount } = await client.query(
          `INSERT INTO close_out (district, measure, period, id, state, step, closed_step) VALUES ($1, $2, $3, $4, 'approved', $5, $5)
           ON CONFLICT DO NOTHING`,
          [DISTRICT, measure, name, item, step],
        );
        if (rowCount)
          await client.query(
            `INSERT INTO close_out_step (district, item, no, id, event, at, by, by_name, unit, reason, evaluation, fact_hash)
             VALUES ($1, $2, 1, $3, 'approve', now(), 'staff:office', 'office', '', '', $4, '')`,
            [DISTRICT, item, step, JSON.stringify(evaluation)],
          );
      }
  });
}
