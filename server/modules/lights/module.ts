import type { Module } from '../../kernel/module.ts';
import { relightJob } from './jobs.ts';
import { lightHistoryQuery, lightsQuery } from './queries.ts';
import { relight } from './relight.ts';
import { lightWords } from './words.ts';

export { readLights } from './read.ts';
export { relightDistrict } from './relight.ts';
export { lightNames } from './words.ts';

/** Lights (亮灯): of figures, milestones, measures and units, computed from the records, and the history of each. */
export const lights: Module = {
  name: 'lights',
  commands: [relight],
  queries: [lightsQuery, lightHistoryQuery],
  jobs: [relightJob],
  words: lightWords,
};
