import type { Said } from '../i18n/said.ts';

/**
 * A kind of fact: what one piece of work is, in what it is counted, and how it counts.
 *
 * - `flow`: something happened on a day (a training completed, a loan paid out).
 * - `once`: a flow in which the same thing counts only once; the record names the thing (a person's service on a day, a company).
 *   A second record is kept as a duplicate that counts nothing, and takes over if the first is reversed.
 * - `level`: something stands from a day until it ends (a specialist serves, an agreement is live). With a series, each new
 *   value of the series replaces the one before (an employer's latest contract census).
 */
export type FactKind = {
  readonly name: string;
  readonly title: Said;
  /** In what the quantity is counted: 人次, 元, m² … */
  readonly unit: Said;
  readonly counts: 'flow' | 'once' | 'level';
  /** The kind's own categories, e.g. how a dispute was closed. A fact of another category is refused. */
  readonly variants?: Readonly<Record<string, Said>>;
  /** Keep the community or site in the rollup: only for kinds counted by coverage, whose places are few. */
  readonly byPlace?: boolean;
  /** Days without a fact after which a figure on this kind falls silent. */
  readonly silentAfterDays: number;
  /** Where the records come from and what limits them: part of every data-quality statement. */
  readonly source: Said;
};

export const factKind = <const K extends FactKind>(kind: K): K => Object.freeze(kind);
