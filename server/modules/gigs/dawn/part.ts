import type { Part } from '../part.ts';
import { acceptOffer, declineOffer, withdrawPlacement } from './answer.ts';
import { boardQuery, stationCodeQuery, stationsQuery } from './board.ts';
import { checkIn, checkInAtCounter, checkInAtKiosk, leaveLine, wantMore } from './check-in.ts';
import { callNumbers, placeByHand } from './counter.ts';
import { keepBatch } from './keep-batch.ts';
import { lapseOffers } from './lapse.ts';
import { lineQuery } from './line.ts';
import { reportNoShow } from './no-show.ts';
import { roundJob, roundNow, roundsJob } from './rounds.ts';
import { workerDayQuery } from './worker-day.ts';

/** The dawn: the line, rounds, offers, placements. */
export const dawnPart: Part = {
  commands: [
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
  ],
  queries: [stationsQuery, boardQuery, stationCodeQuery, lineQuery, workerDayQuery],
  jobs: [roundsJob, roundJob],
};
