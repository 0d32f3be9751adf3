import { createHash } from 'node:crypto';
import type { Seal } from '../../../kernel/seal/seal.ts';

/**
 * What the station's screen shows in its code on one day, so that a photograph of yesterday's checks nobody in. Eight letters of a keyed
 * hash: worked out anew wherever it is needed, stored nowhere.
 */
export function stationToken(seal: Seal, district: string, station: string, day: string): string {
  const digest = createHash('sha256').update(`gig-station ${station} ${day}`).digest('hex');
  return seal.blindIndex('digest', digest, district).toString('hex').slice(0, 8);
}
