import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../kernel/figure/definition.ts';
import { addDays } from '../../kernel/term/day.ts';
import { closeOutEvents, closeOutStates, type Period } from './contract.ts';
import { dueIn, type FigureSeen, figureRules, judgeFigure } from './figure-rules.ts';
import { periodsOf } from './periods.ts';
import { evaluateCloseOut, gradeRules, type MilestoneSeen, type NoticeSeen, type Sight } from './rules.ts';
import { transitions } from './states.ts';
import { findingText, words } from './words.ts';

const startsOn = '2025-01-01';
const [year2025, year2026, year2027, whole] = periodsOf({ startsOn, validUntil: '2027-12-31' }) as [
  Period,
  Period,
  Period,
  Period,
]; // reason: three years and the whole

const target = (value: number, per: Target['per'], comparator: Target['comparator'] = '>='): Target => ({
  comparator,
  value,
  per,
  by: '2027-12-31',
});
const complete: FigureSeen['statement'] = {
  hasSources: true,
  hasLimits: true,
  lastDay: '2026-12-30',
  quietDays: 1,
  silentAfterDays: 30,
  hasLapsed: false,
};
/** Each month's own value, from January 2025; what stands is their sum within the year or since the beginning. */
function figure(given: Partial<FigureSeen> & { target: Target }, values: readonly number[] = []): FigureSeen {
  const months = values.map((value, at) => {
    const month = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
    const since = given.target.per === 'year' ? at - (at % 12) : 0;
    return { month, value, standing: values.slice(since, at + 1).reduce((sum, one) => sum + one, 0) };
  });
  return {
    code: '1',
    title: { zh: '采集空岗', en: 'Vacancies collected' },
    unit: { zh: '个', en: 'openings' },
    decimals: 0,
    rule: 'sum',
    value: months.at(-1)?.standing ?? null,
    months,
    statement: complete,
    ...given,
  };
}
const sight = (given: Partial<Sight>): Sight => ({
  period: year2026,
  startsOn,
  today: '2027-01-15',
  figures: [],
  services: [],
  milestones: [],
  notices: [],
  ...given,
});
const codes = (given: Partial<Sight>) =>
  evaluateCloseOut(sight(given)).findings.map(({ code, ok }) => `${ok ? '+' : '-'}${code.slice(10)}`);
const milestone = (given: Partial<MilestoneSeen> = {}): MilestoneSeen => ({
  id: 'm1',
  title: '出台办法',
  dueOn: '2026-06-30',
  originalDueOn: '2026-06-30',
  doneOn: '2026-06-20',
  isDone: true,
  ...given,
});
const notice = (given: Partial<NoticeSeen> = {}): NoticeSeen => ({
  id: 'n1',
  step: 'urge',
  number: null,
  issuedOn: '2026-08-01',
  isSettled: true,
  ...given,
});
const judged = (seen: FigureSeen, period: Period, today: string) => {
  const { ok, code, params } = judgeFigure(seen, { period, startsOn, today });
  return { ok, code: code.slice('close-out-'.length), params };
};
const twelve = (value: number) => Array.from({ length: 12 }, () => value);

describe('a period', () => {
  it('is a year of the programme, or the whole of it', () => {
    expect([year2025, year2026, year2027, whole].map(({ name, from, to }) => `${name} ${from} ${to}`)).toEqual([
      '2025 2025-01-01 2025-12-31',
      '2026 2026-01-01 2026-12-31',
      '2027 2027-01-01 2027-12-31',
      'programme 2025-01-01 2027-12-31',
    ]);
    expect(periodsOf({ startsOn: '2025-07-01', validUntil: '2026-06-30' }).map(({ from, to }) => `${from} ${to}`)).toEqual([
      '2025-07-01 2025-12-31',
      '2026-01-01 2026-06-30',
      '2025-07-01 2026-06-30',
    ]);
  });

  it('that has not begun cannot be closed, and says when it begins', () => {
    expect(evaluateCloseOut(sight({ today: '2025-11-01' }))).toMatchObject({
      isShort: true,
      grade: null,
      findings: [{ code: 'close-out-not-begun', params: { day: '2026年1月1日', dayEn: '1 January 2026' } }],
    });
  });
});

describe('a figure is judged by its kind of promise', () => {
  it('has a rule for every kind of promise, for a year and for the whole', () => {
    expect(figureRules.map(({ per }) => per).sort()).toEqual(['average-year', 'month', 'programme', 'standing', 'year']);
  });

  it('each year: what the year brought; closed early once reached, and named with what is missing', () => {
    const promise = target(40_000, 'year');
    const seen = (last: number) => figure({ target: promise }, [...twelve(3000), ...twelve(3000).slice(1), last]);
    expect(judged(seen(7000), year2026, '2027-01-15')).toMatchObject({ ok: true, code: 'figure-reached' });
    expect(judged(seen(6500), year2026, '2027-01-15')).toMatchObject({
      ok: false,
      code: 'figure-short',
      params: { value: '39,500\u2009个', due: '至少 4万个', missing: '500\u2009个', missingEn: '500 openings' },
    });
    const early = figure({ target: promise }, [...twelve(3000), ...twelve(5000).slice(0, 8)]);
    expect(judged(early, year2026, '2026-08-31')).toMatchObject({ ok: true, code: 'figure-reached' });
  });

  it('each month: every month of the period, and only when it is over', () => {
    const promise = target(2, 'month');
    const good = figure({ target: promise }, [...twelve(1), ...twelve(2)]);
    expect(judged(good, year2026, '2026-12-31')).toMatchObject({ ok: false, code: 'figure-waits' });
    expect(judged(good, year2026, '2027-01-01')).toMatchObject({ ok: true, code: 'months-kept', params: { months: 12 } });
    const bad = figure({ target: promise }, [...twelve(2), 2, 2, 1, 2, 0, ...twelve(2).slice(5)]);
    expect(judged(bad, year2026, '2027-01-01')).toMatchObject({
      ok: false,
      code: 'months-short',
      params: { n: 2, months: 12, which: '2026年3月、2026年5月', whichEn: 'March 2026, May 2026' },
    });
    expect(judged(good, whole, '2028-01-01')).toMatchObject({ ok: false, code: 'months-short', params: { n: 12 } });
  });

  it('in all by the end: the path at a year’s end, the total at the end', () => {
    const promise = target(30_000, 'programme');
    const at = (value: number) => figure({ target: promise, value });
    const due = (period: Period) => dueIn(at(0), { period, startsOn, today: '2028-01-01' });
    expect([year2025, year2026, year2027, whole].map(due)).toEqual([10_000, 20_000, 30_000, 30_000]);
    expect(judged(at(20_000), year2026, '2027-01-15').ok).toBe(true);
    expect(judged(at(19_999), year2026, '2027-01-15')).toMatchObject({ ok: false, params: { missing: '1\u2009个' } });
    expect(judged(at(29_999), whole, '2028-01-15').ok).toBe(false);
    expect(judged(at(30_000), whole, '2027-03-15').ok).toBe(true);
  });

  it('by the path of the plan where there is one', () => {
    const promise: Target = { ...target(30_000, 'programme'), path: [{ day: '2026-12-31', value: 12_000 }] };
    expect(judged(figure({ target: promise, value: 12_000 }), year2026, '2027-01-15').ok).toBe(true);
    expect(judged(figure({ target: promise, value: 11_999 }), year2026, '2027-01-15').ok).toBe(false);
  });

  it('a year on average: a third of the whole each year', () => {
    const promise = target(4000, 'average-year');
    expect(judged(figure({ target: promise, value: 8000 }), year2026, '2027-01-15').ok).toBe(true);
    expect(judged(figure({ target: promise, value: 11_999 }), whole, '2028-01-15').ok).toBe(false);
    expect(judged(figure({ target: promise, value: 12_000 }), whole, '2028-01-15').ok).toBe(true);
  });

  it('at all times: as it stands on the last day, and only when the period is over', () => {
    const promise = target(98, 'standing');
    const at = (value: number | null) =>
      figure({ target: promise, rule: 'ratio', value, unit: { zh: '%', en: '%' }, decimals: 1 });
    expect(judged(at(99), year2026, '2026-12-31')).toMatchObject({ ok: false, code: 'figure-waits' });
    expect(judged(at(98), year2026, '2027-01-01').ok).toBe(true);
    expect(judged(at(97.96), year2026, '2027-01-01')).toMatchObject({
      ok: false,
      params: { value: '97.9%', missing: '0.1\u2009个百分点', missingEn: '0.1 points' },
    });
    expect(judged(at(null), year2026, '2027-01-01')).toMatchObject({ ok: false, code: 'figure-no-value' });
  });

  it('what stands is never closed early, though it was promised in all: it may end again', () => {
    const places = figure({ target: target(500, 'programme'), rule: 'level', value: 900 });
    expect(judged(places, year2026, '2026-11-30')).toMatchObject({ ok: false, code: 'figure-waits' });
    expect(judged(places, year2026, '2027-01-01').ok).toBe(true);
  });

  it('each year, for the whole programme: every year for itself', () => {
    const promise = target(300, 'year');
    const good = figure({ target: promise }, [...twelve(25), ...twelve(25), ...twelve(25)]);
    expect(judged(good, whole, '2028-01-05')).toMatchObject({ ok: true, code: 'years-kept' });
    const bad = figure({ target: promise }, [...twelve(25), ...twelve(24), ...twelve(30)]);
    expect(judged(bad, whole, '2028-01-05')).toMatchObject({ ok: false, params: { which: '2026年', whichEn: '2026' } });
    expect(judged(figure({ target: promise }, twelve(25)), whole, '2026-05-05')).toMatchObject({
      ok: false,
      code: 'years-short',
    });
  });

  it('about, more than and at most mean what they say', () => {
    const done = (comparator: Target['comparator'], value: number) =>
      judged(figure({ target: target(1000, 'programme', comparator), value }), whole, '2028-01-05').ok;
    expect([done('~', 950), done('~', 949)]).toEqual([true, false]);
    expect([done('>', 1000), done('>', 1001)]).toEqual([false, true]);
    expect([done('<=', 1000), done('<=', 1001)]).toEqual([true, false]);
    const missing = (comparator: Target['comparator'], value: number) =>
      judged(figure({ target: target(1000, 'programme', comparator), value }), whole, '2028-01-05').params.missing;
    expect([missing('>', 1000), missing('~', 949), missing('<=', 1002)]).toEqual(['1\u2009个', '1\u2009个', '2\u2009个']);
  });

  it('never closes below the promise, and what is missing is never nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Target['per']>('year', 'programme', 'average-year', 'standing'),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.double({ min: 0, max: 2_000_000, noNaN: true }),
        fc.constantFrom(year2025, year2026, year2027, whole),
        fc.integer({ min: -400, max: 800 }),
        (per, value, reached, period, days) => {
          const seen = figure({ target: target(value, per), value: reached });
          const judging = { period, startsOn, today: addDays(period.to, days) };
          if (judging.today < period.from || (per === 'year' && period.name === 'programme')) return;
          const { ok, params } = judgeFigure(seen, judging);
          const isOver = judging.today > period.to;
          expect(ok).toBe(reached >= dueIn(seen, judging) && (isOver || per !== 'standing'));
          if (!ok && 'missing' in params) expect(String(params.missing)).not.toBe('');
        },
      ),
    );
  });
});

describe('beside the figures', () => {
  const figures = [figure({ target: target(100, 'year') }, [...twelve(10), ...twelve(10)])];

  it('every milestone due by then is done; a later or moved one does not count', () => {
    expect(codes({ figures, milestones: [milestone()] })).toContain('+milestones-done');
    expect(codes({ figures, milestones: [milestone({ isDone: false, doneOn: null })] })).toContain('-milestone-open');
    expect(codes({ figures, milestones: [milestone({ isDone: false, dueOn: '2027-01-01' })] })).toContain('+milestones-none');
    // One of an earlier year is asked for as long as it is open.
    expect(codes({ figures, milestones: [milestone({ isDone: false, dueOn: '2025-03-01' })] })).toContain('-milestone-open');
  });

  it('every notice is answered and accepted; a reminder asks for no answer', () => {
    expect(codes({ figures, notices: [notice()] })).toContain('+notices-settled');
    const number = { zh: '〔2026〕第3号', en: 'No. 3 of 2026' };
    for (const step of ['notice', 'talk'] as const)
      expect(codes({ figures, notices: [notice({ step, number, isSettled: false })] })).toContain('-notice-open');
    expect(codes({ figures, notices: [notice({ step: 'urge', number: null, isSettled: false })] })).toContain('-urge-open');
    expect(codes({ figures, notices: [notice({ step: 'reminder', isSettled: false })] })).toContain('+notices-none');
  });

  it('the data-quality statement is complete', () => {
    const with_ = (statement: Partial<FigureSeen['statement']>) => {
      const [first] = figures;
      if (!first) throw new Error('no figure');
      return codes({ figures: [{ ...first, statement: { ...complete, ...statement } }] }).filter((code) =>
        code.includes('statement'),
      );
    };
    expect(with_({})).toEqual(['+statement-complete']);
    expect(with_({ hasSources: false })).toEqual(['-statement-no-source']);
    expect(with_({ hasLimits: false })).toEqual(['-statement-no-limits']);
    expect(with_({ lastDay: null })).toEqual(['-statement-no-record']);
    expect(with_({ quietDays: 31 })).toEqual(['-statement-silent']);
    expect(with_({ hasLapsed: true, quietDays: 99 })).toEqual(['-statement-lapsed']);
  });

  it('a task without figures needs a milestone in the period, done', () => {
    expect(codes({})).toEqual(['-nothing-due', '+notices-none']);
    expect(evaluateCloseOut(sight({ milestones: [milestone()] }))).toMatchObject({ isShort: false, grade: 'excellent' });
    expect(codes({ milestones: [milestone({ dueOn: '2025-06-30' })] })).toContain('-nothing-due');
  });

  it('a task without figures and milestones closes on the levels of service that were promised', () => {
    const services = [{ key: '11-signed', title: { zh: '家庭医生签约', en: 'Signed up with a family doctor' }, isKept: true }];
    expect(codes({ services })).toEqual(['+service-kept', '+milestones-none', '+notices-none']);
    expect(evaluateCloseOut(sight({ services }))).toMatchObject({ isShort: false, grade: 'excellent' });
    expect(codes({ services: services.map((one) => ({ ...one, isKept: false })) })).toContain('-service-short');
  });

  it('a promised level of service is kept, and judged when the period is over', () => {
    const services = [{ key: '9-days', title: { zh: '办理天数', en: 'Days to decide' }, isKept: true }];
    const milestones = [milestone()];
    expect(codes({ milestones, services })).toContain('+service-kept');
    expect(codes({ milestones, services, today: '2026-12-31' })).toContain('-figure-waits');
    expect(codes({ milestones, services: services.map((one) => ({ ...one, isKept: false })) })).toContain('-service-short');
  });
});

describe('the grade', () => {
  const reached = (sum: number) => [figure({ target: target(100, 'year') }, [...twelve(0), ...twelve(0).slice(1), sum])];
  const grade = (given: Partial<Sight>) => evaluateCloseOut(sight(given)).grade;

  it('is told by the rule alone: what was reached, what was urged, what was late', () => {
    expect(grade({ figures: reached(110) })).toBe('excellent');
    expect(grade({ figures: reached(109) })).toBe('good');
    expect(grade({ figures: reached(110), notices: [notice()] })).toBe('good');
    expect(grade({ figures: reached(100), notices: [notice(), notice({ id: 'n2' })] })).toBe('qualified');
    expect(grade({ figures: reached(200), notices: [notice({ step: 'notice' })] })).toBe('qualified');
    expect(grade({ figures: reached(110), milestones: [milestone({ doneOn: '2026-07-02' })] })).toBe('good');
    expect(
      grade({
        figures: reached(110),
        milestones: [milestone({ doneOn: '2026-07-02' }), milestone({ id: 'm2', doneOn: '2026-07-03' })],
      }),
    ).toBe('qualified');
    expect(grade({ figures: reached(99) })).toBeNull();
    expect(grade({ figures: reached(110), notices: [notice({ issuedOn: '2025-05-01', step: 'talk' })] })).toBe('excellent');
  });

  it('is excellent as well when the promise was reached in an earlier month, and where more than the promise is impossible', () => {
    expect(grade({ figures: [figure({ target: target(100, 'year') }, [...twelve(0), ...twelve(10).slice(2), 0, 5])] })).toBe(
      'excellent',
    );
    expect(grade({ figures: [figure({ target: target(98, 'standing'), rule: 'ratio', value: 98 })] })).toBe('excellent');
  });

  it('has a rule for each, best first, the last without bounds', () => {
    expect(gradeRules.map((rule) => rule.grade)).toEqual(['excellent', 'good', 'qualified']);
    expect(gradeRules.at(-1)).toMatchObject({ surplus: 1, urges: null, notices: null, lateMilestones: null });
  });
});

describe('the states', () => {
  it('allow exactly these events', () => {
    const table = closeOutStates.flatMap((state) =>
      closeOutEvents.flatMap((event) => {
        const next = transitions[state][event];
        return next ? [`${state} –${event}→ ${next}`] : [];
      }),
    );
    expect(table).toEqual([
      'open –apply→ applied',
      'open –propose-waiver→ waiver-proposed',
      'applied –withdraw→ withdrawn',
      'applied –return→ returned',
      'applied –approve→ approved',
      'applied –propose-waiver→ waiver-proposed',
      'returned –apply→ applied',
      'returned –propose-waiver→ waiver-proposed',
      'withdrawn –apply→ applied',
      'withdrawn –propose-waiver→ waiver-proposed',
      'approved –reopen→ reopened',
      'waiver-proposed –apply→ applied',
      'waiver-proposed –sign-waiver→ waived',
      'waiver-proposed –decline-waiver→ returned',
      'waived –apply→ waived-applied',
      'waived-applied –withdraw→ waived',
      'waived-applied –return→ waived',
      'waived-applied –approve→ approved',
      'reopened –apply→ applied',
      'reopened –propose-waiver→ waiver-proposed',
    ]);
    expect(Object.keys(transitions).sort()).toEqual([...closeOutStates].sort());
  });
});

it('every finding and every event has its words', () => {
  const found = [
    ...[
      'not-begun',
      'figure-waits',
      'figure-no-value',
      'figure-reached',
      'figure-short',
      'months-kept',
      'months-short',
      'years-kept',
      'years-short',
    ],
    ...['service-kept', 'service-short', 'milestone-open', 'milestones-done', 'milestones-none', 'nothing-due'],
    ...[
      'notice-open',
      'urge-open',
      'notices-settled',
      'notices-none',
      'statement-complete',
      'statement-silent',
      'statement-lapsed',
    ],
    ...['statement-no-record', 'statement-no-source', 'statement-no-limits'],
  ].map((code) => `close-out-${code}`);
  for (const code of found) {
    expect(findingText(code).zh, code).not.toBe(code);
    expect(words[`problem.${code}`], code).toBeDefined();
  }
  for (const event of closeOutEvents) expect(words[`timeline.close-out-${event}`], event).toBeDefined();
});
