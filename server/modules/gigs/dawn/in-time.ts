import type { CostPolicy } from '../matching/policy.ts';
import type { Place } from '../matching/shapes.ts';
import { metresBetween, minutesFor } from '../matching/way.ts';
import type { Order } from '../orders/contract.ts';
import type { Terms } from '../rules/terms.ts';

/** Where people stand in the morning, and how fast they get away from there: on their own, or by the bus that an employer sends. */
export type WayFrom = { readonly place: Place; readonly own: CostPolicy['travel']; readonly bus: CostPolicy['travel'] };

export const wayFrom = (place: Place, { travel }: CostPolicy, { inTime }: Terms): WayFrom => ({
  place,
  own: travel,
  bus: { ...travel, kmPerHour: Math.max(travel.kmPerHour, inTime.busKmPerHour) },
});

type Destination = Pick<Order, 'latitude' | 'longitude' | 'startsAt' | 'transport' | 'busLeavesAt'>;

/** The last moment to set out from the station and be there when the work begins: by the employer's bus as they say, else by the published estimate of the way. */
export function leaveBy(order: Destination, { place, own, bus }: WayFrom): Date {
  if (order.busLeavesAt !== null) return order.busLeavesAt;
  const minutes = minutesFor(metresBetween(place, order), order.transport === 'bus-from-station' ? bus : own);
  return new Date(order.startsAt.getTime() - Math.ceil(minutes) * 60_000);
}

/** The last moment at which a round still sends somebody: after it, and with the time to answer, they would come late. */
export const roundsUntil = (order: Destination, way: WayFrom, answerMinutes: number): Date =>
  new Date(leaveBy(order, way).getTime() - answerMinutes * 60_000);

/** By how many minutes somebody who sets out at an instant comes late; nought where they are in time. */
export const minutesLate = (order: Destination, way: WayFrom, at: Date): number =>
  Math.max(0, Math.ceil((at.getTime() - leaveBy(order, way).getTime()) / 60_000));
