import path from 'node:path';
import { Type } from 'typebox';
import { system } from '../../kernel/actor/actor.ts';
import { allowSystem } from '../../kernel/actor/permission.ts';
import { command } from '../../kernel/command/command.ts';
import { execute, type Kernel } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import type { Module } from '../../kernel/module.ts';
import { dayOf } from '../../kernel/term/day.ts';
import { establishDemoAccounts } from '../people/module.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { tellConsultations } from './consultation/tell-consultations.ts';
import { tellLoop } from './loop/tell-loop.ts';
import { tellReports } from './loop/tell-reports.ts';
import { tellMarket } from './market/tell-market.ts';
import { tellStory } from './tell-story.ts';

export { tellStory } from './tell-story.ts';

export const SEED = 20_250_101;
/** The one figure that a small story cannot tell at its true size: it shows a station as it begins. */
const SMALL_GIG_SERVICES = 9000;

/**
 * The demonstration: the real Tongzhou programme, an account a role and a district in its year, told while people already look.
 * `stopping` ends the telling, at the latest where the database is closed under it: every step has its key, so the next start goes on.
 */
export async function startDemo(kernel: Kernel, ownerUrl: string, stopping: AbortSignal) {
  const { district, programme } = await establishCity(kernel, ownerUrl, path.join(citiesFolder, 'tongzhou'));
  const { town, village, otherTown } = placesOf(district.areas);
  const accounts = await establishDemoAccounts(kernel, district.code, { unit: 'commerce', town, village, otherTown });
  const telling = (await isTold(kernel, district.code))
    ? undefined
    : tell(kernel, district.code, { from: programme.startsOn, town, otherTown }, stopping);
  return {
    accounts,
    /** Resolves when the story is told; at once where it was told before. */
    told: telling ?? Promise.resolve(),
  };
}

async function tell(
  kernel: Kernel,
  district: string,
  { from, town, otherTown }: { readonly from: string; readonly town: string; readonly otherTown: string },
  signal: AbortSignal,
): Promise<void> {
  const to = dayOf(kernel.clock.now());
  await tellStory(kernel, { district, from, to, seed: SEED, gigServices: SMALL_GIG_SERVICES, signal });
  await tellLoop(kernel, { district, from, to, signal });
  await tellReports(kernel, { district, from, to, signal });
  await tellMarket(kernel, { district, towns: [town, otherTown], to, seed: SEED, signal });
  await tellConsultations(kernel, { district, to, signal });
  if (!signal.aborted) await execute(kernel, endStory, {}, { district, actor: system('demo') });
}

/** Marks the story as told: it ends on the day it was told, and a later start does not begin another. */
export const endStory = command({
  name: 'demo.end-story',
  input: Type.Object({}),
  may: allowSystem,
  run: async () => null,
});

const isTold = (kernel: Kernel, district: string): Promise<boolean> =>
  inDistrict(
    kernel.database,
    district,
    async ({ client }) =>
      (await client.query("SELECT 1 FROM audit_entry WHERE district = $1 AND action = 'demo.end-story' LIMIT 1", [district])).rows
        .length > 0,
    'read',
  );

export const demo: Module = { name: 'demo', commands: [endStory] };

/** The street officer's town and the specialist's community: the town of the gig market and its first community; and the town of another station. */
function placesOf(areas: readonly { code: string; name: string; level: string; parent: string | null }[]) {
  const towns = areas.filter(({ level }) => level === 'town');
  const named = (name: string) => towns.find((town) => town.name.startsWith(name));
  const town = named('马驹桥') ?? towns[0];
  const village = areas.find(({ parent }) => parent === town?.code);
  const otherTown = named('张家湾') ?? towns.find((other) => other !== town);
  return { town: town?.code ?? '', village: village?.code ?? '', otherTown: otherTown?.code ?? '' };
}
