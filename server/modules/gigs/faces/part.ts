import type { Part } from '../part.ts';
import { counterWorkerQuery, deskServicesQuery, ownStationsQuery, tradesQuery } from './counter.ts';
import { screenQuery } from './screen.ts';
import { passedOverQuery, walkInQuery } from './walk-in.ts';

/** What counter, kiosk and screen read. */
export const facesPart: Part = {
  queries: [screenQuery, ownStationsQuery, counterWorkerQuery, tradesQuery, deskServicesQuery, walkInQuery, passedOverQuery],
};
