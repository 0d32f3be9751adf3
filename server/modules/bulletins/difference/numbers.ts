import type { NumberDifference } from '../contract.ts';
import { type Number as Counted, numbersIn } from '../verify/numbers-in.ts';
import { added, cents } from './causes.ts';
import type { Since, Stages } from './explain.ts';
import { isIn } from './slices.ts';

/** Told side by side, cause by cause. */
const SIDES = new Set(['value', 'part', 'whole']);
/** How the records arrived is told by the statement of each figure, not by a bulletin. */
const UNTOLD = new Set([
  'records',
  'in-span-records',
  'town-records',
  'unit-records',
  'all-records',
  'duplicates',
  'corrections',
  'late',
  'last-day',
]);
/** Numbers that are the sum of their facts. */
const SUMMED = new Set(['in-span', 'change', 'month', 'month-standing', 'town', 'unit']);

const known: Since = { sums: [], places: [], changes: [], startsOn: '', nameOf: () => '' };

/** Every other number that a bulletin tells of a figure, where it is another today, and why. */
export function differingNumbers(stages: Stages, since: Since = known): NumberDifference[] {
  const { released, today } = stages;
  if (!today) return [];
  const [was, facts, places, is] = [released, stages.facts, stages.places, today].map(numbersIn);
  if (!was || !facts || !places || !is) return [];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name): NumberDifference[] => {
    const [what = '', key = ''] = name.split(' ', 2);
    if (SIDES.has(what) || UNTOLD.has(what)) return [];
    const steps = [was, facts, places, is].map((numbers) => numbers.get(name) ?? null);
    const [before = null, withFacts = null, withPlaces = null, now = null] = steps;
    if (before === now) return [];
    const isSummed = SUMMED.has(what) && (released.rule === 'sum' || released.rule === 'level');
    return [
      {
        what,
        key,
        name: since.nameOf(what, key),
        released: before,
        today: now,
        causes: [
          ...(same(before, withFacts) ? [] : fromFacts(stages, since, what, key, isSummed, amountOf(before, withFacts))),
          ...(same(withFacts, withPlaces)
            ? []
            : [{ cause: 'places' as const, facts: 0, amount: amountOf(withFacts, withPlaces) }]),
          ...(same(withPlaces, now) ? [] : [{ cause: 'rule' as const, facts: 0, amount: amountOf(withPlaces, now) }]),
        ],
      },
    ];
  });
}

const same = (a: Counted, b: Counted): boolean => a === b;
/** Nothing recorded is nothing, where numbers are sums. */
const amountOf = (from: Counted, to: Counted): number | null =>
  typeof from === 'string' || typeof to === 'string' ? null : cents((to ?? 0) - (from ?? 0));

function fromFacts(
  { released }: Stages,
  since: Since,
  what: string,
  key: string,
  isSummed: boolean,
  difference: number | null,
): NumberDifference['causes'] {
  if (released.rule === 'typed') return [{ cause: 'typed', facts: 0, amount: difference }];
  const causes = added(
    since.sums.filter(isIn(released, what, key, since)).map(({ cause, facts, amount }) => ({ cause, facts, amount })),
  );
  return isSummed ? causes : causes.map((caused) => ({ ...caused, amount: null }));
}
