import type { Actor } from '../../kernel/actor/actor.ts';
import { clockAt } from '../../kernel/clock.ts';
import { execute, type Kernel } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import { type Day, lastDayOfMonth, startOfDay } from '../../kernel/term/day.ts';
import { sendRecords } from '../records/module.ts';
import { type Page, tell } from './story/story.ts';
import { chanceOf, type World } from './story/world.ts';

export type Telling = {
  readonly district: string;
  readonly from: Day;
  readonly to: Day;
  readonly seed: number;
  readonly gigServices: number;
  /** Rows written so far, and the month that the story has reached. */
  readonly onProgress?: (written: number, month: string) => void;
};

const BATCH = 1000;
const teller: Actor = { kind: 'staff', id: 'demonstration', name: '演示', grants: [{ role: 'programme-office' }] };

/**
 * Tells the story through the very commands that a street office uses. The clock lives through the months with it, so that records
 * arrive when they would have arrived; keys make a telling that was cut off go on where it stopped.
 */
export async function tellStory(kernel: Kernel, telling: Telling): Promise<number> {
  const world = await worldOf(kernel, telling);
  let written = 0;
  for (const page of tell(world)) {
    const clock = clockAt(handedIn(page, kernel.clock.now()));
    for (let at = 0; at < page.rows.length; at += BATCH) {
      const batch = page.rows.slice(at, at + BATCH);
      await execute(
        { ...kernel, clock },
        sendRecords,
        { type: page.type, rows: batch },
        {
          district: telling.district,
          actor: teller,
          key: `story-${telling.seed}-${telling.gigServices}-${page.month}-${page.type}-${at}`,
        },
      );
      written += batch.length;
      telling.onProgress?.(written, page.month);
    }
  }
  await foldFacts(kernel.database, telling.district);
  return written;
}

/** A month's records are handed in on the day after it, those of the running month now. */
function handedIn({ month }: Page, now: Date): Date {
  const after = new Date(startOfDay(lastDayOfMonth(month)).getTime() + 33 * 3_600_000);
  return after < now ? after : now;
}

async function worldOf(kernel: Kernel, { district, from, to, seed, gigServices }: Telling): Promise<World> {
  return inDistrict(
    kernel.database,
    district,
    async ({ client }) => {
      const { rows } = await client.query<{ code: string; name: string; level: string; parent: string }>(
        'SELECT code, name, level, parent FROM area WHERE district = $1 ORDER BY code',
        [district],
      );
      return {
        from,
        to,
        gigServices,
        chance: chanceOf(seed),
        towns: rows.filter(({ level }) => level === 'town'),
        villages: rows.filter(({ level }) => level === 'village').map(({ code, name, parent }) => ({ code, name, town: parent })),
      };
    },
    'read',
  );
}
