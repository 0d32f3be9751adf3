import { SimCloseOuts } from './close-outs.ts';
import { type Day, SimDistrict } from './district.ts';
import { daysOf, type Violation, violations } from './invariants.ts';
import { valueOn } from './oracle.ts';
import { FROM, UNTIL, worldOf } from './world.ts';

export type Outcome = {
  readonly seed: number;
  readonly days: number;
  readonly facts: number;
  readonly notices: number;
  readonly talks: number;
  readonly bulletins: number;
  /** Close-outs approved, and opened again by a correction. */
  readonly closed: number;
  readonly reopened: number;
  readonly violations: readonly Violation[];
};

/** What a monthly bulletin froze: each figure's number on the month's last day, as known on that day. */
type Frozen = { readonly on: string; readonly values: ReadonlyMap<string, number | null> };

/** Lives a seeded district through two years and holds every day against the invariants. The same seed lives the same life. */
export function simulate(seed: number, until = UNTIL): Outcome {
  const district = new SimDistrict(worldOf(seed));
  const broken: Violation[] = [];
  const bulletins: Frozen[] = [];
  const closeOuts = new SimCloseOuts(district);
  let days = 0;
  for (const day of daysOf(FROM, until)) {
    const lived = district.live(day);
    broken.push(...violations(district, lived));
    closeOuts.live(day, days, (what) => broken.push({ day, what }));
    if (isLastOfMonth(day)) bulletins.push(freeze(lived));
    days += 1;
  }
  broken.push(...bulletins.flatMap((bulletin) => rederive(district, bulletin, until)));
  return {
    seed,
    days,
    facts: district.records.facts.length,
    notices: district.notices.length,
    talks: district.notices.filter(({ step }) => step === 'talk').length,
    bulletins: bulletins.length,
    closed: closeOuts.approvals,
    reopened: closeOuts.reopened,
    violations: broken,
  };
}

const isLastOfMonth = (day: string): boolean => new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;

const freeze = ({ day, figures }: Day): Frozen => ({
  on: day,
  values: new Map(figures.map(({ summary }) => [summary.code, summary.current.value])),
});

/** A released number is counted again from the facts known then; what differs now is exactly what was recorded since. */
function rederive({ records, world }: SimDistrict, { on, values }: Frozen, until: string): Violation[] {
  const found: Violation[] = [];
  for (const definition of world.programme.measures.flatMap(({ figures }) => figures)) {
    const { count, code } = definition;
    const printed = values.get(code) ?? null;
    const then = valueOn(records, definition, on, on);
    if (printed !== then && Math.abs((printed ?? 0) - (then ?? 0)) > 1e-6)
      found.push({ day: on, what: `the bulletin of ${on} printed ${printed} for ${code}, recounted ${then}` });
    if (count.rule !== 'sum' && count.rule !== 'level') continue;
    const since = records.facts
      .filter((fact) => fact.kind === count.facts.kind && fact.recordedOn > on && fact.day <= on)
      .filter(
        (fact) =>
          count.rule === 'level' ||
          count.window === 'programme' ||
          fact.day >= (count.window === 'year' ? `${on.slice(0, 4)}-01-01` : `${on.slice(0, 7)}-01`),
      )
      .reduce((sum, { quantity }) => sum + quantity, 0);
    const now = valueOn(records, definition, on, until);
    if (Math.abs((now ?? 0) - (printed ?? 0) - since) > 1e-6)
      found.push({ day: on, what: `${code} of ${on} is ${now} now and was ${printed}: ${since} does not explain it` });
  }
  return found;
}
