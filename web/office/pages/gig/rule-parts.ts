import type { Said } from '../../../../server/kernel/i18n/said.ts';
import type { RuleContent, RuleKind } from '../../../../server/modules/gigs/rules/contract.ts';
import { words } from '../../../shared/words/index.ts';

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

/** A rule that was kept comes back in the database's order of keys; its words stand in the order in which it is read. */
const reading = new Map(Object.keys(words).map((key, at) => [key, at]));
const placeOf = (key: string): number => reading.get(key) ?? reading.size;

const placeOfValue = (part: string, key: string): number =>
  Math.min(placeOf(`gigs.rule-value.${part}.${key}`), placeOf(`gigs.rule-value.${key}`));

/** A rule cut into the parts that people read and change; whatever its kind, no value is left out. */
export function partsOf(kind: RuleKind, content: RuleContent): readonly RulePart[] {
  const { version: _version, from: _from, ...body } = content;
  const parts = kind === 'fairness' ? [partAt([], 'fairness', body)] : below(kind, [], body);
  return parts.toSorted((a, b) => placeOf(`gigs.rule-part.${a.name}`) - placeOf(`gigs.rule-part.${b.name}`));
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
  const values = valuesIn(path, value).toSorted((a, b) => placeOfValue(name, a.key) - placeOfValue(name, b.key));
  return { path, name, says: isSaid(value.says) ? value.says : undefined, values };
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
