import { Problem } from '../../../kernel/problem.ts';

/** How late a message from a phone without network may come and still tell when it was written. */
const LATEST_MS = 12 * 3_600_000;
/** Cheap phones' clocks run ahead. */
const AHEAD_MS = 5 * 60_000;

/**
 * When something happened, as the device that sends it says: never later than now, and at most half a day ago.
 * @throws Problem `gig-sent-too-late`
 */
export function checkedInstant(at: string | undefined, now: Date): Date {
  if (at === undefined) return now;
  const instant = new Date(at);
  if (now.getTime() - instant.getTime() > LATEST_MS) throw new Problem('conflict', 'gig-sent-too-late');
  if (instant.getTime() - now.getTime() > AHEAD_MS) throw new Problem('invalid', 'gig-clock-wrong');
  return instant > now ? now : instant;
}
