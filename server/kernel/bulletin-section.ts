import type { Said } from './i18n/said.ts';

/** The days that a bulletin tells of, first and last. */
export type BulletinSpan = { readonly from: string; readonly to: string };

/**
 * What of a module's rows a bulletin knew: all that were written until `until`, and of the later ones these. Without a list: all that are
 * there, as when it is frozen.
 */
export type KnownRows = { readonly until: Date; readonly also?: readonly string[] };
type Row = { readonly id: string; readonly at: Date };

export const wasKnown = ({ until, also }: KnownRows, { id, at }: Row): boolean =>
  also === undefined || at <= until || also.includes(id);
/** Those that a later count could not tell by the clock alone. */
export const lateRows = (rows: readonly Row[], { until }: KnownRows): string[] =>
  rows.filter(({ at }) => at > until).map(({ id }) => id);

/**
 * What a module adds to a bulletin: a section with a title, sentences, and a table. It is read in the bulletin's one snapshot and frozen
 * with it; asked again with what was known then, the module counts the same again. Sentences name their numbers by `{tokens}`, so that the office may change the words and not the numbers.
 *
 * @example
 * { name: 'notices', title: said('督办情况', 'Supervision'),
 *   sentences: [said('本期发出督办通知 {sent} 件，已答复 {answered} 件。', '{sent} notices went out; {answered} were answered.')],
 *   numbers: { sent: 3, answered: 2 } }
 */
export type BulletinSection = {
  /** `notices`, `close-outs`: lower-case words, unique among the modules. */
  readonly name: string;
  readonly title: Said;
  readonly sentences: readonly Said[];
  /** What the tokens stand for: a number, or something said (a light, a title). */
  readonly numbers: Readonly<Record<string, number | Said>>;
  /** Between offices: the portal leaves it out of a public bulletin. */
  readonly isInternal?: boolean;
  /** `lateRows` of what it counted. Without them its numbers cannot be recounted, and a reader is told so. */
  readonly known?: readonly string[];
  readonly table?: { readonly columns: readonly Said[]; readonly rows: readonly (readonly (string | Said)[])[] };
};
