import { createHash } from 'node:crypto';

/** Lanes a district's audit log has. `append_audit` (migration 0001) knows the same number. */
export const LANES = 16;

/** The hash that the first entry of a lane links to: everybody can work it out, so a lane can't be begun anew unnoticed. */
export const laneGenesis = (district: string, lane: number): Buffer =>
  createHash('sha256').update(`leye audit ${district} lane ${lane}`).digest();

/** The hash that a district's first checkpoint links to, in hex. */
export const checkpointGenesis = (district: string): string =>
  createHash('sha256').update(`leye audit ${district} checkpoints`).digest('hex');

/** How far a lane had come: its last entry's number (0: none yet) and hash in hex. */
export type Head = { readonly lane: number; readonly seq: number; readonly hash: string };
