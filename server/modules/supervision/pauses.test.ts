import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/refusal.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { withdrawNotice } from './commands/decide-answer.ts';
import { pauseClock, resumeClock } from './commands/pause.ts';
import { raiseNotice } from './commands/raise-notice.ts';
import { rulesQuery } from './queries/notices.ts';
import { office, openSupervision } from './supervision.fixture.ts';

let test: Awaited<ReturnType<typeof openSupervision>>;
beforeAll(async () => {
  test = await openSupervision();
}, 120_000);
afterAll(() => test.close());

describe('pauses and quiet periods', () => {
  it('stop a clock with a reason from the day itself, and let it run again', async () => {
    test.goTo('2026-05-18');
    const { notice } = await execute(
      test.kernel,
      raiseNotice,
      { measure: 8, unit: 'housing', step: 'urge', instruction: '请补充资料', instructedBy: '区领导', termWorkingDays: 5 },
      test.call(office),
    );
    const subject = `notice:${notice}` as const;
    test.goTo('2026-05-19');
    await expect(execute(test.kernel, pauseClock, { subject, reason: '等' }, test.call(office))).rejects.toMatchObject({
      kind: 'invalid',
    });
    await execute(test.kernel, pauseClock, { subject, reason: '等待上级口径' }, test.call(office));
    expect((await test.read(notice)).clock).toMatchObject({ dueOn: null, daysLeft: 5, isPaused: true });
    await expect(execute(test.kernel, pauseClock, { subject, reason: '再次暂停' }, test.call(office))).rejects.toMatchObject({
      code: 'pause-there',
    });
    test.goTo('2026-05-25');
    await execute(test.kernel, resumeClock, { subject }, test.call(office));
    expect((await test.read(notice)).clock).toMatchObject({ dueOn: '2026-05-29', daysLeft: 4, isPaused: false });
    await execute(test.kernel, withdrawNotice, { notice, reason: '已由电话办妥' }, test.call(office));
    await expect(test.answer(notice, 'measure')).rejects.toMatchObject({ code: 'notice-settled' });
  });

  it('in a quiet period nothing goes out; what is still due goes out after it', async () => {
    test.goTo('2026-06-01');
    const id = await test.milestone('完成第二批房源验收', '2026-06-10');
    await execute(
      test.kernel,
      pauseClock,
      { subject: 'district', from: '2026-06-08', to: '2026-06-26', reason: '迎检期间' },
      test.call(office),
    );
    await execute(test.kernel, resumeClock, { subject: 'district' }, test.call(office));
    // Called off before it began, it can be set anew.
    const again = { subject: 'district' as const, from: '2026-06-08', to: '2026-06-26', reason: '迎检期间' };
    await execute(test.kernel, pauseClock, again, test.call(office));
    await test.runOn('2026-06-09');
    await test.runOn('2026-06-15');
    expect(await test.about(id)).toEqual([]);
    // The due date moved on by the working days that stood still: three were left before the quiet period.
    await test.runOn('2026-06-30');
    expect((await test.about(id)).map(({ step }) => step)).toEqual(['reminder']);
  });

  it('of the district may be set in any order, lie anywhere but on one another, and be called off one by one', async () => {
    test.goTo('2026-07-01');
    const quiet = (from: string, to: string) =>
      execute(test.kernel, pauseClock, { subject: 'district', from, to, reason: '重大活动' }, test.call());
    const { pause: february } = await quiet('2027-02-01', '2027-02-12');
    await quiet('2026-12-10', '2026-12-12');
    await quiet('2026-12-13', '2026-12-14');
    expect(await refusal(quiet('2026-12-01', '2026-12-10'))).toMatchObject({
      code: 'pause-there',
      params: { from: '2026-12-10', reason: '重大活动' },
    });
    await execute(test.kernel, resumeClock, { subject: 'district', pause: february }, test.call());
    const days = async () =>
      (await ask(test.kernel, rulesQuery, {}, test.call())).quiet
        .filter(({ from }) => from >= '2026-12-01')
        .map(({ from, to }) => [from, to])
        .sort();
    expect(await days()).toEqual([
      ['2026-12-09', '2026-12-12'],
      ['2026-12-12', '2026-12-14'],
    ]);
    await quiet('2027-02-08', '2027-02-20');
    expect((await refusal(execute(test.kernel, resumeClock, { subject: 'district', pause: february }, test.call()))).code).toBe(
      'pause-none',
    );
  });

  it('of a measure hold what was raised by hand about it; nothing settled can be paused', async () => {
    test.goTo('2026-08-03');
    const notice = await test.raise('notice', '请报送台账', 3);
    const measure = { subject: 'measure:8' } as const;
    await execute(test.kernel, pauseClock, { ...measure, reason: '系统切换' }, test.call());
    await test.runOn('2026-08-17');
    expect((await test.read(notice)).clock).toMatchObject({ dueOn: null, daysLeft: 3, isPaused: true });
    expect(await test.list({ step: 'talk' })).toEqual([]);
    await execute(test.kernel, resumeClock, measure, test.call());
    expect((await test.read(notice)).clock).toMatchObject({ dueOn: '2026-08-19', isPaused: false });
    await execute(test.kernel, withdrawNotice, { notice, reason: '已经报来' }, test.call());
    const again = { subject: `notice:${notice}` as const, reason: '补一个暂停' };
    expect((await refusal(execute(test.kernel, pauseClock, again, test.call()))).code).toBe('notice-settled');
  });

  it('leave an answer that came late as late as it was, and give a day to answer again', async () => {
    test.goTo('2026-09-01');
    const notice = await test.raise('notice', '请报送花名册', 2);
    test.goTo('2026-09-04');
    await test.answer(notice, 'measure');
    test.goTo('2026-09-18');
    expect((await test.read(notice)).clock).toMatchObject({ daysLeft: -1, isOverdue: false, isPaused: true });
    await test.decide(notice, false, '花名册不全');
    expect((await test.read(notice)).clock).toMatchObject({ dueOn: '2026-09-20', daysLeft: 1, isOverdue: false });
  });
});
