import { ask, execute, type Kernel } from '../../../kernel/command/run.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { addDays, addMonths, type Day, lastDayOfMonth } from '../../../kernel/term/day.ts';
import { makeBulletin, oneBulletin, publishBulletin, releaseBulletin } from '../../bulletins/module.ts';
import { applyCloseOut, approveCloseOut, measureCloseOuts, proposeWaiver } from '../../close-out/module.ts';
import { findProgramme } from '../../programme/module.ts';
import { officeActor, on, unitActor } from './people.ts';
import type { Loop } from './tell-loop.ts';

/** How many quarters have their bulletin; the running month is left to whoever looks. */
const QUARTERS = 3;

/** What the story has on paper: bulletins of the last quarters, the latest one public, and the first year closed out where its figures allow. */
export async function tellReports(kernel: Kernel, loop: Loop): Promise<void> {
  await tellBulletins(kernel, loop);
  await closeFirstYear(kernel, loop);
}

async function tellBulletins(kernel: Kernel, { district, from, to, signal }: Loop): Promise<void> {
  const quarters = lastQuarters(from, to);
  for (const [at, quarter] of quarters.entries()) {
    if (signal?.aborted) return;
    const then = on(kernel, addDays(quarter.to, 6));
    const call = { district, actor: officeActor };
    const key = `loop-bulletin-${quarter.from}`;
    const { bulletin } = await makeBulletin(then, { kind: 'quarter', ...quarter }, { ...call, key });
    const { sha256, revision, state } = await ask(then, oneBulletin, { bulletin }, call);
    if (state !== 'draft') continue;
    await execute(then, releaseBulletin, { bulletin, sha256, revision }, { ...call, key });
    if (at === quarters.length - 1) await execute(then, publishBulletin, { bulletin, isPublic: true }, { ...call, key });
  }
}

/** The last whole quarters before the story ends, oldest first. */
function lastQuarters(from: Day, to: Day): { from: Day; to: Day }[] {
  const first = Math.floor((Number(to.slice(5, 7)) - 1) / 3) * 3 + 1;
  const running = `${to.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  return Array.from({ length: QUARTERS }, (_, at) => {
    const begins = addMonths(running, -3 * (QUARTERS - at));
    return { from: begins, to: lastDayOfMonth(addMonths(begins, 2)) };
  }).filter((quarter) => quarter.from >= from && addDays(quarter.to, 6) < to);
}

/**
 * The programme's first year, closed in the second week of the next: what Leye finds complete is applied for and approved by two people, the
 * last one waits for a decision; of the measures that are short one waits for a leader's signature under a waiver.
 */
async function closeFirstYear(kernel: Kernel, { district, from, to }: Loop): Promise<void> {
  const year = from.slice(0, 4);
  const day = `${Number(year) + 1}-01-13`;
  if (day >= to) return;
  const then = on(kernel, day);
  const measures = await inDistrict(
    kernel.database,
    district,
    async (transaction) => (await findProgramme(transaction))?.programme.measures ?? [],
    'read',
  );
  const seen = [];
  for (const { no, lead } of measures) {
    const { periods } = await ask(then, measureCloseOuts, { measure: no }, { district, actor: officeActor });
    const own = periods.find(({ period }) => period.name === year);
    if (own?.evaluation) seen.push({ no, unit: lead[0] ?? '', isShort: own.evaluation.isShort });
  }
  const complete = seen.filter(({ isShort }) => !isShort);
  for (const [at, { no, unit }] of complete.entries()) {
    const matter = { measure: no, period: year };
    const key = `loop-close-${year}-${no}`;
    const note = '年度任务已完成，申请销账。';
    const { step } = await execute(then, applyCloseOut, { ...matter, note }, { district, actor: unitActor(unit), key });
    if (at < complete.length - 1)
      await execute(then, approveCloseOut, { ...matter, seen: step }, { district, actor: officeActor, key });
  }
  const short = seen.find(({ isShort }) => isShort);
  if (!short) return;
  const reason = '未达部分已列入下一年计划补齐，申请豁免本年度销账。';
  const waiver = { measure: short.no, period: year, reason };
  await execute(then, proposeWaiver, waiver, { district, actor: officeActor, key: `loop-waiver-${year}` });
}
