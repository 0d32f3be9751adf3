import type { Said } from '../../../kernel/i18n/said.ts';
import { employerWords as words } from './words.ts';

/** What an order's lists offer, in order; also how its page says what was chosen. */
export type Choices = readonly (readonly [string, Said | string])[];
export const levels: Choices = [
  ['0', words.level0],
  ['1', words.level1],
  ['2', words.level2],
  ['3', words.level3],
];
export const paid: Choices = [
  ['0', words.paidToday],
  ['1', words.paidTomorrow],
  ['7', words.paidWeek],
  ['15', words.paidHalfMonth],
];
export const insurances: Choices = [
  ['accident', words.insuranceAccident],
  ['work-injury', words.insuranceWork],
  ['none', words.insuranceNone],
];
export const ways: Choices = [
  ['own-way', words.ownWay],
  ['bus-from-station', words.bus],
  ['fare-paid', words.fare],
];
