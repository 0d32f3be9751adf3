import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { said } from '../../kernel/i18n/said.ts';
import type { Breakdown, FigureDetail } from '../figures/contract.ts';
import { isAboutPeople, publicTowns } from './small-cells.ts';

type Seen = Pick<FigureDetail, 'unit' | 'statement' | 'towns'>;

const statement = (kind: string): FigureDetail['statement'] => ({
  sources: [{ kind, title: said('培训', 'Training'), source: said('名册', 'Register'), counts: 'flow' }],
  limits: said('无', 'None'),
  records: 1,
  duplicates: 0,
  corrections: 0,
  late: 0,
  lastDay: null,
  lastRecordedAt: null,
  typed: null,
  silentAfterDays: 31,
});

const town = (value: number | null, index = 0, parts: { part?: number; whole?: number } = {}): Breakdown => ({
  code: `11011200${index}000`,
  name: `${index}镇`,
  value,
  records: 1,
  share: null,
  ...parts,
});

const people = (...values: (number | null)[]): Seen => ({
  unit: said('人次', 'person-times'),
  statement: statement('training.completed'),
  towns: values.map((value, index) => town(value, index)),
});

const told = (figure: Seen) => publicTowns(figure).map((one) => (one.shown === 'value' ? one.value : one.shown));

describe('counts of people by town', () => {
  it('are told as fewer than five from 1 to 4, and as they are from 5 and at 0', () => {
    expect(told(people(120, 5, 4, 1, 0, null))).toEqual([120, 5, 'few', 'few', 0, 'none']);
  });

  it('cannot be worked out by subtraction where only one is hidden', () => {
    expect(told(people(120, 17, 3))).toEqual([120, 'withheld', 'few']);
    expect(told(people(120, 3, 0))).toEqual(['withheld', 'few', 0]);
  });

  it('never show one to four, and never hide a single town alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 22 }), (values) => {
        const shown = told(people(...values));
        expect(shown.every((one) => typeof one !== 'number' || one === 0 || one >= 5)).toBe(true);
        const hidden = shown.filter((one) => typeof one !== 'number').length;
        const others = values.filter((value) => value >= 5).length;
        expect(hidden === 1 && others > 0).toBe(false);
      }),
    );
  });

  it('as a share are told from five people on', () => {
    const figure: Seen = {
      unit: said('%', '%'),
      statement: statement('dispute.closed'),
      towns: [town(97.5, 1, { part: 39, whole: 40 }), town(66.7, 2, { part: 2, whole: 3 })],
    };
    expect(told(figure)).toEqual([97.5, 'few']);
  });
});

describe('counts of things by town', () => {
  it('are told as they are', () => {
    const places: Seen = { unit: said('个', 'places'), statement: statement('place.verified'), towns: [town(3, 1), town(40, 2)] };
    expect(told(places)).toEqual([3, 40]);
  });

  it('know people by the unit or by the kind of record', () => {
    const unit = said('%', '%');
    expect(isAboutPeople({ unit, statement: statement('contract.signed') })).toBe(true);
    expect(isAboutPeople({ unit, statement: statement('specialist.serving') })).toBe(false);
    expect(isAboutPeople({ unit: said('人次', 'person-times'), statement: statement('new.kind') })).toBe(true);
  });
});
