import pg from 'pg';

/** Told when the database stops answering, and when it answers again. */
export type PulseEvents = { readonly onLost: () => void; readonly onBack: () => void };

export type Pulse = { readonly isAway: () => boolean; stop(): void };

const TICK_MS = 100;
/** Between two beats of a database that answers. */
const BEAT_TICKS = 3;
/** Unanswered for this long it is away: with the beat, noticed within 1.6 s, so that a person hears it within three. */
const LOST_TICKS = 12;

/**
 * Asks the database for a sign of life, three times a second, over a connection of its own. That tells a database that is gone or
 * frozen from one that is busy with a long query, which a time limit on queries can't.
 *
 * Waiting is counted in ticks, not by the clock: while this process itself is busy or was paused, no answer could have been read.
 */
export function startPulse(url: string, { onLost, onBack }: PulseEvents): Pulse {
  let client: pg.Client | undefined;
  let isAway = false;
  let [isWaiting, ticks] = [false, 0];

  const lost = (dead: pg.Client | undefined) => {
    if (dead !== client) return;
    client = undefined;
    [isWaiting, ticks] = [false, 0];
    if (dead) cut(dead);
    if (isAway) return;
    isAway = true;
    onLost();
  };
  const answered = (alive: pg.Client) => {
    if (alive !== client) return;
    [isWaiting, ticks] = [false, 0];
    if (!isAway) return;
    isAway = false;
    onBack();
  };
  const beat = () => {
    isWaiting = true;
    ticks = 0;
    const asked = client ?? connectAnew();
    asked.query('SELECT 1').then(
      () => answered(asked),
      () => lost(asked),
    );
  };
  const connectAnew = () => {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'leye pulse' });
    client = fresh;
    fresh.on('error', () => lost(fresh));
    fresh.connect().catch(() => lost(fresh));
    return fresh;
  };

  const timer = setInterval(() => {
    ticks += 1;
    if (isWaiting ? ticks > LOST_TICKS : ticks >= BEAT_TICKS) {
      if (isWaiting) lost(client);
      else beat();
    }
  }, TICK_MS);
  timer.unref();
  beat();
  return {
    isAway: () => isAway,
    stop() {
      clearInterval(timer);
      const last = client;
      client = undefined;
      if (last) cut(last);
    },
  };
}

/** Closes without a farewell, which a frozen database would never answer. */
function cut(client: pg.Client): void {
  // reason: pg keeps its socket to itself, and offers no end that does not wait
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}
