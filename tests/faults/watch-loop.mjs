// Loaded before the server by a test that wants to know how long its event loop was held up. SIGUSR2 prints the longest stop since the
// last one: all of it, and what the loop owes to itself, without the time it only waited for a processor that others were using.
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const TICK_MS = 10;

/** Milliseconds that this thread has waited for a processor (Linux; elsewhere nothing is known, and nothing subtracted). */
function waited() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

if (isMainThread) {
  let longest = { all: 0, own: 0 };
  let [at, wait] = [performance.now(), waited()];
  setInterval(() => {
    const [now, waitedNow] = [performance.now(), waited()];
    const all = now - at - TICK_MS;
    longest = { all: Math.max(longest.all, all), own: Math.max(longest.own, all - (waitedNow - wait)) };
    [at, wait] = [now, waitedNow];
  }, TICK_MS).unref();
  process.on('SIGUSR2', () => {
    console.log(`event loop ${JSON.stringify({ all: Math.round(longest.all), own: Math.round(longest.own) })}`);
    longest = { all: 0, own: 0 };
  });
}
