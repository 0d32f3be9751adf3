import type { Part } from '../part.ts';
import { answerAsEmployer, answerAsWorker, appealAsEmployer, appealAsWorker } from './answer.ts';
import { decideAppeal } from './decide.ts';
import { appealsQuery, employerRatingsQuery, workerRatingsQuery } from './queries.ts';
import { rateEmployer, rateWorker } from './rate.ts';

/** Ratings both ways, with answer and appeal. */
export const ratingsPart: Part = {
  commands: [rateEmployer, rateWorker, answerAsWorker, answerAsEmployer, appealAsWorker, appealAsEmployer, decideAppeal],
  queries: [workerRatingsQuery, employerRatingsQuery, appealsQuery],
};
