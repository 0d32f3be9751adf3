import type { Part } from '../part.ts';
import { cancelOrder } from './cancel.ts';
import { changeOrder } from './change.ts';
import { closeOrder, postOrders, recordInsurance } from './commands.ts';
import { employerOrdersQuery, orderQuery, stationOrdersQuery } from './queries.ts';

/** Day orders: posted, changed, insured, cancelled. */
export const ordersPart: Part = {
  commands: [postOrders, changeOrder, closeOrder, cancelOrder, recordInsurance],
  queries: [employerOrdersQuery, stationOrdersQuery, orderQuery],
};
