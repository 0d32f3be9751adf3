import { Type } from 'typebox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { system } from '../../server/kernel/actor/actor.ts';
import { allowSystem } from '../../server/kernel/actor/permission.ts';
import { clockAt } from '../../server/kernel/clock.ts';
import { command, type Work } from '../../server/kernel/command/command.ts';
import { ask, execute } from '../../server/kernel/command/run.ts';
import { inDistrict } from '../../server/kernel/database/transaction.ts';
import { foldFacts } from '../../server/kernel/fact/fold.ts';
import { startOfDay } from '../../server/kernel/term/day.ts';
import { type PauseSubject, pause } from '../../server/kernel/term/pauses.ts';
import { makeBulletin, verificationQuery } from '../../server/modules/bulletins/module.ts';
import { differencesQuery } from '../../server/modules/bulletins/queries/differences.ts';
import { ledgerQuery } from '../../server/modules/figures/module.ts';
import { putMilestones } from '../../server/modules/plans/milestone-store.ts';
import { decideMilestone, reportMilestone } from '../../server/modules/plans/module.ts';
import { keepProgramme } from '../../server/modules/programme/module.ts';
import { answerNotice, decideAnswer, noticeQuery, superviseDistrict } from '../../server/modules/supervision/module.ts';
import { noticesThen } from '../../server/modules/supervision/notices-then.ts';
import { answersOf, listAll } from '../../server/modules/supervision/store.ts';
import { staff, testKernel } from '../kernel.ts';
import { type Act, SimDistrict } from './district.ts';
import { plus, valueOn } from './oracle.ts';
import { FROM, worldOf } from './world.ts';

/** A hundred and sixty days of one seed, with the quiet period of the Spring Festival, pauses, answers and lies among them. */
const SEED = 5;
const DAYS = 160;

const world = worldOf(SEED);
const clock = clockAt(startOfDay(FROM));
const office = staff({ role: 'programme-office' });
const Anything = Type.Unsafe<Act>(Type.Object({}));
let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel([...world.kinds.values()], { clock });
}, 120_000);
afterAll(() => test.close());

const call = (actor = office) => ({ district: test.district, actor });
const leye = () => ({ district: test.district, actor: system('simulation') });
const goTo = (day: string, hour: number) => clock.moveTo(new Date(startOfDay(day).getTime() + hour * 3_600_000));

/** What the story begins with: its programme and the milestones of its plans. */
const begin = (district: SimDistrict) =>
  command({
    name: 'simulation.begin',
    input: Type.Object({}),
    may: allowSystem,
    run: async (_input, { transaction, now, today }) => {
      await keepProgramme(transaction, world.programme, { actor: 'system:simulation', at: now, note: 'simulation' });
      for (const { no } of world.programme.measures) {
        const own = district.milestones.filter(({ measure }) => measure === no);
        await putMilestones(
          transaction,
          no,
          own.map(({ id, title, dueOn, unit, deliverable }) => ({ id, title, dueOn, unit, deliverable, proof: 'note' as const })),
          today,
        );
      }
      return null;
    },
  });

const record = command({
  name: 'simulation.record',
  input: Anything,
  may: allowSystem,
  run: async (act, work) => recorded(act, work),
});
async function recorded(act: Act, { facts, kinds, transaction, ...work }: Work): Promise<null> {
  if (act.is === 'pause')
    await pause(
      { facts, kinds, transaction, ...work },
      { subject: act.subject as PauseSubject, from: act.from, to: act.to, reason: '模拟' },
    ); // reason: the story's subjects are these
  if (act.is !== 'fact') return null;
  const { kind: name, variant, day, quantity, record: id, reverses } = act.fact;
  const kind = kinds.get(name);
  if (!kind) throw new Error(`no kind ${name}`);
  if (reverses) await facts.reverse([id]);
  else
    facts.count(kind, {
      day,
      quantity,
      unit: 'u',
      town: '',
      record: { type: 'simulation', id },
      ...(variant ? { variant } : {}),
    });
  return null;
}

/** A cause in words that mean the same in both lives: an escalation is told by what it escalates, whose id differs. */
function named(cause: string, notices: readonly { readonly id: string; readonly cause: string }[]): string {
  const id = /notice:(\S+)$/.exec(cause)?.[1];
  const parent = id === undefined ? undefined : notices.find((notice) => notice.id === id);
  return parent ? `${cause.split('/')[0]} ${named(parent.cause, notices)}` : cause;
}

async function live(act: Act, district: SimDistrict): Promise<void> {
  if (act.is === 'fact' || act.is === 'pause') return void (await execute(test.kernel, record, act, leye()));
  if (act.is === 'report' || act.is === 'decide-report') {
    const { milestone } = act;
    const unit = district.milestones.find(({ id }) => id === milestone)?.unit ?? '';
    if (act.is === 'report')
      await execute(test.kernel, reportMilestone, { milestone, report: '已经办结' }, call(staff({ role: 'liaison', unit })));
    else await execute(test.kernel, decideMilestone, { milestone, accept: act.accepts, reason: '材料不足' }, call());
    return;
  }
  const stored = await kept();
  const wanted = named(act.cause, district.notices);
  const notice = stored.find(({ cause }) => named(cause, stored) === wanted);
  if (!notice) throw new Error(`${act.day}: nobody sent ${act.cause}`);
  if (act.is === 'answer') {
    const told = { notice: notice.id, kind: act.kind, text: '已安排', ...(act.newDate ? { newDate: act.newDate } : {}) };
    await execute(test.kernel, answerNotice, told, call(staff({ role: 'liaison', unit: notice.unit })));
    return;
  }
  const { answers } = await ask(test.kernel, noticeQuery, { notice: notice.id }, call());
  await execute(
    test.kernel,
    decideAnswer,
    { notice: notice.id, answer: answers.at(-1)?.id ?? '', accept: act.accepts, reason: '请再说明' },
    call(),
  );
}

type Reported = { readonly bulletin: string; readonly on: string; readonly madeOn: string };

/** The bulletin of the month gone by: its numbers are those that the facts known that morning come to. */
async function report(district: SimDistrict, day: string): Promise<Reported> {
  const on = plus(day, -1);
  const { bulletin } = await makeBulletin(test.kernel, { kind: 'month', from: `${on.slice(0, 7)}-01`, to: on }, call());
  const { rows } = await ask(test.kernel, verificationQuery, { bulletin }, call());
  for (const definition of definitionsOf(district)) {
    const printed = rows.find(({ figure, what }) => figure === definition.code && what === 'value')?.released;
    expect(printed ?? null, `${definition.code} in the bulletin of ${on}`).toBe(valueOn(district.records, definition, on, day));
  }
  return { bulletin, on, madeOn: day };
}

/** Long after, every number of it is counted again, and what is another today is exactly what was recorded since. */
async function recount(district: SimDistrict, { bulletin, on, madeOn }: Reported): Promise<void> {
  const { rows } = await ask(test.kernel, verificationQuery, { bulletin }, call());
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter(({ isEqual }) => !isEqual)).toEqual([]);
  const { figures } = await ask(test.kernel, differencesQuery, { bulletin }, call());
  for (const definition of definitionsOf(district)) {
    const [then, now] = [madeOn, plus(FROM, DAYS - 1)].map((known) => valueOn(district.records, definition, on, known));
    const told = figures.find(({ code }) => code === definition.code);
    if (definition.count.rule === 'ratio' || then === now) continue;
    const [side] = told?.sides ?? [];
    const explained = side?.causes.reduce((sum, { amount }) => sum + amount, 0);
    expect([side?.released, side?.today, explained], `${definition.code} of ${on}`).toEqual([
      then,
      now,
      (now ?? 0) - (then ?? 0),
    ]);
  }
}

const definitionsOf = ({ world: { programme } }: SimDistrict) => programme.measures.flatMap(({ figures }) => figures);

const kept = () => inDistrict(test.kernel.database, test.district, (transaction) => listAll(transaction), 'read');
it('the same life lived through commands, jobs and PostgreSQL sends the same notices on the same days', {
  timeout: 300_000,
}, async () => {
  const district = new SimDistrict(world);
  goTo(FROM, 1);
  await execute(test.kernel, begin(district), {}, leye());
  let told = 0;
  const bulletins: Reported[] = [];
  for (let at = 0, day = FROM; at < DAYS; at += 1, day = plus(day, 1)) {
    const { figures } = district.live(day);
    const acts = district.acts.slice(told);
    told = district.acts.length;
    goTo(day, 6);
    for (const act of acts.filter(({ is }) => is === 'fact' || is === 'pause')) await live(act, district);
    await foldFacts(test.kernel.database, test.district);
    goTo(day, 7);
    await superviseDistrict(test.kernel, test.district);
    if (day.endsWith('-01')) {
      const ledger = await ask(test.kernel, ledgerQuery, {}, call());
      const lit = ledger.measures
        .flatMap((measure) => measure.figures)
        .map(({ code, light, current }) => [code, light, current.value]);
      expect(lit, day).toEqual(figures.map(({ summary }) => [summary.code, summary.light, summary.current.value]));
      if (day > FROM) bulletins.push(await report(district, day));
    }
    goTo(day, 15);
    for (const act of acts.filter(({ is }) => is !== 'fact' && is !== 'pause')) await live(act, district);
  }
  expect(bulletins).toHaveLength(5);
  for (const bulletin of bulletins) await recount(district, bulletin);
  const stored = await kept();
  const seen = (
    notices: readonly Pick<
      (typeof stored)[number],
      'id' | 'cause' | 'issuedOn' | 'state' | 'number' | 'clearedOn' | 'holdsUntil'
    >[],
  ) =>
    notices.map(({ cause, issuedOn, state, number, clearedOn, holdsUntil }) => [
      named(cause, notices),
      issuedOn,
      state,
      number,
      clearedOn,
      holdsUntil,
    ]);
  expect(stored.length).toBeGreaterThan(15);
  expect(seen(stored).toSorted()).toEqual(seen(district.notices).toSorted());
  // The timeline alone, which is only ever added to, leads every notice to where it stands; it does not tell how reminders end.
  const replayed = await inDistrict(
    test.kernel.database,
    test.district,
    async (transaction) => (await noticesThen(transaction, { until: clock.now() })).notices,
    'read',
  );
  const statesOf = (notices: readonly Pick<(typeof stored)[number], 'id' | 'step' | 'state'>[]) =>
    notices.filter(({ step }) => step !== 'reminder').map(({ id, state }) => [id, state]);
  expect(statesOf(replayed)).toEqual(statesOf(stored));
  const answers = await inDistrict(
    test.kernel.database,
    test.district,
    (transaction) =>
      answersOf(
        transaction,
        stored.map(({ id }) => id),
      ),
    'read',
  );
  expect([...answers.values()].flat()).toHaveLength(district.notices.flatMap(({ answers: own }) => own).length);
});
