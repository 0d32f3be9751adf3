import type { Part } from '../part.ts';
import { nearestTownQuery } from './places.ts';
import { changeStation, closeStation, openStation } from './station-commands.ts';
import { stationDoorQuery } from './station-door.ts';

/** Stations: opened, changed, closed; what everybody may see of them. */
export const marketPart: Part = {
  commands: [openStation, changeStation, closeStation],
  queries: [stationDoorQuery, nearestTownQuery],
};
