import { type Day, dayOf } from '../../../kernel/term/day.ts';
import type { CostPolicy } from './policy.ts';
import { type Busy, closings, type MatchOrder, type MatchWorker, shiftOf } from './shapes.ts';
import { metresBetween, minutesFor } from './way.ts';

/** What may never be broken, in the order in which a person would ask. */
export const conditions = [
  'trade',
  'level',
  'licence',
  'age',
  'shift',
  'pay',
  'distance',
  'apart',
  'refused',
  'worked',
  'busy',
  ...closings,
  'seats',
] as const;
export type Condition = (typeof conditions)[number];

/**
 * Every hard condition that one match would break; none means that it may be made. Written to be read, one pair at a time: `rows.ts`
 * decides the same over columns, for speed, and tests hold the two against each other.
 */
export function brokenConditions(worker: MatchWorker, order: MatchOrder, policy: CostPolicy): Condition[] {
  return conditions.filter((condition) => breaks[condition](worker, order, policy));
}

const breaks: Readonly<Record<Condition, (worker: MatchWorker, order: MatchOrder, policy: CostPolicy) => boolean>> = {
  trade: ({ skills }, { trade }) => !skills.some((skill) => skill.trade === trade),
  level: ({ skills }, { trade, level }) =>
    skills.some((skill) => skill.trade === trade) && !skills.some((skill) => skill.trade === trade && skill.level >= level),
  licence: (worker, { licence, from }) => licence !== undefined && !isLicensed(worker, licence, dayOf(new Date(from))),
  age: ({ age }, { youngest, oldest }) => {
    if (youngest === undefined && oldest === undefined) return false;
    return age === undefined || age < (youngest ?? age) || age > (oldest ?? age);
  },
  shift: ({ shifts }, { from }) => ((shifts >> shiftOf(from)) & 1) === 0,
  pay: ({ payFloor }, { payPerDay }) => payPerDay < payFloor,
  distance: ({ place, radiusKm }, order) => !(metresBetween(place, order.place) <= radiusKm * 1000),
  apart: ({ apart }, { employer }) => apart.includes(employer),
  refused: ({ refused }, { id }) => refused.includes(id),
  worked: ({ worked = [] }, { id }) => worked.includes(id),
  busy: ({ busy }, order, { travel }) => busy.some((held) => clashes(held, order, travel)),
  begun: (_worker, { closed }) => closed === 'begun',
  stopped: (_worker, { closed }) => closed === 'stopped',
  soon: (_worker, { closed }) => closed === 'soon',
  seats: (_worker, { seats }) => !(seats >= 1),
};

/** Whether somebody's licence is valid on a day. */
export const isLicensed = (
  { licences, licencesEnd = {} }: Pick<MatchWorker, 'licences' | 'licencesEnd'>,
  licence: string,
  day: Day,
) => licences.includes(licence) && day <= (licencesEnd[licence] ?? day);

/** Two jobs of a day clash unless one ends early enough for the way to the other. */
function clashes(held: Busy, order: MatchOrder, travel: CostPolicy['travel']): boolean {
  const between = (minutesFor(metresBetween(order.place, held.place), travel) + travel.changeoverMinutes) * 60_000;
  const isBefore = Date.parse(order.to) + between <= Date.parse(held.from);
  const isAfter = Date.parse(held.to) + between <= Date.parse(order.from);
  return !(isBefore || isAfter);
}
