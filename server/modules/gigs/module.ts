import type { Module } from '../../kernel/module.ts';
import { acceptOffer, declineOffer, withdrawPlacement } from './dawn/answer.ts';
import { boardQuery, stationCodeQuery, stationsQuery } from './dawn/board.ts';
import { checkIn, checkInAtCounter, checkInAtKiosk, leaveLine, wantMore } from './dawn/check-in.ts';
import { callNumbers, placeByHand, reportNoShow } from './dawn/counter.ts';
import { keepBatch } from './dawn/keep-batch.ts';
import { lapseOffers } from './dawn/lapse.ts';
import { lineQuery } from './dawn/line.ts';
import { workerDayQuery } from './dawn/worker-day.ts';
import { changeStation, closeStation, openStation } from './market/station-commands.ts';
import { stationDoorQuery } from './market/station-door.ts';
import { cancelOrder } from './orders/cancel.ts';
import { changeOrder, closeOrder, postOrders, recordInsurance } from './orders/commands.ts';
import { employerOrdersQuery, orderQuery, stationOrdersQuery } from './orders/queries.ts';
import { publicRoutes } from './routes.ts';
import { recordService, reverseService } from './services/commands.ts';
import { pageWords } from './words/pages.ts';
import { words } from './words/words.ts';
import { joinMarket, keepProfile, renewCard } from './workers/join.ts';
import { pauseWorker, workerQuery } from './workers/mine.ts';
import { checkLicence, checkSkill, claimLicence, recogniseAided } from './workers/standing.ts';
import { formTeam, joinTeam, leaveTeam } from './workers/teams.ts';

/** The gig station (零工市场): stations, workers and day orders; the dawn with its line, batches and offers; the day's work to its wages. */
export const gigs: Module = {
  name: 'gigs',
  commands: [
    openStation,
    changeStation,
    closeStation,
    joinMarket,
    keepProfile,
    renewCard,
    pauseWorker,
    claimLicence,
    checkLicence,
    checkSkill,
    recogniseAided,
    formTeam,
    joinTeam,
    leaveTeam,
    postOrders,
    changeOrder,
    closeOrder,
    cancelOrder,
    recordInsurance,
    checkIn,
    checkInAtKiosk,
    checkInAtCounter,
    leaveLine,
    wantMore,
    callNumbers,
    placeByHand,
    acceptOffer,
    declineOffer,
    withdrawPlacement,
    reportNoShow,
    keepBatch,
    lapseOffers,
    recordService,
    reverseService,
  ],
  queries: [
    stationsQuery,
    boardQuery,
    stationCodeQuery,
    lineQuery,
    workerDayQuery,
    workerQuery,
    stationDoorQuery,
    employerOrdersQuery,
    stationOrdersQuery,
    orderQuery,
  ],
  words,
  mine: [{ address: '/gigs/today', said: pageWords.toToday }],
  routes: publicRoutes,
};
