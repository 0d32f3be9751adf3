import { system } from '../../kernel/actor/actor.ts';
import { execute, type Kernel } from '../../kernel/command/run.ts';
import { establishDistrict } from '../../kernel/district/establish.ts';
import { loadProgramme } from './commands/load.ts';
import { type City, readCity } from './read-city.ts';

/**
 * Makes a city's district known and confirms its programme: what `leye programme load` does, and the demonstration on first start.
 * `host` is the name under which this district answers where a database holds several.
 */
export async function establishCity(
  kernel: Kernel,
  ownerUrl: string,
  folder: string,
  host?: string,
): Promise<City & { version: number }> {
  const city = await readCity(folder);
  await establishDistrict(ownerUrl, { ...city.district, host });
  const version = await execute(
    kernel,
    loadProgramme,
    { programme: city.programme, note: 'programme.yaml' },
    { district: city.district.code, actor: system('programme') },
  );
  return { ...city, version };
}
