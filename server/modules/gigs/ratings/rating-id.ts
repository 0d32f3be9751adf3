import { createHash } from 'node:crypto';
import type { Seal } from '../../../kernel/seal/seal.ts';

/**
 * By which the rated side names a rating: a keyed hash, because an ordinary id would tell the minute in which it was given, and with it
 * often by whom.
 */
export function ratingId(seal: Seal, district: string, placement: string, side: 'worker' | 'employer'): string {
  const digest = createHash('sha256').update(`gig-rating ${placement} ${side}`).digest('hex');
  const hex = seal.blindIndex('digest', digest, district).toString('hex');
  // A UUID of version 8 (RFC 9562, 5.8): its own making.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
