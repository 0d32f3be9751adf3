import type { Said } from '../../../kernel/i18n/said.ts';

type Value = string | number;
type Part = { readonly name: string; readonly says: Said; readonly values: ReadonlyMap<string, Value> };

/** One sentence of a rule that becomes another, or one whose numbers do. */
export type RuleChange = {
  /** The way to it: `terms.travel`. */
  readonly part: string;
  /** Null: falls away. */
  readonly says: Said | null;
  /** What it said before, where that was otherwise; null: it is new, or only its numbers change. */
  readonly said: Said | null;
  readonly values: readonly { readonly was: Value; readonly is: Value }[];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isSaid = (value: unknown): value is Said => isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string';

const unread = new Set(['says', 'law', 'code', 'effect', 'version', 'from']);

function partsOf(value: unknown, way: readonly string[] = []): Part[] {
  if (!isRecord(value)) return [];
  if (isSaid(value.says)) return [{ name: way.join('.'), says: value.says, values: new Map(leavesOf(value)) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    partsOf(inner, [...way, isRecord(inner) && typeof inner.code === 'string' ? inner.code : key]),
  );
}

function leavesOf(value: Readonly<Record<string, unknown>>, way = ''): [string, Value][] {
  return Object.entries(value).flatMap(([key, inner]): [string, Value][] => {
    if (unread.has(key)) return [];
    if (typeof inner === 'number' || typeof inner === 'string') return [[`${way}/${key}`, inner]];
    return isRecord(inner) ? leavesOf(inner, `${way}/${key}`) : [];
  });
}

/** Part by part; what stays as it was is left out. Pure. */
export function changesBetween(before: unknown, after: unknown): RuleChange[] {
  const was = new Map(partsOf(before).map((part) => [part.name, part]));
  const is = partsOf(after);
  const gone = [...was.values()].filter(({ name }) => !is.some((part) => part.name === name));
  return [
    ...is.flatMap((part): RuleChange[] => {
      const old = was.get(part.name);
      const isSame = old?.says.zh === part.says.zh && old.says.en === part.says.en;
      const values = [...part.values].flatMap(([at, now]) => {
        const then = old?.values.get(at);
        return then === undefined || then === now ? [] : [{ was: then, is: now }];
      });
      if (isSame && values.length === 0) return [];
      return [{ part: part.name, says: part.says, said: isSame || !old ? null : old.says, values }];
    }),
    ...gone.map(({ name, says }) => ({ part: name, says: null, said: says, values: [] })),
  ];
}

/**
 * The way to the first part whose numbers change while what is published of it stays, in one language or both: it would say something else
 * than what is done. Pure.
 */
export const unsaidChange = (before: unknown, after: unknown): string | undefined =>
  changesBetween(before, after).find(
    ({ says, said, values }) => values.length > 0 && (said === null || said.zh === says?.zh || said.en === says?.en),
  )?.part;
