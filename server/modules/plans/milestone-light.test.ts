import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCalendar as calendar } from '../../../tests/kernel.ts';
import { addDays } from '../../kernel/term/day.ts';
import { effectiveDue, milestoneLight } from './milestone-light.ts';

const milestone = {
  dueOn: '2026-05-29',
  firstDueOn: '2026-05-29',
  since: '2026-03-02',
  state: 'open',
  reportedOn: null,
  doneOn: null,
} as const;

/** The same, looking at every single day: as many working days as without the pause, those of the pause left out. */
function walked(planned: string, { from, to }: { from: string; to: string }): string {
  const isHeld = (day: string) => day > from && day <= to;
  let due = planned;
  while (!calendar.isWorkingDay(due)) due = addDays(due, 1);
  if (from >= due || to <= milestone.since) return due;
  let left = 0;
  for (let day: string = addDays(milestone.since, 1); day <= due; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) left += 1;
  let day: string = due > milestone.since ? milestone.since : due;
  for (let open = left; open > 0; ) {
    day = addDays(day, 1);
    if (calendar.isWorkingDay(day) && !isHeld(day)) open -= 1;
  }
  while (isHeld(day) || (left > 0 && !calendar.isWorkingDay(day))) day = addDays(day, 1);
  return day;
}

describe('the light of a milestone', () => {
  it.each([
    ['2026-05-20', {}, 'on-path', 'milestone-open'],
    ['2026-05-26', {}, 'on-path', 'milestone-near'],
    ['2026-05-29', {}, 'on-path', 'milestone-near'],
    ['2026-05-30', {}, 'overdue', 'milestone-overdue'],
    ['2026-06-01', { state: 'reported', reportedOn: '2026-05-29' }, 'on-path', 'milestone-reported'],
    ['2026-06-02', { state: 'reported', reportedOn: '2026-06-01' }, 'behind', 'milestone-reported'],
    ['2026-06-02', { state: 'done', reportedOn: '2026-05-28', doneOn: '2026-05-28' }, 'ahead', 'milestone-done'],
    ['2026-06-02', { state: 'done', reportedOn: '2026-05-29', doneOn: '2026-05-29' }, 'on-path', 'milestone-done'],
    ['2026-06-02', { state: 'done', reportedOn: '2026-06-01', doneOn: '2026-06-01' }, 'on-path', 'milestone-done-late'],
    ['2026-06-02', { dueOn: '2026-06-30' }, 'behind', 'milestone-put-off'],
    ['2026-05-20', { dueOn: '2026-06-30' }, 'on-path', 'milestone-open'],
    ['2026-05-20', { state: 'done', reportedOn: '2026-06-01', doneOn: '2026-06-01' }, 'on-path', 'milestone-open'],
  ] as const)('on %s with %o is %s: %s', (on, more, light, reason) => {
    const lit = milestoneLight({ ...milestone, ...more }, on, calendar);
    expect([lit.light, lit.why.reason]).toEqual([light, reason]);
  });

  it('says how many working days it is late, holidays not counted', () => {
    // 1 to 5 May are holidays, the 9th is worked.
    const due = { ...milestone, dueOn: '2026-04-30', firstDueOn: '2026-04-30' };
    expect(milestoneLight(due, '2026-05-05', calendar).why.params.days).toBe(0);
    expect(milestoneLight(due, '2026-05-09', calendar).why.params.days).toBe(4);
  });

  it('is in time until the next working day where its date is a day off', () => {
    // 28 November 2026 is a Saturday.
    const due = { ...milestone, dueOn: '2026-11-28', firstDueOn: '2026-11-28' };
    expect(effectiveDue(due, [], calendar)).toBe('2026-11-30');
    expect(milestoneLight(due, '2026-11-29', calendar)).toMatchObject({ light: 'on-path', why: { params: { days: 1 } } });
    expect(milestoneLight(due, '2026-12-01', calendar)).toMatchObject({ light: 'overdue', why: { params: { days: 1 } } });
    expect(milestoneLight({ ...due, state: 'done', doneOn: '2026-11-30' }, '2026-12-01', calendar).why.reason).toBe(
      'milestone-done',
    );
  });

  it('stands still while it is paused, and its date moves on by the working days it was paused', () => {
    expect(milestoneLight(milestone, '2026-06-10', calendar, [{ from: '2026-05-25', to: null }])).toMatchObject({
      light: 'on-path',
      why: { reason: 'milestone-paused' },
    });
    expect(effectiveDue(milestone, [{ from: '2026-05-24', to: '2026-05-31' }], calendar)).toBe('2026-06-05');
  });

  it('counts no day on which it stood still, neither before its date nor after', () => {
    const quiet = [{ from: '2026-05-24', to: '2026-05-31' }];
    expect(milestoneLight(milestone, '2026-05-22', calendar, quiet).why.params).toMatchObject({ due: '2026-06-05', days: 5 });
    const after = [{ from: '2026-06-01', to: '2026-06-07' }];
    expect(milestoneLight(milestone, '2026-06-09', calendar, after)).toMatchObject({
      light: 'overdue',
      why: { params: { days: 3 } },
    });
    const moved = { ...milestone, dueOn: '2026-06-12', firstDueOn: '2026-05-10' };
    expect(milestoneLight(moved, '2026-05-20', calendar, quiet).why.params).toMatchObject({ due: '2026-06-12' });
  });

  it('is never moved by a pause that begins after it was due, nor brought forward by any', () => {
    expect(effectiveDue(milestone, [{ from: '2026-05-29', to: '2026-07-01' }], calendar)).toBe('2026-05-29');
    fc.assert(
      fc.property(fc.nat(400), fc.nat(120), fc.nat(400), (dueIn, length, from) => {
        const dueOn = addDays(milestone.since, dueIn);
        const pause = { from: addDays(milestone.since, from - 60), to: addDays(milestone.since, from - 60 + length) };
        const moved = effectiveDue({ since: milestone.since, dueOn }, [pause], calendar) ?? '';
        expect(moved).toBe(walked(dueOn, pause));
        expect(moved >= dueOn).toBe(true);
      }),
    );
  });
});
