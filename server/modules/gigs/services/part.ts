import type { Part } from '../part.ts';
import { recordService, reverseService } from './commands.ts';
import { flagsQuery } from './flags.ts';
import { settleFlag, watchSeries, watchSeriesJob } from './watch.ts';

/** Services that figure 14 counts, and what keeps it honest. */
export const servicesPart: Part = {
  commands: [recordService, reverseService, watchSeries, settleFlag],
  queries: [flagsQuery],
  jobs: [watchSeriesJob],
};
