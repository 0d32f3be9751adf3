import type { Part } from '../part.ts';
import { dismissComplaint, mediateComplaint, noteComplaint, referComplaint, settleComplaint } from './desk.ts';
import { answerComplaint, openComplaint, withdrawComplaint } from './open.ts';
import { complaintQuery, employerComplaintsQuery, stationComplaintsQuery, workerComplaintsQuery } from './queries.ts';

/** Complaints: opened, answered, mediated, settled. */
export const complaintsPart: Part = {
  commands: [
    openComplaint,
    withdrawComplaint,
    answerComplaint,
    noteComplaint,
    mediateComplaint,
    settleComplaint,
    dismissComplaint,
    referComplaint,
  ],
  queries: [workerComplaintsQuery, employerComplaintsQuery, stationComplaintsQuery, complaintQuery],
};
