import { prepareDawn } from '../tests/dawn/prepare.ts';
import { broken, runDawn } from '../tests/dawn/run.ts';
import { newFolder, remove, start } from '../tests/faults/leye.ts';
import { type Line, percentile } from './house.ts';

/** 5,000 check-ins in three minutes, 400 orders, a round a minute, 2,000 answers; once more with the server killed in the middle. */
const SIZE = { workers: 5000, orders: 400, employers: 40, seed: 20_260_618 };
/** Ten times faster than life: who takes up to five minutes to look at an offer, and there are ten for it, takes up to thirty seconds here. */
const ANSWER_WITHIN = 30;

/**
 * A seeded dawn against a whole Leye on its embedded PostgreSQL, in processes of their own on this machine: everybody's phone sends its
 * own request at its own moment. Measured beside nothing: the bar is a promise to people who stand in the cold.
 */
export async function benchDawn(): Promise<Line[]> {
  const lines: Line[] = [];
  for (const kill of [false, true]) {
    const directory = await newFolder();
    const dawn = await prepareDawn(directory, SIZE);
    const leye = await start(directory);
    try {
      const run = await runDawn(leye, dawn, { seconds: 180, answers: 2000, answerWithin: ANSWER_WITHIN, seed: 7, kill });
      const faults = await broken(leye, dawn, run);
      const p99 = percentile(run.checkIns, 99);
      const lost = dawn.workers.length - run.acknowledged.checkIns.size;
      lines.push({
        what: kill ? 'a dawn with its server killed in the middle' : 'a dawn: 5,000 check-ins in 3 minutes',
        leye: `check-in p50 ${Math.round(percentile(run.checkIns, 50))}, p99 ${Math.round(p99)} ms`,
        peer: `${run.batches} rounds, ${run.acknowledged.accepted.size} yes, ${run.acknowledged.declined.size} no, answers p99 ${Math.round(percentile(run.answers, 99))} ms, ${run.looks.length} looks p99 ${Math.round(percentile(run.looks, 99))} ms`,
        ratio:
          faults.length === 0 && lost === 0 ? 'nothing lost, nobody twice' : `${lost} lost; ${faults.slice(0, 3).join('; ')}`,
        bar: '≤ 300 ms at p99, nothing lost',
        holds: faults.length === 0 && lost === 0 && p99 <= 300,
      });
    } finally {
      await remove(directory, leye);
    }
  }
  return lines;
}
