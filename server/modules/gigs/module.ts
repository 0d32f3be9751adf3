import type { Module } from '../../kernel/module.ts';
import { mediateComplaint, noteComplaint, referComplaint, settleComplaint } from './complaints/desk.ts';
import { answerComplaint, openComplaint, withdrawComplaint } from './complaints/open.ts';
import { complaintQuery, employerComplaintsQuery, stationComplaintsQuery, workerComplaintsQuery } from './complaints/queries.ts';
import { acceptOffer, declineOffer, withdrawPlacement } from './dawn/answer.ts';
import { boardQuery, stationCodeQuery, stationsQuery } from './dawn/board.ts';
import { checkIn, checkInAtCounter, checkInAtKiosk, leaveLine, wantMore } from './dawn/check-in.ts';
import { callNumbers, placeByHand, reportNoShow } from './dawn/counter.ts';
import { keepBatch } from './dawn/keep-batch.ts';
import { lapseOffers } from './dawn/lapse.ts';
import { lineQuery } from './dawn/line.ts';
import { roundJob, roundNow, roundsJob } from './dawn/rounds.ts';
import { workerDayQuery } from './dawn/worker-day.ts';
import { askAttendance, askJob, remindWages } from './day/ask.ts';
import { confirmAttendance } from './day/confirm.ts';
import { employerNumbersQuery, employerWagesQuery } from './day/employer-queries.ts';
import { confirmWage, payWages } from './day/pay.ts';
import { endShift, startShift } from './day/shift.ts';
import { siteCodeQuery, wageQuery, workerWagesQuery } from './day/worker-queries.ts';
import { devicesQuery, endKiosk, setUpKiosk } from './devices/commands.ts';
import { identifyDevice } from './devices/identify.ts';
import { stationRoutes } from './devices/routes.ts';
import { employerRoutes } from './employer/routes.ts';
import { employerWords } from './employer/words.ts';
import { claimedLicencesQuery, counterWorkerQuery, deskServicesQuery, ownStationsQuery, tradesQuery } from './faces/counter.ts';
import { screenQuery } from './faces/screen.ts';
import { passedOverQuery, walkInQuery } from './faces/walk-in.ts';
import { changeStation, closeStation, openStation } from './market/station-commands.ts';
import { stationDoorQuery } from './market/station-door.ts';
import { cancelOrder } from './orders/cancel.ts';
import { changeOrder, closeOrder, postOrders, recordInsurance } from './orders/commands.ts';
import { employerOrdersQuery, orderQuery, stationOrdersQuery } from './orders/queries.ts';
import { workerRoutes } from './routes.ts';
import { recordWeather, setRule } from './rules/commands.ts';
import { rulesQuery, weatherQuery } from './rules/queries.ts';
import { recordService, reverseService } from './services/commands.ts';
import { pageWords } from './words/pages.ts';
import { words } from './words/words.ts';
import { joinMarket, keepProfile, renewCard } from './workers/join.ts';
import { pauseWorker, workerQuery } from './workers/mine.ts';
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
    roundNow,
    lapseOffers,
    startShift,
    endShift,
    confirmAttendance,
    askAttendance,
    payWages,
    confirmWage,
    remindWages,
    openComplaint,
    withdrawComplaint,
    answerComplaint,
    noteComplaint,
    mediateComplaint,
    settleComplaint,
    referComplaint,
    setRule,
    recordWeather,
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
    workerQuery,
    stationDoorQuery,
    employerOrdersQuery,
    stationOrdersQuery,
    orderQuery,
    siteCodeQuery,
    wageQuery,
    workerWagesQuery,
    employerWagesQuery,
    employerNumbersQuery,
    workerComplaintsQuery,
    employerComplaintsQuery,
    stationComplaintsQuery,
    complaintQuery,
    rulesQuery,
    weatherQuery,
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
  jobs: [askJob, roundsJob, roundJob],
  identify: identifyDevice,
  words,
  mine: [{ address: '/gigs/today', said: pageWords.toToday }],
  forEmployers: [{ path: 'orders', said: employerWords.orders }],
  routes: async (app, host) => {
    await workerRoutes(app, host);
    await employerRoutes(app, host);
    stationRoutes(app, host);
  },
};
