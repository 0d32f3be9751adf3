import type { Part } from '../part.ts';
import { devicesQuery, endKiosk, setUpKiosk } from './commands.ts';

/** Kiosks and screens that stand in a station. */
export const devicesPart: Part = {
  commands: [setUpKiosk, endKiosk],
  queries: [devicesQuery],
};
