import type { DefinitionChange, FigureDifference, FrozenFigure, SideDifference } from '../contract.ts';
import { added, type Caused, cents } from './causes.ts';
import type { CauseSum } from './facts-since.ts';
import { differingNumbers } from './numbers.ts';
import { isIn } from './slices.ts';

/** One figure four times: as released; with today's facts; with today's list of places too; with today's rules. */
export type Stages = {
  readonly released: FrozenFigure;
  readonly facts: FrozenFigure;
  readonly places: FrozenFigure;
  readonly today: FrozenFigure | undefined;
};

/** What the stages are told by: the facts since, the places that changed, the definitions that did, and what keys are called. */
export type Since = {
  readonly sums: readonly CauseSum[];
  readonly places: readonly ChangedPlace[];
  readonly changes: readonly DefinitionChange[];
  readonly startsOn: string;
  nameOf(what: string, key: string): string;
};

/** Whether every number of the figure is today what it was, and its rule too. */
export const isSame = (stages: Stages, changes: readonly DefinitionChange[]): boolean =>
  stages.today !== undefined &&
  stages.today.rule === stages.released.rule &&
  changes.length === 0 &&
  differingNumbers(stages).length === 0 &&
  (['value', 'part', 'whole'] as const).every((side) => stages.today?.current[side] === stages.released.current[side]);

/** Why a figure is another today, number by number. The causes of a side add up to its difference exactly. */
export function explain(stages: Stages, since: Since): FigureDifference {
  const { released, today } = stages;
  return {
    code: released.code,
    title: released.title,
    unit: released.unit,
    decimals: released.decimals,
    released: released.current.value,
    today: today?.current.value ?? null,
    isStillPromised: today !== undefined,
    sides: sidesOf(stages, since.sums.filter(isIn(released, 'value', '', since)), since.places),
    numbers: differingNumbers(stages, since),
    changes: since.changes,
    facts: since.sums.reduce((count, sum) => count + sum.facts, 0),
  };
}

/** A listed place that came to be covered or ceased to be, or was listed or struck off, since the bulletin. */
export type ChangedPlace = { readonly side: 'part' | 'whole'; readonly place: string; readonly amount: 1 | -1 };

function sidesOf(
  { released, facts, places, today }: Stages,
  sums: readonly CauseSum[],
  changed: readonly ChangedPlace[],
): SideDifference[] {
  if (today && today.rule !== released.rule) return otherRule(released, today);
  const sides = released.rule === 'ratio' || released.rule === 'coverage' ? (['part', 'whole'] as const) : (['value'] as const);
  return sides.flatMap((side): SideDifference[] => {
    const of = (figure: FrozenFigure | undefined) => (side === 'value' ? figure?.current.value : figure?.current[side]) ?? null;
    const [was, withFacts, withPlaces, is] = [of(released), of(facts), of(places), of(today)];
    if (was === null || is === null || withFacts === null || withPlaces === null) return [];
    const causes = [
      ...fromFacts(released, side, sums, changed, withFacts - was),
      { cause: 'places' as const, facts: 0, amount: cents(withPlaces - withFacts) },
      { cause: 'rule' as const, facts: 0, amount: cents(is - withPlaces) },
    ].filter(({ amount, facts: count }) => amount !== 0 || count > 0);
    return cents(is - was) === 0 && causes.length === 0 ? [] : [{ side, released: was, today: is, causes }];
  });
}

/** Counted another way there are no sides to compare, only the two numbers. */
function otherRule(released: FrozenFigure, today: FrozenFigure): SideDifference[] {
  const [was, is] = [released.current.value, today.current.value];
  if (was === null || is === null) return [];
  return [{ side: 'value', released: was, today: is, causes: [{ cause: 'rule', facts: 0, amount: cents(is - was) }] }];
}

function fromFacts(
  released: FrozenFigure,
  side: SideDifference['side'],
  sums: readonly CauseSum[],
  changed: readonly ChangedPlace[],
  difference: number,
): Caused[] {
  if (released.rule === 'typed') return cents(difference) === 0 ? [] : [{ cause: 'typed', facts: 0, amount: cents(difference) }];
  const own = sums.filter((sum) => side === 'value' || sum.side === side);
  if (released.rule === 'coverage')
    return byPlaces(
      own,
      changed.filter((place) => place.side === side),
    );
  return added(own.map(({ cause, facts, amount }) => ({ cause, facts, amount })));
}

/** A place counts once, whatever number of facts it has: each change of a place is laid to the facts at it that pull the same way. */
function byPlaces(sums: readonly CauseSum[], changed: readonly ChangedPlace[]): Caused[] {
  return added(
    changed.map(({ place, amount }) => {
      const there = sums.filter((sum) => sum.place === place && Math.sign(sum.amount) === amount);
      const main = there.reduce<CauseSum | undefined>(
        (most, sum) => (Math.abs(sum.amount) > Math.abs(most?.amount ?? 0) ? sum : most),
        undefined,
      );
      return {
        cause: main?.cause ?? (amount > 0 ? 'late' : 'taken-back'),
        facts: there.reduce((count, sum) => count + sum.facts, 0),
        amount,
      };
    }),
  );
}
