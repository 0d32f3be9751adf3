import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenRanks, betweenShares } from './chance.ts';
import { type FairnessRow, fairnessGroups, fairnessOf } from './fairness.ts';
import { fairnessRulesOn, publishedFairnessRules, readFairnessRules } from './fairness-rules.ts';
import { matchBatch } from './ladder.ts';
import { anInput, anOrder, aWorker, market } from './market.fixture.ts';
import { effectOfMornings, longWaiting } from './three-mornings.ts';

const rules = fairnessRulesOn('2027-03-05', publishedFairnessRules());
const yaml = readFileSync(new URL('../../../../programme/gig-market/fairness.yaml', import.meta.url), 'utf8');

/** So many women and men, so many of each matched. */
const mornings = (women: number, womenMatched: number, men: number, menMatched: number, over: Partial<FairnessRow> = {}) => {
  const some = (count: number, matched: number, sex: string): FairnessRow[] =>
    Array.from({ length: count }, (_, at) => ({
      person: `${sex}${at}`,
      groups: sex === 'w' ? ['women'] : [],
      waitedMinutes: 30,
      isMatched: at < matched,
      ...(at < matched ? { pay: 20_000 } : {}),
      ...over,
    }));
  return [...some(women, womenMatched, 'w'), ...some(men, menMatched, 'm')];
};
const womenIn = (rows: readonly FairnessRow[]) =>
  fairnessOf(rows, { open: 100, taken: 80 }, rules).groups.find(({ group }) => group === 'women');
const alarmsIn = (rows: readonly FairnessRow[]) => womenIn(rows)?.alarms.map(({ about }) => about);

describe('fairness', () => {
  it('shows each group beside all', () => {
    const fairness = fairnessOf(mornings(40, 20, 60, 45), { open: 100, taken: 65 }, rules);
    expect(fairness).toMatchObject({ rules: '2026-1', fillRate: 0.65, all: { people: 100, matched: 65, matchRate: 0.65 } });
    expect(fairness.groups[0]).toMatchObject({
      group: 'women',
      figures: { people: 40, matched: 20, matchRate: 0.5, medianWait: 30, p95Wait: 30, medianPay: 20_000 },
    });
  });

  it.each([
    ['a large difference among many', [200, 100, 300, 210], ['match-rate']],
    ['as large a difference among few, which chance may bring', [20, 10, 30, 21], []],
    ['a small difference among very many', [20_000, 13_600, 20_000, 14_000], []],
    ['a difference in their favour', [200, 160, 300, 180], []],
    ['none at all', [200, 120, 300, 180], []],
    ['nobody matched', [200, 0, 300, 0], []],
    ['everybody but them', [200, 0, 300, 300], ['match-rate']],
  ] as const)('%s', (_, counts, alarms) => {
    const [women, womenMatched, men, menMatched] = counts;
    expect(alarmsIn(mornings(women, womenMatched, men, menMatched))).toEqual(alarms);
  });

  it('tells longer waiting and lower pay, not what is hardly a difference', () => {
    const rows = (wait: number, pay: number) =>
      mornings(100, 60, 200, 120).map((row, at) => ({
        ...row,
        waitedMinutes: 40 + (at % 11) + (row.groups.length > 0 ? wait : 0),
        ...(row.pay === undefined ? {} : { pay: 20_000 + (at % 7) * 100 - (row.groups.length > 0 ? pay : 0) }),
      }));
    expect(alarmsIn(rows(30, 0))).toEqual(['waiting']);
    expect(alarmsIn(rows(10, 0))).toEqual([]);
    expect(alarmsIn(rows(0, 2000))).toEqual(['pay']);
    expect(alarmsIn(rows(0, 500))).toEqual([]);
    expect(alarmsIn(rows(30, 2000))).toEqual(['waiting', 'pay']);
  });

  it('hides groups of fewer than ten, and those whose complement would be', () => {
    expect(womenIn(mornings(9, 1, 60, 45))?.figures).toBeNull();
    expect(womenIn(mornings(60, 1, 9, 5))?.figures).toBeNull();
    expect(womenIn(mornings(10, 1, 60, 45))?.figures?.medianPay).toBeNull();
    expect(fairnessOf([], { open: 0, taken: 0 }, rules)).toMatchObject({ fillRate: null, all: null });
    const often = mornings(9, 0, 60, 60).flatMap((row) => Array.from({ length: 20 }, () => row));
    expect(womenIn(often)).toMatchObject({ figures: null, alarms: [] });
  });

  it('takes many mornings of one person for one person', () => {
    // Fourteen women of whom four always find work, thirty men of whom sixteen do, on forty mornings.
    const month = mornings(14, 4, 30, 16).flatMap((row) => Array.from({ length: 40 }, () => row));
    expect(alarmsIn(month)).toEqual([]);
    const plain = month.map((row, at) => ({ ...row, person: `${row.person} ${at}` }));
    expect(alarmsIn(plain)).toEqual(['match-rate']);
  });

  it('cries wolf in hardly more than one of a hundred months without a difference', () => {
    let alarms = 0;
    let state = 7;
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const rounds = 500;
    for (let round = 0; round < rounds; round += 1) {
      const rows = Array.from(
        { length: 300 },
        (_, at): FairnessRow => ({
          person: `${at}`,
          groups: at % 3 === 0 ? ['women'] : [],
          waitedMinutes: 0,
          isMatched: random() < 0.7,
        }),
      );
      alarms += alarmsIn(rows)?.length ?? 0;
    }
    expect(alarms / rounds).toBeLessThan(0.02);
  });

  it('measures in the way of the textbooks', () => {
    const shares = (yes: number, times: number) =>
      Array.from({ length: times }, (_, at) => ({ yes: at < yes ? 1 : 0, times: 1 }));
    expect(betweenShares(shares(45, 100), shares(60, 100))).toBeCloseTo(-2.124, 3);
    expect(betweenRanks([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(-2.611, 3);
    expect(betweenRanks([1, 1], [1, 1])).toBe(0);
  });

  it('reads published rules, and refuses wrong ones', () => {
    expect(() => readFairnessRules(yaml.replace('payPercent: 5', 'payPercent: five'))).toThrow('/rules/0/payPercent');
    expect(() => readFairnessRules(`${yaml}${yaml.slice(yaml.indexOf('  - version'))}`)).toThrow('do not begin after');
  });

  it('plays no part in matching: the groups are nothing that a batch is told', () => {
    const told = Object.keys(aWorker('w'));
    for (const group of [...fairnessGroups, 'sex', 'gender', 'registered']) expect(told).not.toContain(group);
  });
});

describe('nobody waits three mornings unseen', () => {
  const long = [
    aWorker('long', { mornings: 4, place: { latitude: 39.7, longitude: 116.55 } }),
    aWorker('none', { mornings: 3, skills: [] }),
  ];
  const others = ['a', 'b', 'c'].map((id) => aWorker(id));
  const input = anInput([...long, ...others], [anOrder('o', { seats: 2 })]);
  const output = matchBatch(input, { milliseconds: 60_000 });

  it('lists everybody who has, with their order or the reason', () => {
    expect(longWaiting(input, output, rules)).toEqual([
      { worker: 'long', mornings: 4, order: 'o', reason: null },
      { worker: 'none', mornings: 3, order: null, reason: expect.objectContaining({ code: 'trade' }) },
    ]);
  });

  it('says what the rule did, beside the same batch without it', () => {
    const effect = effectOfMornings(input, output, rules, { milliseconds: 60_000 });
    expect(effect).toMatchObject({
      people: 2,
      matched: 1,
      matchedWithout: 0,
      allMatched: 2,
      allMatchedWithout: 2,
      isProven: true,
    });
    expect(effect.gained).toEqual(['long']);
    expect(effect.stoodBack).toHaveLength(1);
  });

  it('never lets fewer people work', () => {
    fc.assert(
      fc.property(market({ workers: 6, orders: 4 }), (any) => {
        const effect = effectOfMornings(any, matchBatch(any, { milliseconds: 60_000 }), rules, { milliseconds: 60_000 });
        expect(effect.allMatched).toBe(effect.allMatchedWithout);
        expect(effect.gained.length).toBe(effect.stoodBack.length);
      }),
      { numRuns: 100 },
    );
  });
});
