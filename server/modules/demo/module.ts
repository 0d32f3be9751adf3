import path from 'node:path';
import type { Kernel } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { dayOf } from '../../kernel/term/day.ts';
import { establishDemoAccounts } from '../people/module.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { tellStory } from './tell-story.ts';

export { tellStory } from './tell-story.ts';

export const SEED = 20_250_101;
/** The one figure that a small story cannot tell at its true size: it shows a station as it begins. */
const SMALL_GIG_SERVICES = 9000;

/** The demonstration: the real Tongzhou programme, an account a role and, in an empty database, a district in its year. */
export async function bootDemo(kernel: Kernel, ownerUrl: string) {
  const { district, programme } = await establishCity(kernel, ownerUrl, path.join(citiesFolder, 'tongzhou'));
  const [town, village] = placesOf(district.areas);
  const accounts = await establishDemoAccounts(kernel, district.code, { unit: 'commerce', town, village });
  if (!(await hasFacts(kernel, district.code))) {
    await tellStory(kernel, {
      district: district.code,
      from: programme.startsOn,
      to: dayOf(kernel.clock.now()),
      seed: SEED,
      gigServices: SMALL_GIG_SERVICES,
    });
  }
  return accounts;
}

/** The street officer's town and the specialist's community: the town of the gig station and its first community. */
function placesOf(
  areas: readonly { code: string; name: string; level: string; parent: string | null }[],
): [town: string, village: string] {
  const town = areas.find(({ name }) => name.startsWith('马驹桥')) ?? areas.find(({ level }) => level === 'town');
  const village = areas.find(({ parent }) => parent === town?.code);
  return [town?.code ?? '', village?.code ?? ''];
}

/** The story is told once; a database that already holds facts is left alone. */
const hasFacts = (kernel: Kernel, district: string): Promise<boolean> =>
  inDistrict(
    kernel.database,
    district,
    async ({ client }) => (await client.query('SELECT 1 FROM fact WHERE district = $1 LIMIT 1', [district])).rows.length > 0,
    'read',
  );
