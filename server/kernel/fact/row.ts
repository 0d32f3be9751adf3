import { hash } from 'node:crypto';
import type { FactKind } from './kind.ts';

/** A fact as it is appended (see `append_facts` in db/migrations/0001-kernel.sql, which reads exactly these names). */
export type FactRow = {
  readonly id: string;
  readonly kind: string;
  readonly variant: string;
  readonly day: string;
  readonly town: string;
  readonly place: string;
  readonly unit: string;
  readonly quantity: number;
  readonly effect: 'count' | 'end' | 'reverse';
  readonly settles?: string;
  readonly once?: string;
  readonly claims?: boolean;
  readonly record_type: string;
  readonly record: string;
  readonly by_place?: boolean;
  /** How many more records count: 1 for a count, -1 for its end or reversal, 1 when an end is taken back. */
  readonly facts: number;
  /** -1 when a duplicate is taken back. */
  readonly duplicates?: number;
  /** The fact whose span this row decides, and until when that fact now counts. */
  readonly span_of?: string;
  readonly until?: string;
};

/** What a command says about one piece of work. Quantity in the kind's unit; `town` a 12-digit code or '' for the whole district. */
export type FactInput = {
  readonly day: string;
  readonly quantity: number;
  readonly unit: string;
  readonly town?: string;
  readonly place?: string;
  readonly variant?: string;
  readonly record: { readonly type: string; readonly id: string };
  /** For kind `once`: what may count only once. For kind `level`: the series whose latest value counts. */
  readonly of?: readonly string[];
};

/** 16 bytes, hex. The first byte tells a claim (01) from a series (02). */
export function onceKey(kind: FactKind, of: readonly string[]): string {
  return (kind.counts === 'level' ? '02' : '01') + hash('sha256', JSON.stringify([kind.name, ...of])).slice(0, 30);
}

export const isSeries = (once: string | undefined): boolean => once?.startsWith('02') ?? false;

export function factRow(id: string, kind: FactKind, input: FactInput): FactRow {
  const variant = input.variant ?? '';
  if (kind.variants ? !(variant in kind.variants) : variant !== '')
    throw new TypeError(`fact ${kind.name} has no variant '${variant}'`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input.day)) throw new TypeError(`fact ${kind.name} needs a day`);
  if (!Number.isFinite(input.quantity)) throw new TypeError(`fact ${kind.name} needs a finite quantity`);
  if (kind.counts === 'once' && !input.of) throw new TypeError(`fact ${kind.name} must say what counts once`);
  const row = {
    id,
    kind: kind.name,
    variant,
    day: input.day,
    town: input.town ?? '',
    place: input.place ?? '',
    unit: input.unit,
    quantity: input.quantity,
    effect: 'count' as const,
    facts: 1,
    record_type: input.record.type,
    record: input.record.id,
    by_place: kind.byPlace ?? false,
  };
  return input.of ? { ...row, once: onceKey(kind, input.of), claims: kind.counts === 'once' } : row;
}
