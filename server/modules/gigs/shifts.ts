/**
 * A day has four shifts, told by the Beijing hour at which work begins; a set of them is a bit mask, as workers tick them and as
 * matching rejects by them.
 */
export const shifts = ['morning', 'midday', 'evening', 'night'] as const;
export type Shift = (typeof shifts)[number];

export const shiftBit: Readonly<Record<Shift, number>> = Object.freeze({ morning: 1, midday: 2, evening: 4, night: 8 });
/** Every bit that means a shift. */
export const ALL_SHIFTS = 15;

const HOUR = 3_600_000;
/** Beijing keeps no summer time: eight hours ahead of UTC, all year. */
const BEIJING_AHEAD = 8 * HOUR;

/** Minutes since midnight in Beijing. */
export const beijingMinutes = (instant: Date): number => Math.floor(((instant.getTime() + BEIJING_AHEAD) % (24 * HOUR)) / 60_000);

/** Morning begins at 04:00, midday at 10:00, evening at 15:00, night at 21:00. */
export function shiftOf(startsAt: Date): Shift {
  const hour = Math.floor(beijingMinutes(startsAt) / 60);
  if (hour >= 4 && hour < 10) return 'morning';
  if (hour >= 10 && hour < 15) return 'midday';
  return hour >= 15 && hour < 21 ? 'evening' : 'night';
}

export const shiftsOf = (mask: number): Shift[] => shifts.filter((shift) => (mask & shiftBit[shift]) !== 0);
export const maskOf = (chosen: readonly Shift[]): number => chosen.reduce((mask, shift) => mask | shiftBit[shift], 0);

/** `05:30` of a Beijing day as an instant. A time that ends before it began is the next day's. */
export const instantAt = (day: string, time: string, dayAfter = false): Date =>
  new Date(Date.parse(`${day}T${time}:00+08:00`) + (dayAfter ? 24 * HOUR : 0));

/** `05:30`, Beijing. */
export function timeOf(instant: Date): string {
  const minutes = beijingMinutes(instant);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
