import type { Seal } from '../seal/seal.ts';

/**
 * What lies outside the transaction and is handed to commands by the composition root. Modules add theirs by declaration
 * merging, so that no central list has to know them.
 */
export interface Services {
  readonly seal: Seal;
  /** Absolute; uploaded originals live below it. */
  readonly dataDirectory: string;
}
