import path from 'node:path';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/database-access.ts';
import { openHouse } from '../../server/house.ts';
import { system } from '../../server/kernel/actor/actor.ts';
import { execute } from '../../server/kernel/command/run.ts';
import { endStory } from '../../server/modules/demo/module.ts';
import { citiesFolder, establishCity } from '../../server/modules/programme/module.ts';
import { sendRecord } from '../../server/modules/records/module.ts';
import { environment } from './leye.ts';
import { gigRow } from './writers.ts';

export const district = '110112';

/**
 * Makes a data folder in which Tongzhou is established and one record is kept. The demonstration's story counts as told, so a Leye
 * that starts here tells none beside what is tried; everything else about it is the real thing.
 */
export async function prepareCity(directory: string): Promise<void> {
  const config = readConfig(environment(directory, 1));
  const database = await openDatabase(config);
  try {
    const house = await openHouse(config, database);
    await establishCity(house.kernel, database.ownerUrl, path.join(citiesFolder, 'tongzhou'));
    await execute(
      house.kernel,
      sendRecord,
      { type: 'gig-service', row: gigRow('先有的一条', 99_999_999) },
      { district, actor: system('faults') },
    );
    await execute(house.kernel, endStory, {}, { district, actor: system('faults') });
    await house.close();
  } finally {
    await database.close();
  }
}
