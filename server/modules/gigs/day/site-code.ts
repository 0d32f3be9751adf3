import { createHash } from 'node:crypto';
import type { Seal } from '../../../kernel/seal/seal.ts';

/**
 * What the foreman's page shows for an order: six digits to begin with and six others to end with, so that nobody who began in the morning
 * ends from home. A keyed hash of the order: worked out anew wherever it is needed, stored nowhere.
 */
export function siteCode(seal: Seal, district: string, order: string, what: 'start' | 'end'): string {
  const digest = createHash('sha256').update(`gig-order ${order} ${what}`).digest('hex');
  const number = seal.blindIndex('digest', digest, district).readUInt32BE(0);
  return String(number % 1_000_000).padStart(6, '0');
}
