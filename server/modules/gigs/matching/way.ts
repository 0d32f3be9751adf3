import type { CostPolicy } from './policy.ts';
import type { Place } from './shapes.ts';

export const METRES_PER_DEGREE = 111_195;

/**
 * The cosine of a latitude in degrees, by plain arithmetic alone: `Math.cos` may differ in its last bit between machines, and a batch
 * has to give the same answer on all of them.
 */
export function cosineOf(degrees: number): number {
  const square = ((degrees * Math.PI) / 180) ** 2;
  const term = (of: number, rest: number) => 1 - (square / of) * rest;
  return term(2, term(12, term(30, term(56, term(90, term(132, term(182, 1)))))));
}

/** Metres as the crow flies, on a plane laid through both places: within 0.3 % for the length of a city. */
export function metresBetween(one: Place, other: Place): number {
  const north = (one.latitude - other.latitude) * METRES_PER_DEGREE;
  const east = (one.longitude - other.longitude) * METRES_PER_DEGREE * ((cosineOf(one.latitude) + cosineOf(other.latitude)) / 2);
  return Math.sqrt(north * north + east * east);
}

/** Minutes for a way: the straight line, longer by the policy's detour, at its speed. Nothing is known of roads. */
export const minutesFor = (metres: number, { detour, kmPerHour }: CostPolicy['travel']): number =>
  (metres * detour * 60) / (kmPerHour * 1000);
