import type { Part } from '../part.ts';
import { joinMarket, keepProfile, renewCard } from './join.ts';
import { licencesQuery } from './licences.ts';
import { pauseWorker, workerQuery } from './mine.ts';
import { checkLicence, checkSkill, claimLicence, recogniseAided } from './standing.ts';
import { formTeam, joinTeam, leaveTeam } from './teams.ts';

/** Workers: joining, profile, licences and skills, teams. */
export const workersPart: Part = {
  commands: [
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
  ],
  queries: [workerQuery, licencesQuery],
};
