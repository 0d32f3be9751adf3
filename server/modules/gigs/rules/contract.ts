import type { Said } from '../../../kernel/i18n/said.ts';

/** What heat or cold means for an order outdoors, with the rule it comes from. */
export type WeatherWarning = {
  readonly code: string;
  readonly effect: 'warn' | 'limit' | 'stop';
  readonly day: string;
  readonly temperature: number;
  readonly says: Said;
  readonly law: Said;
  /** Of a limit: the most minutes outdoors, and the hours in which nobody works there. */
  readonly outdoorMinutes: number | null;
  readonly notBetween: readonly [string, string] | null;
  /** Whether the hours of the order keep it, its break lying in the hours that are closed. */
  readonly isKept: boolean;
};
