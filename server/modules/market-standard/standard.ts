import { readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { Bilingual } from '../../kernel/figure/definition.ts';
import { isMeasure, type MeasureCode, measures } from '../gigs/module.ts';
import { GradeRule, Named, Rewards, type Standard, StandardItem } from './contract.ts';

const strict = { additionalProperties: false };
const File = Compile(
  Type.Object(
    {
      sources: Type.Record(Type.String(), Bilingual),
      groups: Type.Array(Named, { minItems: 1 }),
      standards: Type.Array(
        Type.Object(
          {
            version: Type.String({ minLength: 1, maxLength: 20 }),
            from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
            grades: Type.Array(GradeRule, { minItems: 1 }),
            items: Type.Array(StandardItem, { minItems: 1 }),
          },
          strict,
        ),
        { minItems: 1 },
      ),
      rewards: Rewards,
    },
    strict,
  ),
);

export type Published = { readonly standards: readonly Standard[]; readonly rewards: Rewards };

/**
 * Reads the published standards, the earliest first, and the rewards proposed until the office sets its own.
 * @throws TypeError naming what is wrong with the file: it is ours, so this ends the start
 */
export function readStandards(text: string): Published {
  const file: unknown = parse(text);
  if (!File.Check(file)) {
    const [first] = File.Errors(file);
    throw new TypeError(`standard.yaml ${first?.instancePath ?? ''}: ${first?.message ?? 'is not well formed'}`);
  }
  const { standards, groups, sources, rewards } = file;
  for (const [at, { version, from, grades, items }] of standards.entries()) {
    const fail = (why: string) => new TypeError(`standard.yaml ${version}: ${why}`);
    if (at > 0 && (standards[at - 1]?.from ?? '') >= from) throw fail('does not begin after the one before it');
    if (grades.some(({ least }, no) => no > 0 && least >= (grades[no - 1]?.least ?? 0)))
      throw fail('grades go from best to least');
    if (new Set(items.map(({ code }) => code)).size < items.length) throw fail('a code is there twice');
    for (const { code, group, shown, records, sources: named } of items) {
      if (!groups.some((one) => one.code === group)) throw fail(`${code} is of no group`);
      if (named.some((source) => !Object.hasOwn(sources, source))) throw fail(`${code} names a source that is not listed`);
      if ((shown === 'records') !== (records !== undefined))
        throw fail(`${code} is by records and names none, or the other way round`);
      if (records && !isMeasure(records.measure)) throw fail(`${code}: there is no measure ${records.measure}`);
    }
  }
  return Object.freeze({ standards: standards.map((standard) => ({ ...standard, groups, sources })), rewards });
}

let known: Published | undefined;

/** What this platform ships with, read once. */
export const published = (): Published => {
  known ??= readStandards(readFileSync(new URL('../../../programme/gig-market/standard.yaml', import.meta.url), 'utf8'));
  return known;
};

/** The standard in force on a day; before the first, the first. */
export function standardOn(day: string, { standards }: Published = published()): Standard {
  const standard = standards.findLast(({ from }) => from <= day) ?? standards[0];
  if (!standard) throw new TypeError('no standard was published');
  return standard;
}

/** The measures that a standard asks for, each once. */
export const measuresOf = ({ items }: Pick<Standard, 'items'>): MeasureCode[] => [
  ...new Set(items.flatMap(({ records }) => (records && isMeasure(records.measure) ? [records.measure] : []))),
];

export const countsOf = (measure: MeasureCode) => measures[measure].counts;
