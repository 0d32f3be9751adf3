import { describe, expect, it } from 'vitest';
import { testCalendar as calendar } from '../../../tests/kernel.ts';
import { clockOf, type Ticking } from './notice-clock.ts';

const ticking = (more: Partial<Ticking> = {}): Ticking => ({
  issuedOn: '2026-06-05',
  termDays: 5,
  pauses: [],
  answers: [],
  ...more,
});
const answer = (answeredOn: string, decidedOn: string | null, verdict: 'accepted' | 'returned' | null) => ({
  answeredOn,
  decidedOn,
  verdict,
});

describe('the clock of a notice', () => {
  it('counts working days from the day after it went out, over weekends and holidays', () => {
    expect(clockOf(ticking(), '2026-06-08', calendar)).toMatchObject({ dueOn: '2026-06-12', daysLeft: 4, isOverdue: false });
    // 19 to 21 June are the Dragon Boat holiday.
    expect(clockOf(ticking({ issuedOn: '2026-06-16' }), '2026-06-22', calendar)).toMatchObject({
      dueOn: '2026-06-24',
      daysLeft: 2,
    });
    expect(clockOf(ticking(), '2026-06-15', calendar)).toMatchObject({ daysLeft: -1, isOverdue: true });
  });

  it('counts a make-up Saturday as the working day it is', () => {
    // 9 May 2026 is worked; 1 to 5 May are not.
    expect(clockOf(ticking({ issuedOn: '2026-04-30', termDays: 3 }), '2026-05-06', calendar)?.dueOn).toBe('2026-05-08');
    expect(clockOf(ticking({ issuedOn: '2026-05-07', termDays: 2 }), '2026-05-08', calendar)?.dueOn).toBe('2026-05-09');
  });

  it('stands still while the answer lies with the office, and runs on with what was left when it is returned', () => {
    const waiting = ticking({ answers: [answer('2026-06-09', null, null)] });
    expect(clockOf(waiting, '2026-06-30', calendar)).toMatchObject({
      dueOn: null,
      daysLeft: 3,
      isPaused: true,
      isOverdue: false,
    });
    const returned = ticking({ answers: [answer('2026-06-09', '2026-06-30', 'returned')] });
    expect(clockOf(returned, '2026-07-01', calendar)).toMatchObject({ dueOn: '2026-07-03', daysLeft: 2, isPaused: false });
  });

  it('is never over because the office took its time, and gives a working day to answer again', () => {
    const onTheLastDay = (on: string, decidedOn: string | null) =>
      clockOf(ticking({ answers: [answer('2026-06-12', decidedOn, decidedOn === null ? null : 'returned')] }), on, calendar);
    expect(onTheLastDay('2026-06-24', null)).toMatchObject({ dueOn: null, daysLeft: 0, isOverdue: false });
    expect(onTheLastDay('2026-06-24', '2026-06-24')).toMatchObject({ dueOn: '2026-06-25', daysLeft: 1, isOverdue: false });
    expect(onTheLastDay('2026-06-26', '2026-06-24')).toMatchObject({ dueOn: '2026-06-25', daysLeft: -1, isOverdue: true });
    // Answered two working days late: the days at the office are nobody's delay either.
    const late = ticking({ answers: [answer('2026-06-16', '2026-06-24', 'returned')] });
    expect(clockOf(late, '2026-06-23', calendar)).toMatchObject({ daysLeft: -2, isOverdue: false, isPaused: true });
    expect(clockOf(late, '2026-06-24', calendar)).toMatchObject({ dueOn: '2026-06-25', isOverdue: false });
  });

  it('goes on from answer to answer, each returned with what it left', () => {
    const twice = ticking({
      answers: [answer('2026-06-09', '2026-06-10', 'returned'), answer('2026-06-11', '2026-06-16', 'returned')],
    });
    expect(clockOf(twice, '2026-06-16', calendar)).toMatchObject({ dueOn: '2026-06-18', daysLeft: 2 });
  });

  it('stands still while it is paused with a reason, also where it is over already', () => {
    const over = ticking({ pauses: [{ from: '2026-06-16', to: '2026-06-24' }] });
    expect(clockOf(over, '2026-06-24', calendar)).toMatchObject({ daysLeft: -2, isOverdue: true, isPaused: true });
    expect(clockOf(over, '2026-06-25', calendar)).toMatchObject({ daysLeft: -3, isPaused: false });
    expect(clockOf(ticking({ pauses: [{ from: '2026-06-08', to: '2026-06-14' }] }), '2026-06-10', calendar)).toMatchObject({
      dueOn: '2026-06-18',
      isPaused: true,
    });
  });

  it('is not there where nothing has to be answered', () => {
    expect(clockOf(ticking({ termDays: 0 }), '2026-06-30', calendar)).toBeNull();
  });
});
