import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';

/** One version of a rule, in force from a day until the next. */
type Dated = { readonly version: string; readonly from: string };

/**
 * Reads versions of a rule, the earliest first.
 * @throws TypeError naming what is wrong with the file: it is ours, so this ends the start
 */
export function readDated<S extends TSchema>(
  text: string,
  file: string,
  under: string,
  shape: S,
): readonly (Static<S> & Dated)[] {
  const whole: unknown = parse(text);
  const versions = typeof whole === 'object' && whole !== null ? Reflect.get(whole, under) : undefined;
  if (!Array.isArray(versions) || versions.length === 0) throw new TypeError(`${file}: ${under} is missing`);
  const read = versions.map((version: unknown, at) => {
    if (!Value.Check(shape, version)) {
      const [first] = Value.Errors(shape, version);
      throw new TypeError(`${file} ${under}/${at}${first?.instancePath ?? ''}: ${first?.message ?? 'is not well formed'}`);
    }
    return version as Static<S> & Dated; // reason: the shape was checked, and every shape given here has both
  });
  for (const [at, { from, version }] of read.entries()) {
    const before = read[at - 1];
    if (before && before.from >= from) throw new TypeError(`${file}: ${version} does not begin after ${before.version}`);
  }
  return Object.freeze(read);
}

/** The version in force on a day; before the first, the first. */
export function datedOn<V extends Dated>(versions: readonly V[], day: string): V {
  const found = versions.findLast(({ from }) => from <= day) ?? versions[0];
  if (!found) throw new TypeError('a rule without a version');
  return found;
}
