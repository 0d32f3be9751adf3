import type { Part } from '../part.ts';
import { ownDayQuery } from './own-day.ts';

/** A worker's pages: what they read beyond what the interface answers. */
export const pagesPart: Part = { queries: [ownDayQuery] };
