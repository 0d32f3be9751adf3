import type { Said } from '../../../kernel/i18n/said.ts';

/** What a service counts as in figure 14. */
export const services = ['placed', 'trained', 'advised', 'insured', 'aided'] as const;
export type Service = (typeof services)[number];

export const seriesTests = ['burst', 'same-words', 'absent', 'all-services', 'copied', 'volume'] as const;
export type SeriesTest = (typeof seriesTests)[number];

/** A service behind a flag. `person` is masked. */
export type FlaggedService = {
  readonly id: string;
  readonly from: 'desk' | 'work' | 'import';
  readonly service: Service;
  /** ISO instant; null where only the day is known. */
  readonly at: string | null;
  readonly station: Said;
  readonly person: string;
  readonly note: string;
  readonly isTakenBack: boolean;
};

export type ServiceFlag = {
  /** null: seen just now, not kept yet: the day is not over. */
  readonly id: string | null;
  readonly test: SeriesTest;
  readonly day: string;
  /** Who wrote them down, which list, or whom they are about, as people read it. */
  readonly subject: Said;
  readonly params: Readonly<Record<string, number | string>>;
  readonly outcome: 'sound' | 'reversed' | null;
  readonly reason: string | null;
  readonly settledBy: string | null;
  readonly settledAt: string | null;
  readonly services: readonly FlaggedService[];
  /** How many there are; no more than some hundred are listed. */
  readonly total: number;
  readonly mayTakeBack: boolean;
};

/** `GET /api/gig-flags`. */
export type ServiceFlags = {
  readonly today: readonly ServiceFlag[];
  readonly open: readonly ServiceFlag[];
  readonly settled: readonly ServiceFlag[];
  readonly may: { readonly settle: boolean };
};
