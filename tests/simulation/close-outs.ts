import type { FigureDefinition } from '../../server/kernel/figure/definition.ts';
import type { Period } from '../../server/modules/close-out/contract.ts';
import { judgeFigure } from '../../server/modules/close-out/figure-rules.ts';
import { periodsOf } from '../../server/modules/close-out/periods.ts';
import { evaluateCloseOut, type Sight } from '../../server/modules/close-out/rules.ts';
import { seenFigure } from '../../server/modules/close-out/see-figures.ts';
import { isLive } from '../../server/modules/supervision/notice-states.ts';
import type { SimDistrict } from './district.ts';
import { isKept, lineOn, monthsTo, plus, valueOn } from './oracle.ts';
import { FROM, UNTIL } from './world.ts';

type Fail = (what: string) => void;
type Approved = { readonly measure: number; readonly period: Period; readonly definitions: readonly FigureDefinition[] };

/** How often each unit tries to close its measures, whether or not they are done: the gate has to hold, not the people. */
const EVERY = 10;

/**
 * Close-outs of a simulated district: applied for again and again, approved whenever the program finds nothing missing, and looked at
 * again on every day. Whatever it says about a figure is held against the facts.
 */
export class SimCloseOuts {
  readonly #district: SimDistrict;
  readonly #periods: readonly Period[];
  #approved: Approved[] = [];
  approvals = 0;
  reopened = 0;

  constructor(district: SimDistrict) {
    this.#district = district;
    this.#periods = periodsOf(district.world.programme);
  }

  live(day: string, at: number, fail: Fail): void {
    this.#recheck(day, fail);
    if (at % EVERY !== 0) return;
    for (const { no, figures } of this.#district.world.programme.measures)
      for (const period of this.#periods) {
        if (this.#approved.some((one) => one.measure === no && one.period === period)) continue;
        const sight = this.#see(no, figures, period, day);
        const { findings, isShort } = evaluateCloseOut(sight);
        for (const definition of figures) {
          const finding = findings.find(({ subject }) => subject === `figure:${definition.code}`);
          if (finding && finding.ok !== this.#holds(definition, period, day))
            fail(
              `close-out of ${no} for ${period.name}: ${definition.code} is ${finding.ok ? '' : 'not '}reached, its facts say otherwise`,
            );
        }
        if (isShort) continue;
        const open = this.#district.milestones.some(
          (one) => one.measure === no && one.dueOn <= period.to && one.state !== 'done',
        );
        if (open) fail(`close-out of ${no} for ${period.name} with a milestone open`);
        this.#approved.push({ measure: no, period, definitions: figures });
        this.approvals += 1;
      }
  }

  /** After every day's facts: what no longer holds is open again, and nothing stays closed that is short. */
  #recheck(day: string, fail: Fail): void {
    this.#approved = this.#approved.filter((one) => {
      const sight = this.#see(one.measure, one.definitions, one.period, day);
      const isBroken = sight.figures.some(
        (figure) => !judgeFigure(figure, { period: one.period, startsOn: FROM, today: day }).ok,
      );
      if (isBroken) this.reopened += 1;
      return !isBroken;
    });
    for (const { measure, period, definitions } of this.#approved)
      for (const definition of definitions)
        if (!this.#holds(definition, period, day))
          fail(`${measure} is closed for ${period.name} while ${definition.code} is short`);
  }

  #see(no: number, definitions: readonly FigureDefinition[], period: Period, today: string): Sight {
    const { milestones, notices, world } = this.#district;
    const on = today < period.to ? today : period.to;
    return {
      period,
      startsOn: FROM,
      today,
      figures: this.#district
        .summaries(on, definitions)
        .map(
          ({ definition, summarised }) =>
            seenFigure(definition, summarised, { period, startsOn: FROM, on, kinds: world.kinds }).seen,
        ),
      services: [],
      milestones: milestones
        .filter(({ measure }) => measure === no)
        .map((one) => ({ ...one, originalDueOn: one.firstDueOn, isDone: one.state === 'done' })),
      notices: notices
        .filter(({ measure }) => measure === no)
        .map(({ id, step, issuedOn, state }) => ({ id, step, number: null, issuedOn, isSettled: !isLive(state) })),
    };
  }

  /** Said a second time, from the facts alone: has this figure kept its promise for the period, as known today? */
  #holds(definition: FigureDefinition, period: Period, today: string): boolean {
    const { records } = this.#district;
    const { target } = definition;
    const over = today > period.to;
    const on = over ? period.to : today;
    if (target.per === 'month') {
      const own = monthsTo(on).filter((month) => month >= period.from.slice(0, 7));
      return over && own.every((month) => (valueOn(records, definition, lastOf(month), today) ?? 0) >= target.value);
    }
    if (target.per === 'standing')
      return over && isKept(target.comparator, valueOn(records, definition, on, today), target.value);
    if (!over && definition.count.rule !== 'sum') return false;
    if (target.per === 'year' && period.name === 'programme') {
      const years = [2026, 2027].map((year) => (`${year}-12-31` < on ? `${year}-12-31` : on));
      return (
        on.startsWith('2027') &&
        years.every((day) => isKept(target.comparator, valueOn(records, definition, day, today), target.value))
      );
    }
    const line = lineOn(target, period.to);
    const isPath = period.name !== 'programme' && target.per !== 'year';
    const due = isPath ? Math.ceil((line.path ?? 0) - 1e-6) : line.total;
    return isKept(target.comparator, valueOn(records, definition, on, today), due);
  }
}

const lastOf = (month: string): string => {
  const next = plus(`${month}-28`, 6).slice(0, 7);
  return month === UNTIL.slice(0, 7) ? UNTIL : plus(`${next}-01`, -1);
};
