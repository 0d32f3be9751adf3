import type { Part } from '../part.ts';
import { askAttendance, askJob, remindWages } from './ask.ts';
import { confirmAttendance } from './confirm.ts';
import { employerNumbersQuery, employerWagesQuery } from './employer-queries.ts';
import { confirmWage, payWages } from './pay.ts';
import { endShift, startShift } from './shift.ts';
import { stationWagesQuery } from './station-wages.ts';
import { siteCodeQuery, wageQuery, workerWagesQuery } from './worker-queries.ts';

/** The day’s work: attendance, wages, payment. */
export const dayPart: Part = {
  commands: [startShift, endShift, confirmAttendance, askAttendance, payWages, confirmWage, remindWages],
  queries: [siteCodeQuery, wageQuery, workerWagesQuery, employerWagesQuery, employerNumbersQuery, stationWagesQuery],
  jobs: [askJob],
};
