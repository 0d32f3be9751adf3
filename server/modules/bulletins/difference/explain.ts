import type { FigureValue } from '../../figures/contract.ts';
import type { Cause, FigureDifference, FrozenFigure, SideDifference } from '../contract.ts';
import type { CountedFigure } from '../freeze/numbers.ts';
import type { CauseSum } from './facts-since.ts';

/** One figure four times: as released; with today's facts; with today's list of places too; with today's rules. */
export type Stages = {
  readonly released: FrozenFigure;
  readonly facts: CountedFigure;
  readonly places: CountedFigure;
  readonly today: CountedFigure | undefined;
};

/** Why a figure is another today, number by number. Undefined where it is the same. The causes add up to the difference exactly. */
export function explain(
  stages: Stages,
  sums: readonly CauseSum[],
  changedPlaces: readonly ChangedPlace[],
): FigureDifference | undefined {
  const { released, today } = stages;
  const light = { released: released.light, today: today?.light ?? null };
  const path = { released: released.path, today: today?.path ?? null };
  const isSame =
    today !== undefined &&
    sameValue(released.current, today.current) &&
    light.released === light.today &&
    path.released === path.today &&
    released.rule === today.rule;
  if (isSame) return undefined;
  return {
    code: released.code,
    title: released.title,
    unit: released.unit,
    decimals: released.decimals,
    released: released.current.value,
    today: today?.current.value ?? null,
    isStillPromised: today !== undefined,
    sides: sidesOf(stages, sums, changedPlaces),
    light,
    path,
    facts: sums.reduce((count, sum) => count + sum.facts, 0),
  };
}

const sameValue = (a: FigureValue, b: FigureValue): boolean => a.value === b.value && a.part === b.part && a.whole === b.whole;

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
    const of = (figure: CountedFigure | undefined) => (side === 'value' ? figure?.current.value : figure?.current[side]) ?? null;
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
function otherRule(released: FrozenFigure, today: CountedFigure): SideDifference[] {
  const [was, is] = [released.current.value, today.current.value];
  if (was === null || is === null) return [];
  return [{ side: 'value', released: was, today: is, causes: [{ cause: 'rule', facts: 0, amount: cents(is - was) }] }];
}

type Caused = SideDifference['causes'][number];

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

const order: readonly Cause[] = ['late', 'took-over', 'taken-back', 'ended', 'resumed', 'typed', 'places', 'rule'];
const added = (causes: readonly Caused[]): Caused[] =>
  order.flatMap((cause) => {
    const same = causes.filter((one) => one.cause === cause);
    if (same.length === 0) return [];
    return [
      {
        cause,
        facts: same.reduce((count, one) => count + one.facts, 0),
        amount: cents(same.reduce((sum, one) => sum + cents(one.amount) * 100, 0) / 100),
      },
    ];
  });

/** Amounts have two decimals at most; the dust of binary fractions is none. */
const cents = (amount: number): number => Math.round(amount * 100) / 100;
