import type { Part } from '../part.ts';
import { countLevels, countLevelsJob } from './count-levels.ts';

/** What the market's own records show of its service. */
export const measuresPart: Part = {
  commands: [countLevels],
  jobs: [countLevelsJob],
};
