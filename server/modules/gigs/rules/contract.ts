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

export type RuleKind = 'cost' | 'weather' | 'terms' | 'fairness';

/** A rule as it is written down: its version, the day from which it holds, and whatever its kind is made of. */
export type RuleContent = { readonly version: string; readonly from: string; readonly [part: string]: unknown };

/** `GET /api/gig-rules`: what is in force on `day`, and everything the district itself set, the latest first. */
export type GigRules = Readonly<Record<RuleKind, RuleContent>> & {
  readonly day: string;
  readonly set: readonly {
    readonly id: string;
    readonly kind: RuleKind;
    readonly from: string;
    readonly content: unknown;
    readonly reason: string;
    readonly setByName: string;
    readonly setAt: string;
  }[];
};

/** `GET /api/gig-weather`: what is known of today and the fortnight to come. */
export type KnownWeather = {
  readonly days: readonly { readonly day: string; readonly highest: number; readonly lowest: number }[];
};
