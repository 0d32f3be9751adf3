import type { Module } from '../../kernel/module.ts';
import { loadProgramme } from './commands/load.ts';

export { establishCity } from './establish.ts';
export { citiesFolder, readCity } from './read-city.ts';
export { findProgramme, keepProgramme } from './store.ts';

/** The programme (方案): what the city promised, confirmed in versions. */
export const programme: Module = { name: 'programme', commands: [loadProgramme] };
