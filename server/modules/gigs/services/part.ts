import type { Part } from '../part.ts';
import { recordService, reverseService } from './commands.ts';

/** Services that figure 14 counts. */
export const servicesPart: Part = {
  commands: [recordService, reverseService],
};
