import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff } from '../../../tests/kernel.ts';
import { refusal } from '../../../tests/refusal.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import { documentHtml } from '../../kernel/document/html.tsx';
import { raiseNotice } from './commands/raise-notice.ts';
import { superviseDistrict } from './commands/run-day.ts';
import { setRules } from './commands/set-rules.ts';
import type { RuleSet } from './contract.ts';
import { noticeLights } from './lights.ts';
import { presets } from './presets.ts';
import { noticeDocumentQuery, noticePaperQuery } from './queries/notice-paper.ts';
import { rulesQuery } from './queries/notices.ts';
import { education, housing, office, onlyDates, openSupervision } from './supervision.fixture.ts';

let test: Awaited<ReturnType<typeof openSupervision>>;
beforeAll(async () => {
  test = await openSupervision();
}, 120_000);
afterAll(() => test.close());

describe('a milestone that comes due and passes', () => {
  let id: string;
  beforeAll(async () => {
    test.goTo('2026-03-03');
    id = await test.milestone('完成首批房源验收', '2026-03-20');
  });

  it('is reminded of, urged and noticed, each once, however often the day is run', async () => {
    expect(await test.runOn('2026-03-16')).toMatchObject({ issued: 0, isFirst: true });
    expect(await test.runOn('2026-03-17')).toMatchObject({ issued: 1 });
    expect(await superviseDistrict(test.kernel, test.district)).toMatchObject({ issued: 0, isFirst: false });
    const both = await Promise.all([test.runOn('2026-03-23'), superviseDistrict(test.kernel, test.district)]);
    expect(both.map(({ issued }) => issued).toSorted()).toEqual([0, 1]);
    await test.runOn('2026-03-24');
    await test.runOn('2026-03-27');
    expect(
      (await test.about(id)).map(({ step, issuedOn, state, number }) => [step, issuedOn, state, number?.no ?? null]),
    ).toEqual([
      ['reminder', '2026-03-17', 'escalated', null],
      ['urge', '2026-03-23', 'escalated', null],
      ['notice', '2026-03-27', 'open', 1],
    ]);
  });

  it('says why in one sentence, with the numbers of the day it went out', async () => {
    const [, urge] = await test.about(id);
    expect(urge?.why).toEqual({
      zh: '“完成首批房源验收”应在2026年3月20日完成，已逾期 1 个工作日。',
      en: '“完成首批房源验收” was due on 20 March 2026 (working days late: 1).',
    });
  });

  it('is answered by its own unit alone; the office returns the answer and the clock runs on with what was left', async () => {
    const [, , notice] = await test.about(id);
    const at = notice?.id ?? '';
    expect(notice?.clock).toMatchObject({ dueOn: '2026-04-03', daysLeft: 5 });
    await expect(test.answer(at, 'measure', {}, education)).rejects.toMatchObject({ kind: 'not-found' });
    test.goTo('2026-03-30');
    await test.answer(at, 'measure');
    await expect(test.answer(at, 'measure')).rejects.toMatchObject({ code: 'notice-answered' });
    expect((await test.runOn('2026-04-07')).issued, 'the answer lies with the office').toBe(0);
    await expect(test.decide(at, false)).rejects.toMatchObject({ code: 'reason-needed' });
    await test.decide(at, false, '没有写明完成时间');
    // One working day of five was used before the answer; 4 to 6 April is the Qingming holiday.
    expect((await test.read(at, housing)).clock).toMatchObject({ dueOn: '2026-04-13', daysLeft: 4 });
    expect(await test.read(at, housing)).toMatchObject({ state: 'returned', may: { answer: true, decide: false } });
  });

  it('a new date that is accepted moves it, holds everything back until then, and is a new cause after', async () => {
    const [, , notice] = await test.about(id);
    const at = notice?.id ?? '';
    test.goTo('2026-04-08');
    await expect(test.answer(at, 'new-date', { newDate: '2026-04-08' })).rejects.toMatchObject({ code: 'new-date-needed' });
    await test.answer(at, 'new-date', { newDate: '2026-04-30' });
    await test.decide(at, true);
    expect((await test.readPlan()).milestones.find((one) => one.id === id)?.dueOn).toBe('2026-04-30');
    await test.runOn('2026-04-28');
    expect((await test.about(id)).at(-1)).toMatchObject({ step: 'notice', state: 'accepted' });
    await test.runOn('2026-05-06');
    expect((await test.about(id)).at(-1)).toMatchObject({ step: 'urge', issuedOn: '2026-05-06' });
  });

  it('proof that is accepted settles it, and every notice about it is cleared', async () => {
    const urge = (await test.about(id)).at(-1)?.id ?? '';
    test.goTo('2026-05-07');
    await test.answer(urge, 'evidence');
    test.goTo('2026-05-08');
    await test.decide(urge, true);
    expect((await test.readPlan()).milestones.find((one) => one.id === id)).toMatchObject({
      state: 'done',
      doneOn: '2026-05-07',
    });
    await test.runOn('2026-05-11');
    expect((await test.about(id)).every(({ clearedOn }) => clearedOn !== null)).toBe(true);
  });
});

describe('a notice as a paper', () => {
  it('says what was asked on the day it went out, whatever became of it since, under its number', async () => {
    const [notice] = await test.list({ step: 'notice' });
    const { documents } = await ask(test.kernel, noticeDocumentQuery, { notice: notice?.id ?? '' }, test.call());
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
    const [notice] = await test.list({ step: 'notice' });
    const { documents } = await ask(test.kernel, noticeDocumentQuery, { notice: notice?.id ?? '' }, test.call());
    expect(documents.en.addressee).toMatch(/Housing.*:$/);
  });

  it('is printed as it is downloaded, without what was answered', async () => {
    const [notice] = await test.list({ step: 'notice' });
    const at = { notice: notice?.id ?? '' };
    const { html } = await ask(test.kernel, noticePaperQuery, at, test.call());
    const { documents } = await ask(test.kernel, noticeDocumentQuery, at, test.call());
    expect(html).toEqual({ zh: documentHtml(documents.zh, 1), en: documentHtml(documents.en, 1) });
    expect(html.zh).toContain('〔2026〕第1号');
    expect(html.zh).not.toContain('已安排专人办理');
  });
});

describe('silence', () => {
  it('leads to a talk with the head of the unit, and turns the unit’s light until it answers', async () => {
    test.goTo('2026-05-12');
    const { notice } = await execute(
      test.kernel,
      raiseNotice,
      { measure: 8, unit: 'housing', step: 'notice', instruction: '请报送入住名单', instructedBy: '区领导', termWorkingDays: 2 },
      test.call(staff({ role: 'leader' })),
    );
    expect((await test.read(notice)).why.zh).toBe('区领导交办：请报送入住名单');
    expect(await lit()).toEqual([]);
    await test.runOn('2026-05-15');
    const [talk] = await test.list({ step: 'talk' });
    expect(talk).toMatchObject({ rule: 'unanswered', unit: 'housing', number: { year: 2026, no: 3 } });
    expect((await test.read(talk?.id ?? '')).parent).toBe(notice);
    expect(await test.read(notice)).toMatchObject({ state: 'escalated', clock: null });
    const silent = { subject: `notice:${talk?.id}`, light: 'silent', units: ['housing'], why: { params: { due: '2026-05-14' } } };
    expect(await lit()).toMatchObject([silent]);
    expect(JSON.stringify(await lit()), 'lights are read by more people than instructions are').not.toContain('入住名单');
    await test.answer(talk?.id ?? '', 'measure');
    expect(await lit()).toEqual([]);
  });

  const lit = () =>
    inDistrict(
      test.kernel.database,
      test.district,
      (transaction) => {
        const { kernel, district } = test;
        const today = test.clock.now().toISOString().slice(0, 10);
        const reading = {
          transaction,
          actor: office,
          district,
          now: test.clock.now(),
          today,
          kinds: kernel.kinds,
          services: kernel.services,
        };
        return noticeLights(reading, today);
      },
      'read',
    );
});

describe('a milestone', () => {
  it('that is proved by a document is not said to be done without one', async () => {
    test.goTo('2026-06-01');
    const id = await test.milestone('报送验收报告', '2026-06-12', 'document');
    await test.runOn('2026-06-16');
    const urge = (await test.about(id)).find(({ step }) => step === 'urge')?.id ?? '';
    expect((await refusal(test.answer(urge, 'evidence'))).code).toBe('evidence-needed');
    await test.answer(urge, 'new-date', { newDate: '2026-12-31' });
    await test.decide(urge, true);
  });
});

describe('the rules', () => {
  it('are data: a new version holds from its day on, and names the version it was made from', async () => {
    test.goTo('2026-07-01');
    const [first] = onlyDates.rules;
    if (!first) throw new Error('the rules have none');
    const slower: RuleSet = { ...onlyDates, rules: [{ ...first, trigger: { when: 'due-soon', workingDays: 10 } }] };
    await execute(
      test.kernel,
      setRules,
      { from: 1, content: slower, validFrom: '2026-07-06', note: '提前十天提醒' },
      test.call(office),
    );
    await expect(
      execute(test.kernel, setRules, { from: 1, content: slower, validFrom: '2026-07-06', note: '再改一次' }, test.call(office)),
    ).rejects.toMatchObject({ code: 'rules-changed' });
    expect(await ask(test.kernel, rulesQuery, {}, test.call())).toMatchObject({ version: 1 });
    test.goTo('2026-07-06');
    expect(await ask(test.kernel, rulesQuery, {}, test.call())).toMatchObject({ version: 2, content: slower });
    const id = await test.milestone('完成第三批房源验收', '2026-07-17');
    await test.runOn('2026-07-07');
    expect((await test.about(id)).map(({ rulesVersion }) => rulesVersion)).toEqual([2]);
  });

  it('that go in circles are refused with what to correct', async () => {
    const circle = { ...presets, steps: { ...presets.steps, talk: { ...presets.steps.talk, escalatesTo: 'notice' as const } } };
    await expect(
      execute(test.kernel, setRules, { from: 2, content: circle, validFrom: '2026-08-01', note: '循环' }, test.call(office)),
    ).rejects.toMatchObject({ code: 'rules-wrong', details: [{ at: '/steps/talk', code: 'rules-escalate-up' }] });
  });
});
