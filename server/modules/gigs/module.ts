import type { Module } from '../../kernel/module.ts';
import { acceptOffer, declineOffer, withdrawPlacement } from './dawn/answer.ts';
import { boardQuery, stationCodeQuery, stationsQuery } from './dawn/board.ts';
import { checkIn, checkInAtCounter, checkInAtKiosk, leaveLine, wantMore } from './dawn/check-in.ts';
import { callNumbers, placeByHand, reportNoShow } from './dawn/counter.ts';
import { keepBatch } from './dawn/keep-batch.ts';
import { lapseOffers } from './dawn/lapse.ts';
import { lineQuery } from './dawn/line.ts';
import { workerDayQuery } from './dawn/worker-day.ts';
import { devicesQuery, endKiosk, setUpKiosk } from './devices/commands.ts';
import { identifyDevice } from './devices/identify.ts';
import { stationRoutes } from './devices/routes.ts';
import { employerRoutes } from './employer/routes.ts';
import { employerWords } from './employer/words.ts';
import { claimedLicencesQuery, counterWorkerQuery, deskServicesQuery, ownStationsQuery, tradesQuery } from './faces/counter.ts';
import { screenQuery } from './faces/screen.ts';
import { passedOverQuery, walkInQuery } from './faces/walk-in.ts';
import { changeStation, closeStation, openStation } from './market/station-commands.ts';
import { cancelOrder } from './orders/cancel.ts';
import { changeOrder, closeOrder, postOrders, recordInsurance } from './orders/commands.ts';
import { employerOrdersQuery, orderQuery, stationOrdersQuery } from './orders/queries.ts';
import { recordService, reverseService } from './services/commands.ts';
import { words } from './words/words.ts';
import { joinMarket, keepProfile, renewCard } from './workers/join.ts';
import { checkLicence, checkSkill, claimLicence, recogniseAided } from './workers/standing.ts';
import { formTeam, joinTeam, leaveTeam } from './workers/teams.ts';

export { stationToken } from './market/day-token.ts';
export { openStation } from './market/station-commands.ts';
export { shippedTrades } from './market/trades.ts';
export { postOrders } from './orders/commands.ts';
export { timeOf } from './shifts.ts';
export { joinMarket } from './workers/join.ts';

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
    setUpKiosk,
    endKiosk,
  ],
  queries: [
    stationsQuery,
    boardQuery,
    stationCodeQuery,
    lineQuery,
    workerDayQuery,
    employerOrdersQuery,
    stationOrdersQuery,
    orderQuery,
    devicesQuery,
    screenQuery,
    ownStationsQuery,
    counterWorkerQuery,
    tradesQuery,
    claimedLicencesQuery,
    deskServicesQuery,
    walkInQuery,
    passedOverQuery,
  ],
  identify: identifyDevice,
  words,
  forEmployers: [{ path: 'orders', said: employerWords.orders }],
  routes: (app, host) => {
    employerRoutes(app, host);
    stationRoutes(app, host);
  },
};
