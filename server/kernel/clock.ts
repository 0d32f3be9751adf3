import { randomBytes, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Time, ids and randomness are injected, so that a test can hold them still and the demo can live through a year. */
export type Clock = { now(): Date; newId(): string; random(bytes: number): Buffer };

export const systemClock: Clock = Object.freeze({
  now: () => new Date(),
  newId: () => growingId(),
  random: (bytes: number) => randomBytes(bytes),
});

const POOL = 4096;
const pool = Buffer.alloc(POOL);
let taken = POOL;
let latest = { msecs: 0, seq: 0 };

/** A UUIDv7 greater than all before it in this process. Randomness is fetched for many at a time: an import asks for a million ids. */
function growingId(): string {
  if (taken === POOL) {
    randomFillSync(pool);
    taken = 0;
  }
  const random = pool.subarray(taken, taken + 16);
  taken += 16;
  const msecs = Math.max(Date.now(), latest.msecs);
  latest = { msecs, seq: msecs > latest.msecs ? random.readUInt32BE(6) >>> 1 : latest.seq + 1 };
  return v7({ random, ...latest });
}

/** A clock that stands at `instant` until it is moved; ids still grow with its time (UUIDv7). */
export function clockAt(instant: Date): Clock & { moveTo(instant: Date): void } {
  let at = instant;
  return {
    now: () => at,
    newId: () => v7({ msecs: at.getTime() }),
    random: (bytes) => randomBytes(bytes),
    moveTo: (to) => {
      at = to;
    },
  };
}

const beijingDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

let last = { minute: Number.NaN, day: '' };

/** The Beijing day of an instant, `YYYY-MM-DD`. Every request asks for it, and it is worked out once a minute: days begin with one. */
export function today(clock: Clock): string {
  const now = clock.now();
  const minute = Math.floor(now.getTime() / 60_000);
  if (minute !== last.minute) last = { minute, day: beijingDay.format(now) };
  return last.day;
}
