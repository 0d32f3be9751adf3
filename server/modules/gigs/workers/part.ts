import type { Part } from '../part.ts';
import { joinMarket, keepProfile, renewCard } from './join.ts';
import { amendLicence, checkLicence, claimLicence } from './licence-commands.ts';
import { licencesQuery } from './licences.ts';
import { pauseWorker, workerQuery } from './mine.ts';
import { checkSkill, recogniseAided } from './standing.ts';
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
    amendLicence,
    checkSkill,
    recogniseAided,
    formTeam,
    joinTeam,
    leaveTeam,
  ],
  queries: [workerQuery, licencesQuery],
};
