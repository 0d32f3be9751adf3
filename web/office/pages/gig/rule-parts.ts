import type { Said } from '../../../../server/kernel/i18n/said.ts';
import type { RuleContent, RuleKind } from '../../../../server/modules/gigs/rules/contract.ts';

/** One value inside a rule, by the way to it: `['terms', 'travel', 'largest']`. */
export type Path = readonly (string | number)[];

/** What belongs together in a rule: a sentence for the public, and the values that the sentence is about. */
export type RulePart = {
  readonly path: Path;
  /** Names the part by the way to it: `cost.terms.travel`. */
  readonly name: string;
  readonly says: Said | undefined;
  readonly values: readonly { readonly path: Path; readonly key: string; readonly value: string | number }[];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const isSaid = (value: unknown): value is Said => isRecord(value) && typeof value.zh === 'string' && typeof value.en === 'string';

/** A rule cut into the parts that people read and change; whatever its kind, no value is left out. */
export function partsOf(kind: RuleKind, content: RuleContent): readonly RulePart[] {
  const { version: _version, from: _from, ...body } = content;
  return kind === 'fairness' ? [partAt([], 'fairness', body)] : below(kind, [], body);
}

function below(name: string, path: Path, value: Readonly<Record<string, unknown>>): RulePart[] {
  return Object.entries(value).flatMap(([key, inner]) => {
    if (!isRecord(inner)) return [];
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const own = typeof inner.code === 'string' ? inner.code : key;
    return isSaid(inner.says) ? [partAt(at, `${name}.${own}`, inner)] : below(`${name}.${key}`, at, inner);
  });
}

function partAt(path: Path, name: string, value: Readonly<Record<string, unknown>>): RulePart {
  return { path, name, says: isSaid(value.says) ? value.says : undefined, values: valuesIn(path, value) };
}

function valuesIn(path: Path, value: Readonly<Record<string, unknown>>): RulePart['values'] {
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === 'says' || key === 'law' || key === 'code' || key === 'effect') return [];
    if (typeof inner === 'number' || typeof inner === 'string')
      return [{ path: at, key: Array.isArray(value) ? `${String(path.at(-1))}-${key}` : key, value: inner }];
    return isRecord(inner) ? valuesIn(at, inner) : [];
  });
}

/** The same rule with another value in one place. */
export function withValue<T>(content: T, path: Path, value: unknown): T {
  const [key, ...rest] = path;
  if (key === undefined) return value as T; // reason: the way leads to a value of the same shape
  if (Array.isArray(content)) return content.map((one, at) => (at === key ? withValue(one, rest, value) : one)) as T; // reason: as above
  const record = content as Record<string, unknown>; // reason: a way was taken through it, so it is one
  return { ...record, [key]: withValue(record[key], rest, value) } as T; // reason: as above
}

export const valueAt = (content: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), content);
