import { recordTypes } from '../records/module.ts';

/** The task of the programme that the market serves: the one whose records are its services. */
export const MEASURE = recordTypes.find(({ name }) => name === 'gig-service')?.measure ?? 0;
