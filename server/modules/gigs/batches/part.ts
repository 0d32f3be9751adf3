import type { Part } from '../part.ts';
import { batchesQuery, batchQuery, replayBatchQuery } from './queries.ts';

/** The rounds that were: looked at, and run again. */
export const batchesPart: Part = {
  queries: [batchesQuery, batchQuery, replayBatchQuery],
};
