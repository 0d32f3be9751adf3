import type { Said } from '../i18n/said.ts';
import type { Seal } from '../seal/seal.ts';
import type { Calendar } from '../term/calendar.ts';

/**
 * What lies outside the transaction and is handed to commands by the composition root. Modules add theirs by declaration
 * merging, so that no central list has to know them.
 */
export interface Services {
  readonly seal: Seal;
  /** The working days of China, by which every term is counted. */
  readonly calendar: Calendar;
  /** Wording of every module by its key, for what the server itself says or prints (`timeline.<code>` and more). */
  readonly wording: ReadonlyMap<string, Said>;
  /** Absolute; uploaded originals live below it. */
  readonly dataDirectory: string;
}
