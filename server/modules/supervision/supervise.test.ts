import { describe, expect, it } from 'vitest';
import { testCalendar as calendar } from '../../../tests/kernel.ts';
import type { NoticeState } from './contract.ts';
import { type NoticeEvent, nextState, transitions } from './notice-states.ts';
import { presets } from './presets.ts';
import { type Matter, type Sent, superviseDay } from './supervise.ts';

const milestone: Matter = {
  subject: 'milestone:1',
  measure: 6,
  unit: 'human-resources',
  dueOn: '2026-05-29', // a Friday
  daysLeft: null,
  plannedFor: '2026-05-29',
  isSettled: false,
  isDone: false,
  pace: null,
  isSilent: false,
  monthsBehind: 0,
  isOnPath: false,
  isPaused: false,
};
const figure: Matter = { ...milestone, subject: 'figure:6a', dueOn: null, plannedFor: null, pace: 1, isOnPath: true };
const sent = (more: Partial<Sent> = {}): Sent => ({
  id: 'n1',
  cause: 'urge-late/milestone:1/human-resources/2026-05-29',
  rule: 'urge-late',
  step: 'urge',
  subject: 'milestone:1',
  unit: 'human-resources',
  measure: 6,
  state: 'open',
  clearedOn: null,
  holdsUntil: null,
  promisedFor: null,
  dueOn: null,
  isPaused: false,
  ...more,
});
/** How many working days are left of a date that was never paused; nobody counts those of what is settled. */
const counted = (matter: Matter, on: string): Matter =>
  matter.dueOn === null || matter.isSettled || matter.daysLeft !== null
    ? matter
    : { ...matter, daysLeft: calendar.workingDaysBetween(on, matter.dueOn) };
const day = (on: string, matters: readonly Matter[], before: readonly Sent[] = [], isQuiet = false) =>
  superviseDay(on, { calendar, rules: presets, matters: matters.map((one) => counted(one, on)), sent: before, isQuiet });
const goingOut = (...of: Parameters<typeof day>) => day(...of).issue.map(({ rule, step }) => `${rule} ${step}`);

describe('a milestone', () => {
  it.each([
    ['2026-05-25', []],
    ['2026-05-26', ['remind-due reminder']], // three working days before
    ['2026-05-29', ['remind-due reminder']],
    ['2026-05-30', []], // Saturday
    ['2026-06-01', ['urge-late urge']],
    ['2026-06-04', ['urge-late urge']],
    ['2026-06-05', ['notice-late notice']], // five working days late
  ])('on %s: %o', (on, expected) => {
    expect(goingOut(on, [milestone])).toEqual(expected);
  });

  it('is counted by its own clock: days on which it stood still bring it neither nearer nor later', () => {
    expect(goingOut('2026-05-20', [{ ...milestone, daysLeft: 3 }])).toEqual(['remind-due reminder']);
    expect(goingOut('2026-06-12', [{ ...milestone, daysLeft: -2 }])).toEqual(['urge-late urge']);
  });

  it('gets each notice once, and a new one when it is given a new date', () => {
    expect(goingOut('2026-06-02', [milestone], [sent()])).toEqual([]);
    const moved = { ...milestone, dueOn: '2026-06-12', plannedFor: '2026-06-12' };
    expect(day('2026-06-02', [moved], [sent()]).cleared).toEqual(['n1']);
    expect(goingOut('2026-06-15', [moved], [sent({ clearedOn: '2026-06-02' })])).toEqual(['urge-late urge']);
  });

  it('is asked nothing while its report waits, and what was asked stands until the report is accepted', () => {
    const reported = { ...milestone, isSettled: true };
    expect(day('2026-06-05', [reported], [sent()])).toEqual({ issue: [], cleared: [], escalated: [] });
    expect(day('2026-06-05', [{ ...reported, isDone: true }], [sent()]).cleared).toEqual(['n1']);
  });

  it('is left alone in a quiet period, while it is paused, and while an accepted answer holds', () => {
    expect(goingOut('2026-06-05', [milestone], [], true)).toEqual([]);
    expect(goingOut('2026-06-05', [{ ...milestone, isPaused: true }])).toEqual([]);
    const held = sent({ state: 'accepted', holdsUntil: '2026-06-10' });
    expect(goingOut('2026-06-10', [milestone], [held])).toEqual([]);
    expect(goingOut('2026-06-11', [milestone], [held])).toEqual(['notice-late notice']);
  });

  it('is not chased further while an answer lies with the office', () => {
    expect(goingOut('2026-06-05', [milestone], [sent({ state: 'answered' })])).toEqual([]);
  });

  it('gets the notice in place of the open urge, which is taken over', () => {
    expect(day('2026-06-05', [milestone], [sent()])).toMatchObject({ issue: [{ step: 'notice' }], escalated: ['n1'] });
    const unansweredUrge = sent({ dueOn: '2026-06-04' });
    expect(day('2026-06-05', [milestone], [unansweredUrge]).issue, 'one notice, though both rules ask for it').toMatchObject([
      { step: 'notice', rule: 'notice-late' },
    ]);
  });
});

describe('a figure', () => {
  it('is urged below 80 % of its path, once until it is back on it', () => {
    const slow = { ...figure, pace: 0.79, isOnPath: false };
    expect(goingOut('2026-06-05', [slow])).toEqual(['urge-pace urge']);
    const urge = sent({ rule: 'urge-pace', subject: 'figure:6a', cause: 'urge-pace/figure:6a/human-resources/1' });
    expect(goingOut('2026-07-06', [slow], [urge])).toEqual([]);
    expect(day('2026-07-06', [{ ...slow, pace: 0.9 }], [urge]).cleared, 'better, and not yet on its path').toEqual([]);
    expect(day('2026-07-06', [figure], [urge]).cleared).toEqual(['n1']);
    expect(day('2026-09-01', [slow], [{ ...urge, clearedOn: '2026-07-06' }]).issue).toMatchObject([
      { cause: 'urge-pace/figure:6a/human-resources/2' },
    ]);
  });

  it('gets a notice when it was behind at two months’ ends running, and an urge when it falls silent', () => {
    expect(goingOut('2026-06-05', [{ ...figure, pace: 0.9, isOnPath: false, monthsBehind: 2 }])).toEqual([
      'notice-months notice',
    ]);
    expect(goingOut('2026-06-05', [{ ...figure, isOnPath: false, isSilent: true }])).toEqual(['urge-silent urge']);
  });
});

describe('a level of service', () => {
  it('is supervised as a figure is: urged when slow, given a notice after two months', () => {
    const level: Matter = { ...figure, subject: 'service:9-on-time', pace: 0.79, isOnPath: false };
    expect(goingOut('2026-06-05', [level])).toEqual(['urge-pace urge']);
    expect(goingOut('2026-06-05', [{ ...level, monthsBehind: 2 }])).toEqual(['notice-months notice']);
    const urge = sent({ rule: 'urge-pace', subject: level.subject, cause: 'urge-pace/service:9-on-time/human-resources/1' });
    expect(day('2026-06-08', [{ ...level, pace: 1, isOnPath: true }], [urge]).cleared).toEqual(['n1']);
  });
});

describe('what was taken back', () => {
  it('does not go out again by itself while its cause lasts, and may for the next', () => {
    const slow = { ...figure, pace: 0.7, isOnPath: false };
    const withdrawn = sent({
      rule: 'urge-pace',
      subject: 'figure:6a',
      cause: 'urge-pace/figure:6a/human-resources/1',
      state: 'withdrawn',
    });
    expect(goingOut('2026-06-08', [slow], [withdrawn])).toEqual([]);
    expect(day('2026-07-06', [figure], [withdrawn]).cleared).toEqual(['n1']);
    expect(goingOut('2026-09-01', [slow], [{ ...withdrawn, clearedOn: '2026-07-06' }])).toEqual(['urge-pace urge']);
  });
});

describe('silence and broken promises', () => {
  const notice = sent({
    id: 'n2',
    step: 'notice',
    rule: 'notice-late',
    cause: 'notice-late/milestone:1/human-resources/2026-05-29',
    dueOn: '2026-06-12',
  });

  it('a notice without an answer leads to a talk with the head of the unit the day after its term, once', () => {
    expect(goingOut('2026-06-12', [milestone], [notice])).toEqual([]);
    expect(day('2026-06-15', [milestone], [notice]).issue).toMatchObject([
      { step: 'talk', rule: 'unanswered', parent: 'n2', cause: 'unanswered/notice:n2' },
    ]);
    const talk = sent({ id: 'n3', step: 'talk', rule: 'unanswered', cause: 'unanswered/notice:n2' });
    expect(goingOut('2026-06-16', [milestone], [notice, talk])).toEqual([]);
  });

  it('not while its clock stands still', () => {
    expect(goingOut('2026-06-15', [milestone], [{ ...notice, isPaused: true }])).toEqual([]);
    expect(goingOut('2026-06-15', [milestone], [{ ...notice, dueOn: null }])).toEqual([]);
  });

  it('takes over what was not answered, so that the unit answers once', () => {
    expect(day('2026-06-15', [milestone], [notice]).escalated).toEqual(['n2']);
    const answered = sent({ id: 'n0', step: 'notice', state: 'answered' });
    expect(day('2026-06-15', [milestone], [notice, answered]).escalated).toEqual(['n2']);
  });

  it('not while the unit’s report waits for the office', () => {
    expect(goingOut('2026-06-15', [{ ...milestone, isSettled: true }], [notice])).toEqual([]);
  });

  it('an urge that is not answered becomes a notice', () => {
    const slow = { ...figure, isOnPath: false, isSilent: true };
    const urge = sent({ rule: 'urge-silent', subject: 'figure:6a', cause: 'urge-silent/1', dueOn: '2026-06-10' });
    expect(day('2026-06-11', [slow], [urge])).toMatchObject({
      issue: [{ step: 'notice', rule: 'unanswered', parent: 'n1' }],
      escalated: ['n1'],
    });
  });

  it('an answer without a date holds for its time; if nothing has changed then, the same step asks again, once', () => {
    const slow = { ...figure, pace: 0.9, isOnPath: false, monthsBehind: 3 };
    const answered = sent({
      rule: 'notice-months',
      step: 'notice',
      subject: 'figure:6a',
      cause: 'notice-months/figure:6a/human-resources/1',
      state: 'accepted',
      holdsUntil: '2026-06-19',
    });
    expect(goingOut('2026-06-18', [slow], [answered])).toEqual([]);
    expect(day('2026-06-22', [slow], [answered]).issue).toMatchObject([
      { step: 'notice', rule: 'again', cause: 'again/notice:n1', parent: 'n1', params: { held: '2026-06-19' } },
    ]);
    const again = { ...answered, id: 'n2', rule: 'again', cause: 'again/notice:n1' };
    expect(goingOut('2026-06-23', [slow], [answered, { ...again, state: 'open', holdsUntil: null }])).toEqual([]);
    expect(day('2026-08-03', [slow], [answered, { ...again, holdsUntil: '2026-07-31' }]).issue).toMatchObject([
      { rule: 'again', parent: 'n2' },
    ]);
    expect(goingOut('2026-08-03', [{ ...slow, isOnPath: true }], [answered])).toEqual([]);
  });

  it('a promise whose date has passed while nothing came of it leads there too, and from a talk to another talk', () => {
    const promised = {
      ...notice,
      state: 'accepted',
      holdsUntil: '2026-06-30',
      promisedFor: '2026-06-30',
      dueOn: null,
    } as const;
    expect(day('2026-07-01', [milestone], [{ ...promised, step: 'talk' }]).issue).toMatchObject([
      { step: 'talk', rule: 'broken', cause: 'broken/notice:n2' },
    ]);
    expect(goingOut('2026-06-30', [milestone], [promised])).toEqual([]);
    expect(day('2026-07-01', [milestone], [promised]).issue).toMatchObject([{ step: 'talk', rule: 'broken', parent: 'n2' }]);
    expect(goingOut('2026-07-01', [{ ...milestone, isSettled: true, isDone: true }], [promised])).toEqual([]);
  });

  it('an instruction by hand goes the same way, though it belongs to no milestone or figure', () => {
    const hand = { ...notice, rule: 'hand', subject: 'measure:6', cause: 'hand/n2' };
    expect(day('2026-06-15', [], [hand]).issue).toMatchObject([{ step: 'talk', subject: 'measure:6', parent: 'n2' }]);
    const urge = { ...hand, id: 'n4', step: 'urge', cause: 'hand/n4' } as const;
    expect(day('2026-06-15', [], [urge])).toMatchObject({ issue: [{ step: 'notice', parent: 'n4' }], escalated: ['n4'] });
    const child = { ...hand, id: 'n5', rule: 'unanswered', cause: 'unanswered/notice:n4' };
    expect(day('2026-06-23', [], [{ ...urge, state: 'escalated' }, child]).issue).toMatchObject([{ step: 'talk', parent: 'n5' }]);
  });

  it('on the day that was promised for it an instruction is asked about, once', () => {
    const hand = {
      ...notice,
      rule: 'hand',
      subject: 'measure:6',
      cause: 'hand/n2',
      state: 'accepted',
      holdsUntil: '2026-06-30',
      promisedFor: '2026-06-30',
      dueOn: null,
    } as const;
    expect(goingOut('2026-06-30', [], [hand])).toEqual([]);
    expect(goingOut('2026-07-01', [], [hand])).toEqual(['date-come notice']);
    const asked = sent({ id: 'n6', subject: 'measure:6', rule: 'date-come', cause: 'date-come/notice:n2' });
    expect(goingOut('2026-07-02', [], [hand, asked])).toEqual([]);
    expect(goingOut('2026-07-01', [], [{ ...hand, promisedFor: null }])).toEqual([]);
  });
});

describe('the states of a notice', () => {
  const states = Object.keys(transitions) as NoticeState[]; // reason: the table names every state
  const events: readonly NoticeEvent[] = ['answer', 'accept', 'return', 'clear', 'escalate', 'withdraw'];

  it('are these and no others', () => {
    const table = states.flatMap((state) =>
      events.flatMap((event) => {
        const next = nextState(state, event, 'urge');
        return next ? [`${state} ${event} ${next}`] : [];
      }),
    );
    expect(table).toEqual([
      'open answer answered',
      'open clear cleared',
      'open escalate escalated',
      'open withdraw withdrawn',
      'returned answer answered',
      'returned clear cleared',
      'returned escalate escalated',
      'returned withdraw withdrawn',
      'answered accept accepted',
      'answered return returned',
      'answered withdraw withdrawn',
    ]);
  });

  it('a notice or a talk wants its answer even when its cause has gone; a reminder is not answered', () => {
    for (const step of ['notice', 'talk'] as const) expect(nextState('open', 'clear', step)).toBeUndefined();
    expect(nextState('open', 'escalate', 'notice')).toBe('escalated');
    expect(nextState('open', 'escalate', 'talk')).toBeUndefined();
    expect(nextState('open', 'answer', 'reminder')).toBeUndefined();
  });
});
