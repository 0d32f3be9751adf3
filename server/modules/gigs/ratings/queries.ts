import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { scopeOfStation } from '../market/stations.ts';
import { mayActForWorker, mayLookAtEmployer, mayRunStation } from '../may.ts';
import { termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import { scopeOfWorker } from '../workers/join.ts';
import { listAppeals, listDecidedAppeals } from './appeals.ts';
import type { AppealList, RatingOfMe, RatingsOfMe } from './contract.ts';
import { type KeptRating, ratingsAbout } from './store.ts';

const monthOf = ({ ratedAt }: KeptRating): string => dayOf(ratedAt).slice(0, 7);

const ofMe = (rating: KeptRating): RatingOfMe => ({
  rating: rating.id,
  month: monthOf(rating),
  stars: rating.stars,
  text: rating.text,
  answer: rating.answer,
  appeal: rating.appealWhy,
  appealOutcome: rating.appealOutcome,
  appealReason: rating.appealReason,
});

/** By month and then by the id, which says nothing of the time: the list itself does not tell which shift one is about either. */
const byMonth = (list: readonly KeptRating[]): KeptRating[] =>
  list.toSorted((a, b) => monthOf(b).localeCompare(monthOf(a)) || a.id.localeCompare(b.id));

/** `GET /api/gig-workers/:worker/ratings`: what employers said of me. Which one, nobody is told. */
export const workerRatingsQuery = query({
  name: 'gigs.worker-ratings',
  route: 'GET /api/gig-workers/:worker/ratings',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker }, { transaction, today }): Promise<RatingsOfMe> => {
    const { mean, list } = await ratingsAbout(transaction, { worker }, await termsOn(transaction, today));
    return { ...mean, list: byMonth(list).map(ofMe) };
  },
});

/** `GET /api/employers/:employer/gig-ratings`: what workers said of us. Which one, nobody is told. */
export const employerRatingsQuery = query({
  name: 'gigs.employer-ratings',
  route: 'GET /api/employers/:employer/gig-ratings',
  input: Type.Object({ employer: Id }, { additionalProperties: false }),
  may: mayLookAtEmployer,
  scope: async ({ employer }) => ({ employer }),
  run: async ({ employer }, { transaction, today }): Promise<RatingsOfMe> => {
    const { mean, list } = await ratingsAbout(transaction, { employer }, await termsOn(transaction, today));
    return { ...mean, list: byMonth(list).map(ofMe) };
  },
});

/** Days for which a decided appeal can be read again. */
const DECIDED_DAYS = 30;

/** `GET /api/gig-stations/:station/appeals`: what waits for a decision, and what was decided lately. */
export const appealsQuery = query({
  name: 'gigs.appeals',
  route: 'GET /api/gig-stations/:station/appeals',
  input: Type.Object({ station: Id }, { additionalProperties: false }),
  may: mayRunStation,
  scope: scopeOfStation,
  run: async ({ station }, { transaction, now }): Promise<AppealList> => ({
    appeals: await listAppeals(transaction, [station]),
    decided: await listDecidedAppeals(transaction, [station], new Date(now.getTime() - DECIDED_DAYS * 86_400_000)),
  }),
});
