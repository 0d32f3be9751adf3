import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import { documentHtml } from '../../kernel/document/html.tsx';
import { startOfDay } from '../../kernel/term/day.ts';
import type { PlannedMilestone } from '../plans/contract.ts';
import { plans } from '../plans/module.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { recordKinds } from '../records/module.ts';
import { answerNotice } from './commands/answer-notice.ts';
import { decideAnswer, withdrawNotice } from './commands/decide-answer.ts';
import { pauseClock, resumeClock } from './commands/pause.ts';
import { raiseNotice } from './commands/raise-notice.ts';
import { superviseDistrict } from './commands/run-day.ts';
import { setRules } from './commands/set-rules.ts';
import type { AnswerKind, Notice, RuleSet } from './contract.ts';
import { noticeLights } from './lights.ts';
import { presets } from './presets.ts';
import { noticeDocumentQuery, noticePaperQuery } from './queries/notice-paper.ts';
import { noticeListQuery, noticeQuery, rulesQuery } from './queries/notices.ts';

const clock = clockAt(new Date('2026-03-02T02:00:00Z'));
const office = staff({ role: 'programme-office' });
const housing = staff({ role: 'liaison', unit: 'housing' });
const education = staff({ role: 'liaison', unit: 'education' });

let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel(recordKinds, { clock, services: { lightParts: [noticeLights] } });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  // Only milestones are told here: figures without a single record would drown them.
  await execute(test.kernel, setRules, { from: 0, content: onlyDates, validFrom: '2026-03-02', note: '只管节点' }, call(office));
}, 120_000);
afterAll(() => test.close());

const onlyDates: RuleSet = {
  ...presets,
  rules: presets.rules.filter(({ trigger }) => trigger.when === 'due-soon' || trigger.when === 'late'),
};
const call = (actor = office) => ({ district: test.district, actor });
const goTo = (day: string) => clock.moveTo(new Date(startOfDay(day).getTime() + 8 * 3_600_000));
const runOn = (day: string) => {
  goTo(day);
  return superviseDistrict(test.kernel, test.district);
};
const list = async (filter: Record<string, string | number> = {}) =>
  (await ask(test.kernel, noticeListQuery, filter, call())).rows;
const read = (notice: string, actor = office): Promise<Notice> => ask(test.kernel, noticeQuery, { notice }, call(actor));
const about = async (milestone: string) => (await list({ subject: `milestone:${milestone}` })).toReversed();
const answer = (notice: string, kind: AnswerKind, more: { newDate?: string } = {}, actor = housing) =>
  execute(test.kernel, answerNotice, { notice, kind, text: '已安排专人办理', ...more }, call(actor));
async function decide(notice: string, accept: boolean, reason?: string) {
  const last = (await read(notice)).answers.at(-1);
  return execute(
    test.kernel,
    decideAnswer,
    { notice, answer: last?.id ?? '', accept, ...(reason ? { reason } : {}) },
    call(office),
  );
}

/** A milestone of measure 8 in force, due on a day. */
async function milestone(title: string, dueOn: string): Promise<string> {
  const commands = new Map((plans.commands ?? []).map((command) => [command.name, command]));
  const run = (name: string, input: object, actor = housing) => {
    const command = commands.get(name);
    if (!command) throw new Error(`no ${name}`);
    return execute(test.kernel, command, input, call(actor));
  };
  const found = await readPlan();
  const kept = found.milestones.map(
    ({ id, title, dueOn, unit, deliverable }): PlannedMilestone => ({ id, title, dueOn, unit, deliverable, proof: 'note' }),
  );
  const step: PlannedMilestone = { title, dueOn, unit: 'housing', deliverable: '材料', proof: 'note' };
  const content = { milestones: [...kept, step], paths: [], serviceLevels: [] };
  const { revision } = (await run('plans.save-plan', { measure: 8, revision: 0, content })) as { revision: number }; // reason: what the command answers
  await run('plans.submit-plan', { measure: 8, revision });
  await run('plans.decide-plan', { measure: 8, revision, accept: true }, office);
  return (await readPlan()).milestones.find((one) => one.title === title)?.id ?? '';
}

async function readPlan() {
  const query = plans.queries?.find(({ name }) => name === 'plans.get-plan');
  if (!query) throw new Error('no plans.get-plan');
  const plan = await ask(test.kernel, query, { measure: 8 }, call());
  return plan as { milestones: (PlannedMilestone & { id: string; state: string; doneOn: string | null })[] }; // reason: what the query answers
}

describe('a milestone that comes due and passes', () => {
  let id: string;
  beforeAll(async () => {
    goTo('2026-03-03');
    id = await milestone('完成首批房源验收', '2026-03-20');
  });

  it('is reminded of, urged and noticed, each once, however often the day is run', async () => {
    expect(await runOn('2026-03-16')).toMatchObject({ issued: 0, isFirst: true });
    expect(await runOn('2026-03-17')).toMatchObject({ issued: 1 });
    expect(await superviseDistrict(test.kernel, test.district)).toMatchObject({ issued: 0, isFirst: false });
    const both = await Promise.all([runOn('2026-03-23'), superviseDistrict(test.kernel, test.district)]);
    expect(both.map(({ issued }) => issued).toSorted()).toEqual([0, 1]);
    await runOn('2026-03-24');
    await runOn('2026-03-27');
    expect((await about(id)).map(({ step, issuedOn, state, number }) => [step, issuedOn, state, number?.no ?? null])).toEqual([
      ['reminder', '2026-03-17', 'escalated', null],
      ['urge', '2026-03-23', 'escalated', null],
      ['notice', '2026-03-27', 'open', 1],
    ]);
  });

  it('says why in one sentence, with the numbers of the day it went out', async () => {
    const [, urge] = await about(id);
    expect(urge?.why).toEqual({
      zh: '“完成首批房源验收”应在2026年3月20日完成，已逾期 1 个工作日。',
      en: '“完成首批房源验收” was due on 20 March 2026 (working days late: 1).',
    });
  });

  it('is answered by its own unit alone; the office returns the answer and the clock runs on with what was left', async () => {
    const [, , notice] = await about(id);
    const at = notice?.id ?? '';
    expect(notice?.clock).toMatchObject({ dueOn: '2026-04-03', daysLeft: 5 });
    await expect(answer(at, 'measure', {}, education)).rejects.toMatchObject({ kind: 'not-found' });
    goTo('2026-03-30');
    await answer(at, 'measure');
    await expect(answer(at, 'measure')).rejects.toMatchObject({ code: 'notice-answered' });
    expect((await runOn('2026-04-07')).issued, 'the answer lies with the office').toBe(0);
    await expect(decide(at, false)).rejects.toMatchObject({ code: 'reason-needed' });
    await decide(at, false, '没有写明完成时间');
    // One working day of five was used before the answer; 4 to 6 April is the Qingming holiday.
    expect((await read(at, housing)).clock).toMatchObject({ dueOn: '2026-04-13', daysLeft: 4 });
    expect(await read(at, housing)).toMatchObject({ state: 'returned', may: { answer: true, decide: false } });
  });

  it('a new date that is accepted moves it, holds everything back until then, and is a new cause after', async () => {
    const [, , notice] = await about(id);
    const at = notice?.id ?? '';
    goTo('2026-04-08');
    await expect(answer(at, 'new-date', { newDate: '2026-04-08' })).rejects.toMatchObject({ code: 'new-date-needed' });
    await answer(at, 'new-date', { newDate: '2026-04-30' });
    await decide(at, true);
    expect((await readPlan()).milestones.find((one) => one.id === id)?.dueOn).toBe('2026-04-30');
    await runOn('2026-04-28');
    expect((await about(id)).at(-1)).toMatchObject({ step: 'notice', state: 'accepted' });
    await runOn('2026-05-06');
    expect((await about(id)).at(-1)).toMatchObject({ step: 'urge', issuedOn: '2026-05-06' });
  });

  it('proof that is accepted settles it, and every notice about it is cleared', async () => {
    const urge = (await about(id)).at(-1)?.id ?? '';
    goTo('2026-05-07');
    await answer(urge, 'evidence');
    goTo('2026-05-08');
    await decide(urge, true);
    expect((await readPlan()).milestones.find((one) => one.id === id)).toMatchObject({ state: 'done', doneOn: '2026-05-07' });
    await runOn('2026-05-11');
    expect((await about(id)).every(({ clearedOn }) => clearedOn !== null)).toBe(true);
  });
});

describe('a notice as a paper', () => {
  it('says what was asked on the day it went out, whatever became of it since, under its number', async () => {
    const [notice] = await list({ step: 'notice' });
    const { documents } = await ask(test.kernel, noticeDocumentQuery, { notice: notice?.id ?? '' }, call());
    const paper = documents.zh;
    expect(paper).toMatchObject({
      number: '〔2026〕第1号',
      title: '督办通知',
      signature: '北京城市副中心·通州区就业友好型城市建设工作专班',
      addressee: '区住房城乡建设委：',
      date: '2026-03-27',
    });
    const said = paper.blocks.map((block) => (block.is === 'paragraph' ? block.text : ''));
    expect(said[0]).toBe('“完成首批房源验收”应在2026年3月20日完成，已逾期 5 个工作日。');
    expect(said.at(-1)).toContain('请于2026年4月3日前（自发出次日起 5 个工作日内）答复');
    expect((await writeDocx(paper)).subarray(0, 2).toString()).toBe('PK');
  });

  it('calls the unit by its English name in English', async () => {
    const [notice] = await list({ step: 'notice' });
    const { documents } = await ask(test.kernel, noticeDocumentQuery, { notice: notice?.id ?? '' }, call());
    expect(documents.en.addressee).toMatch(/Housing.*:$/);
  });

  it('is printed as it is downloaded, without what was answered', async () => {
    const [notice] = await list({ step: 'notice' });
    const at = { notice: notice?.id ?? '' };
    const { html } = await ask(test.kernel, noticePaperQuery, at, call());
    const { documents } = await ask(test.kernel, noticeDocumentQuery, at, call());
    expect(html).toEqual({ zh: documentHtml(documents.zh, 1), en: documentHtml(documents.en, 1) });
    expect(html.zh).toContain('〔2026〕第1号');
    expect(html.zh).not.toContain('已安排专人办理');
  });
});

describe('silence', () => {
  it('leads to a talk with the head of the unit, and turns the unit’s light until it answers', async () => {
    goTo('2026-05-12');
    const { notice } = await execute(
      test.kernel,
      raiseNotice,
      { measure: 8, unit: 'housing', step: 'notice', instruction: '请报送入住名单', instructedBy: '区领导', termWorkingDays: 2 },
      call(staff({ role: 'leader' })),
    );
    expect((await read(notice)).why.zh).toBe('区领导交办：请报送入住名单');
    expect(await lit()).toEqual([]);
    await runOn('2026-05-15');
    const [talk] = await list({ step: 'talk' });
    expect(talk).toMatchObject({ rule: 'unanswered', unit: 'housing', number: { year: 2026, no: 3 } });
    expect((await read(talk?.id ?? '')).parent).toBe(notice);
    expect(await lit()).toMatchObject([{ subject: `notice:${notice}`, light: 'silent', units: ['housing'] }]);
    await answer(notice, 'measure');
    expect(await lit()).toEqual([]);
  });

  const lit = () =>
    inDistrict(
      test.kernel.database,
      test.district,
      (transaction) => {
        const { kernel, district } = test;
        const today = clock.now().toISOString().slice(0, 10);
        const reading = {
          transaction,
          actor: office,
          district,
          now: clock.now(),
          today,
          kinds: kernel.kinds,
          services: kernel.services,
        };
        return noticeLights(reading, today);
      },
      'read',
    );
});

describe('pauses and quiet periods', () => {
  it('stop a clock with a reason from the day itself, and let it run again', async () => {
    goTo('2026-05-18');
    const { notice } = await execute(
      test.kernel,
      raiseNotice,
      { measure: 8, unit: 'housing', step: 'urge', instruction: '请补充资料', instructedBy: '区领导', termWorkingDays: 5 },
      call(office),
    );
    const subject = `notice:${notice}` as const;
    goTo('2026-05-19');
    await expect(execute(test.kernel, pauseClock, { subject, reason: '等' }, call(office))).rejects.toMatchObject({
      kind: 'invalid',
    });
    await execute(test.kernel, pauseClock, { subject, reason: '等待上级口径' }, call(office));
    expect((await read(notice)).clock).toMatchObject({ dueOn: null, daysLeft: 5, isPaused: true });
    await expect(execute(test.kernel, pauseClock, { subject, reason: '再次暂停' }, call(office))).rejects.toMatchObject({
      code: 'pause-there',
    });
    goTo('2026-05-25');
    await execute(test.kernel, resumeClock, { subject }, call(office));
    expect((await read(notice)).clock).toMatchObject({ dueOn: '2026-05-29', daysLeft: 4, isPaused: false });
    await execute(test.kernel, withdrawNotice, { notice, reason: '已由电话办妥' }, call(office));
    await expect(answer(notice, 'measure')).rejects.toMatchObject({ code: 'notice-settled' });
  });

  it('in a quiet period nothing goes out; what is still due goes out after it', async () => {
    goTo('2026-06-01');
    const id = await milestone('完成第二批房源验收', '2026-06-10');
    await execute(
      test.kernel,
      pauseClock,
      { subject: 'district', from: '2026-06-08', to: '2026-06-26', reason: '迎检期间' },
      call(office),
    );
    await execute(test.kernel, resumeClock, { subject: 'district' }, call(office));
    // Called off before it began, it can be set anew.
    const again = { subject: 'district' as const, from: '2026-06-08', to: '2026-06-26', reason: '迎检期间' };
    await execute(test.kernel, pauseClock, again, call(office));
    await runOn('2026-06-09');
    await runOn('2026-06-15');
    expect(await about(id)).toEqual([]);
    // The due date moved on by the working days that stood still: three were left before the quiet period.
    await runOn('2026-06-30');
    expect((await about(id)).map(({ step }) => step)).toEqual(['reminder']);
  });
});

describe('the rules', () => {
  it('are data: a new version holds from its day on, and names the version it was made from', async () => {
    goTo('2026-07-01');
    const [first] = onlyDates.rules;
    if (!first) throw new Error('the rules have none');
    const slower: RuleSet = { ...onlyDates, rules: [{ ...first, trigger: { when: 'due-soon', workingDays: 10 } }] };
    await execute(
      test.kernel,
      setRules,
      { from: 1, content: slower, validFrom: '2026-07-06', note: '提前十天提醒' },
      call(office),
    );
    await expect(
      execute(test.kernel, setRules, { from: 1, content: slower, validFrom: '2026-07-06', note: '再改一次' }, call(office)),
    ).rejects.toMatchObject({ code: 'rules-changed' });
    expect(await ask(test.kernel, rulesQuery, {}, call())).toMatchObject({ version: 1 });
    goTo('2026-07-06');
    expect(await ask(test.kernel, rulesQuery, {}, call())).toMatchObject({ version: 2, content: slower });
    const id = await milestone('完成第三批房源验收', '2026-07-17');
    await runOn('2026-07-07');
    expect((await about(id)).map(({ rulesVersion }) => rulesVersion)).toEqual([2]);
  });

  it('that go in circles are refused with what to correct', async () => {
    const circle = { ...presets, steps: { ...presets.steps, talk: { ...presets.steps.talk, escalatesTo: 'notice' as const } } };
    await expect(
      execute(test.kernel, setRules, { from: 2, content: circle, validFrom: '2026-08-01', note: '循环' }, call(office)),
    ).rejects.toMatchObject({ code: 'rules-wrong', details: [{ at: '/steps/talk', code: 'rules-escalate-up' }] });
  });
});
