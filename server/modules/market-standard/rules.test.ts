import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Counted, Outcome } from './contract.ts';
import { differs, gapsOf, gradeOf, outcomeOf, pointsOf } from './rules.ts';
import { published, readStandards, standardOn } from './standard.ts';

const text = readFileSync(new URL('../../../programme/gig-market/standard.yaml', import.meta.url), 'utf8');
const standard = standardOn('2026-06-18');
const outcome = fc.constantFrom<Counted>('met', 'partly', 'not', 'none');
const outcomes = fc
  .array(outcome, { minLength: standard.items.length, maxLength: standard.items.length })
  .map((list) => new Map(standard.items.map(({ code }, at) => [code, list[at] ?? 'not'])));

describe('the published standard', () => {
  test('has a hundred points, musts in every group that concerns rights and safety, and no amount of money yet', () => {
    expect(pointsOf(standard.items, () => 'met')).toEqual({ points: 100, of: 100 });
    for (const group of ['free', 'orders', 'matching', 'pay', 'safety', 'privacy', 'access'])
      expect(
        standard.items.some((item) => item.group === group && item.must),
        group,
      ).toBe(true);
    expect(Object.values(published().rewards)).toEqual([0, 0, 0]);
  });

  test('keeps an earlier version for the days it was in force', () => {
    const [own] = readStandards(text).standards;
    if (!own) throw new Error('a standard is published');
    const two = { standards: [own, { ...own, version: '2027-1', from: '2027-01-01' }], rewards: published().rewards };
    expect(standardOn('2026-12-31', two).version).toBe('2026-1');
    expect(standardOn('2027-01-01', two).version).toBe('2027-1');
  });

  test.each([
    ['a measure that nobody counts', 'measure: wages-in-time', 'measure: luck', 'there is no measure luck'],
    ['a group that is not there', 'group: place', 'group: elsewhere', 'P1 is of no group'],
    ['a source that is not listed', 'sources: [hr-15]', 'sources: [hearsay]', 'a source that is not listed'],
    ['a code twice', 'code: P2', 'code: P1', 'a code is there twice'],
    ['grades out of order', 'least: 80', 'least: 95', 'grades go from best to least'],
  ])('is refused with %s', (_name, was, is, why) => {
    expect(() => readStandards(text.replace(was, is))).toThrow(why);
  });
});

describe('an item by records', () => {
  test.each([
    ['share', 98, 'met'],
    ['share', 97.9, 'partly'],
    ['share', 89.9, 'not'],
    ['share', null, 'none'],
  ] as const)('a %s of %s is %s', (counts, value, is) => {
    expect(outcomeOf({ measure: 'wages-in-time', met: 98, partly: 90 }, { value, counts })).toBe(is);
  });

  test('of cases fewer are better', () => {
    const none = { measure: 'fee-complaints', met: 0, partly: 1 };
    expect([0, 1, 2].map((value) => outcomeOf(none, { value, counts: 'cases' }))).toEqual(['met', 'partly', 'not']);
  });
});

describe('a grade', () => {
  const order = ['unqualified', 'qualified', 'good', 'excellent'];
  const better: Readonly<Record<Outcome, Outcome>> = { not: 'partly', partly: 'met', met: 'met' };

  test('never falls when an item gets better', () => {
    fc.assert(
      fc.property(outcomes, fc.constantFrom(...standard.items), (given, { code }) => {
        const before = given.get(code) ?? 'not';
        if (before === 'none') return;
        const after = new Map(given).set(code, better[before]);
        const rank = (of: ReadonlyMap<string, Counted>) => order.indexOf(gradeOf(standard, (item) => of.get(item) ?? 'not'));
        expect(rank(after)).toBeGreaterThanOrEqual(rank(given));
      }),
    );
  });

  test('is never excellent or good while a must is not met, whatever the points', () => {
    for (const { code } of standard.items.filter(({ must }) => must)) {
      const short = (with_: Outcome) => gradeOf(standard, (item) => (item === code ? with_ : 'met'));
      expect([code, short('partly'), short('not')]).toEqual([code, 'qualified', 'unqualified']);
    }
  });

  test('leaves out what nothing was recorded of, on both sides', () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        const { points, of } = pointsOf(standard.items, (code) => given.get(code) ?? 'not');
        expect(points).toBeLessThanOrEqual(of);
        const left = standard.items.filter(({ code }) => given.get(code) !== 'none');
        expect(of).toBe(left.reduce((sum, item) => sum + item.points, 0));
      }),
    );
    expect(
      gradeOf(standard, () => 'none'),
      'of nothing there is no good grade',
    ).toBe('unqualified');
  });
});

describe('an inspection', () => {
  const answer = (given: Outcome, note = '看过了，没问题', evidence = 1) => ({
    outcome: given,
    note,
    evidence: { length: evidence },
  });
  const all = (of: ReturnType<typeof answer>) => new Map(standard.items.map(({ code }) => [code, of]));
  const none = new Set<string>();

  test('asks nothing of what the records show', () => {
    const asked = gapsOf(standard.items, new Map(), 'self', none).map(({ item }) => item);
    expect(asked).toEqual(standard.items.filter(({ shown }) => shown !== 'records').map(({ code }) => code));
    expect(gapsOf(standard.items, all(answer('met')), 'self', none)).toEqual([]);
  });

  test('needs a sentence wherever something is missing, and a file from the station', () => {
    expect(
      gapsOf(standard.items, all(answer('partly', '')), 'cross', none).every(({ code }) => code === 'market-note-needed'),
    ).toBe(true);
    const files = gapsOf(standard.items, all(answer('met', '看过了，没问题', 0)), 'self', none);
    expect(files.map(({ item }) => standard.items.find(({ code }) => code === item)?.shown)).toEqual(
      standard.items.flatMap(({ shown }) => (shown === 'photo' || shown === 'document' ? [shown] : [])),
    );
  });

  test('needs a file from who inspects only where the draw sent them to look', () => {
    expect(gapsOf(standard.items, all(answer('met', '看过了，没问题', 0)), 'cross', new Set(['P1', 'O2']))).toEqual([
      { item: 'P1', code: 'market-evidence-needed' },
    ]);
  });

  test('differs only where both speak and say different things', () => {
    expect([differs('met', 'met'), differs('met', 'not'), differs(undefined, 'not')]).toEqual([false, true, false]);
  });
});
