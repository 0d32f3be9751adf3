import type { Part } from '../part.ts';
import { fairnessQuery, fairnessSummaryQuery, threeMorningsQuery } from './queries.ts';

/** How the market treats groups of people, measured afterwards; and those who have waited three mornings. */
export const fairnessPart: Part = {
  queries: [fairnessQuery, fairnessSummaryQuery, threeMorningsQuery],
};
