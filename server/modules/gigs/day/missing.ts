import type { WageSummary } from './contract.ts';

/**
 * What of a wage is still to come, fen: of one that is argued about by the worker's word, of one that is due by the employer's own. Pure.
 */
export const missingOf = ({
  amount,
  state,
  paidAmount,
  receivedAmount,
}: Pick<WageSummary, 'amount' | 'state' | 'paidAmount' | 'receivedAmount'>) =>
  Math.max(0, amount - (state === 'disputed' ? (receivedAmount ?? 0) : state === 'due' ? (paidAmount ?? 0) : 0));
