/** How often one address may speak or look: many people of a village share one, so only what was taken, or not found, counts. */
import type { Limit } from '../people/module.ts';

export const opinionLimit: Limit = { what: 'opinion', problem: 'opinion-too-many' };
export const receiptLimit: Limit = { what: 'receipt', problem: 'receipt-too-many' };
