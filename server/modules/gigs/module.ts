import type { Module } from '../../kernel/module.ts';
import { batchesPart } from './batches/part.ts';
import { complaintsPart } from './complaints/part.ts';
import { dawnPart } from './dawn/part.ts';
import { dayPart } from './day/part.ts';
import { identifyDevice } from './devices/identify.ts';
import { devicesPart } from './devices/part.ts';
import { stationRoutes } from './devices/routes.ts';
import { employerPart } from './employer/part.ts';
import { employerRoutes } from './employer/routes.ts';
import { employerWords } from './employer/words.ts';
import { facesPart } from './faces/part.ts';
import { fairnessPart } from './fairness/part.ts';
import { marketPart } from './market/part.ts';
import { measuresPart } from './measures/part.ts';
import { ordersPart } from './orders/part.ts';
import { nowOfWorker } from './pages/mine.ts';
import { pagesPart } from './pages/part.ts';
import { ratingsPart } from './ratings/part.ts';
import { workerRoutes } from './routes.ts';
import { rulesPart } from './rules/part.ts';
import { flagDoubts } from './services/flags.ts';
import { servicesPart } from './services/part.ts';
import { gigTasks } from './tasks.ts';
import { pageWords } from './words/pages.ts';
import { words } from './words/words.ts';
import { workersPart } from './workers/part.ts';

export type { BatchReplay } from './batches/contract.ts';
export { replayKeptBatch } from './batches/replay-batch.ts';
export { acceptOffer, declineOffer } from './dawn/answer.ts';
export { boardQuery, stationsQuery } from './dawn/board.ts';
export { checkInAtCounter } from './dawn/check-in.ts';
export { runBatch } from './dawn/run-batch.ts';
export { workerDayQuery } from './dawn/worker-day.ts';
export { confirmAttendance } from './day/confirm.ts';
export { confirmWage, payWages } from './day/pay.ts';
export { stationToken } from './market/day-token.ts';
export { openStation } from './market/station-commands.ts';
export { getStation, listStations, type Station, scopeOfStation } from './market/stations.ts';
export { shippedTrades } from './market/trades.ts';
export { isMeasure, type MeasureCode, measures } from './measures/catalogue.ts';
export { type Measured, measureStations } from './measures/measures.ts';
export { postOrders, recordInsurance } from './orders/commands.ts';
export { orderQuery } from './orders/queries.ts';
export { rateEmployer } from './ratings/rate.ts';
export { recordService } from './services/commands.ts';
export { timeOf } from './shifts.ts';
export { joinMarket } from './workers/join.ts';
export { claimLicence } from './workers/licence-commands.ts';

const parts = [
  marketPart,
  workersPart,
  ordersPart,
  employerPart,
  dawnPart,
  dayPart,
  complaintsPart,
  ratingsPart,
  rulesPart,
  servicesPart,
  measuresPart,
  devicesPart,
  facesPart,
  batchesPart,
  fairnessPart,
  pagesPart,
];

/** The gig station (零工市场): stations, workers and day orders; the dawn with its line, batches and offers; the day's work to its wages. */
export const gigs: Module = {
  name: 'gigs',
  commands: parts.flatMap(({ commands }) => commands ?? []),
  queries: parts.flatMap(({ queries }) => queries ?? []),
  jobs: parts.flatMap(({ jobs }) => jobs ?? []),
  tasks: gigTasks,
  doubts: flagDoubts,
  identify: identifyDevice,
  words,
  mine: [{ address: '/gigs/today', said: pageWords.toToday, now: nowOfWorker }],
  forEmployers: [{ path: 'orders', said: employerWords.orders }],
  routes: async (app, host) => {
    await workerRoutes(app, host);
    await employerRoutes(app, host);
    await stationRoutes(app, host);
  },
};
