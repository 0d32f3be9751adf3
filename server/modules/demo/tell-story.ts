import { type Actor, actorKey } from '../../kernel/actor/actor.ts';
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
  /** Ends the telling after the batch under way. */
  readonly signal?: AbortSignal;
  /** Rows written so far, and the month that the story has reached. */
  readonly onProgress?: (written: number, month: string) => void;
};

/** Small enough that a server telling its story answers everybody else in between. */
const BATCH = 250;
const teller: Actor = { kind: 'staff', id: 'demonstration', name: '演示', grants: [{ role: 'programme-office' }] };

/**
 * Tells the story through the very commands that a street office uses. The clock lives through the months with it, so that records
 * arrive when they would have arrived; each batch has its key, so a telling that was cut off goes on where it stopped.
 */
export async function tellStory(kernel: Kernel, telling: Telling): Promise<number> {
  const { district } = telling;
  const story = `story-${telling.seed}-${telling.gigServices}-`;
  const told = await toldBefore(kernel, district, story);
  // A story that is gone on with another day still ends on the day it was begun: another end would be another story.
  const to = [...told][0]?.slice(story.length, story.length + 10) ?? telling.to;
  const world = await worldOf(kernel, { ...telling, to });
  let written = 0;
  for (const page of tell(world)) {
    const clock = clockAt(handedIn(page, kernel.clock.now()));
    for (let at = 0; at < page.rows.length; at += BATCH) {
      if (telling.signal?.aborted) return written;
      const batch = page.rows.slice(at, at + BATCH);
      const key = `${story}${to}-${page.month}-${page.type}-${at}`;
      if (!told.has(key))
        await execute({ ...kernel, clock }, sendRecords, { type: page.type, rows: batch }, { district, actor: teller, key });
      written += batch.length;
      telling.onProgress?.(written, page.month);
    }
  }
  await foldFacts(kernel.database, district);
  return written;
}

async function toldBefore(kernel: Kernel, district: string, story: string): Promise<ReadonlySet<string>> {
  return inDistrict(
    kernel.database,
    district,
    async ({ client }) => {
      const { rows } = await client.query<{ key: string }>(
        'SELECT key FROM command_key WHERE district = $1 AND actor = $2 AND command = $3 AND starts_with(key, $4)',
        [district, actorKey(teller), sendRecords.name, story],
      );
      return new Set(rows.map(({ key }) => key));
    },
    'read',
  );
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
