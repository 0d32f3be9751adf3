import type { Said } from '../i18n/said.ts';
import type { Target } from './definition.ts';
import type { Light } from './light.ts';

/** Why a light is what it is: a key of the words (`why.<reason>`) and the numbers, days and texts behind it. */
export type Why = { readonly reason: string; readonly params: Readonly<Record<string, string | number>> };

/** What the numbers behind a light are counted in, and what kind of promise they are held to. */
export type CountedIn = {
  readonly unit: Said;
  readonly decimals: number;
  readonly target: Pick<Target, 'per' | 'comparator'>;
};

/**
 * One thing that is lit: a figure, a milestone, a plan, a notice, a service level. The light of a measure is the worst of its
 * parts, that of a unit the worst of the parts that are its business.
 */
export type LightPart = {
  readonly measure: number;
  /** `figure:6a`, `milestone:<id>`, `plan:9`, `service:9-1`, `notice:<id>`. */
  readonly subject: string;
  /** Units whose business it is. */
  readonly units: readonly string[];
  readonly title: Said;
  readonly light: Light;
  readonly why: Why;
  /** Of a figure or a service level, so that whoever says the reason says its numbers alike. */
  readonly countedIn?: CountedIn;
};

/** Worst first. */
export const severity: readonly Light[] = ['overdue', 'silent', 'behind', 'on-path', 'ahead'];

/** The light of a whole: that of its worst part; undefined where nothing is lit. */
export const worstOf = <T extends { readonly light: Light }>(parts: readonly T[]): T | undefined =>
  parts.reduce<T | undefined>(
    (worst, part) => (worst === undefined || severity.indexOf(part.light) < severity.indexOf(worst.light) ? part : worst),
    undefined,
  );
