import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPolicy } from './read.ts';
import type { PolicyReading } from './reading.ts';

/** Readings made by hand of real papers; they are kept beside the project, not in it. */
const FOLDER = resolve(import.meta.dirname, '../../../../../shared/policies');

interface GoldTarget {
  text?: string;
  value: number;
  unit: string;
  comparator: string;
  period?: string | null;
  deadline?: string | null;
}
interface Gold {
  goalAreas?: string[];
  validUntil?: string;
  measures: { no: number; title?: string | null; lead: string[]; cooperating: string[]; targets: GoldTarget[] }[];
  consultation?: {
    sentOn: string;
    unitsAsked: number;
    noComment: number;
    opinions: { unit: string; measure: number; decision: string }[];
  };
}

const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.gold.json')) : [];
if (names.length === 0)
  console.warn(`\n!!! SKIPPED: no gold readings in ${FOLDER}; the reader's quality on real papers was NOT checked.\n`);

const load = (name: string): { gold: Gold; text: string; reading: PolicyReading } => {
  const text = readFileSync(join(FOLDER, name.replace('.gold.json', '.txt')), 'utf8');
  const gold: Gold = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  return { gold, text, reading: readPolicy(text) };
};

/** F1 of two bags of keys. */
function f1(gold: readonly string[], got: readonly string[]): number {
  const left = [...gold];
  const hits = got.filter((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return gold.length + got.length === 0 ? 1 : (2 * hits) / (gold.length + got.length);
}

const side = (comparator: string) => (comparator === '<=' ? '<=' : '>=');
type Scored = Pick<Gold['measures'][number], 'no' | 'lead' | 'cooperating'> & {
  targets: { value: number; unit: string; comparator: string }[];
};
const unitKeys = ({ no, lead, cooperating }: Scored) => [
  ...lead.map((unit) => `${no}|lead|${unit}`),
  ...cooperating.map((unit) => `${no}|with|${unit}`),
];
const figureKeys = ({ no, targets }: Scored) =>
  targets.map(({ value, unit, comparator }) => `${no}|${value}|${unit}|${side(comparator)}`);

describe.skipIf(names.length === 0)('the gold readings', () => {
  it.each(names)('%s: measures, units, figures and titles agree', (name) => {
    const { gold, reading } = load(name);
    expect(
      f1(
        gold.measures.map(({ no }) => `${no}`),
        reading.measures.map(({ no }) => `${no}`),
      ),
    ).toBeGreaterThanOrEqual(0.97);
    expect(f1(gold.measures.flatMap(unitKeys), reading.measures.flatMap(unitKeys))).toBeGreaterThanOrEqual(0.95);
    expect(f1(gold.measures.flatMap(figureKeys), reading.measures.flatMap(figureKeys))).toBeGreaterThanOrEqual(0.9);
    for (const measure of gold.measures) {
      if (measure.title === undefined) continue;
      expect(reading.measures.find(({ no }) => no === measure.no)?.title).toBe(measure.title);
    }
  });

  it.each(names)('%s: every item is where its span says', (name) => {
    const { text, reading } = load(name);
    for (const measure of reading.measures) {
      expect(measure.leadSpans.map((span) => text.slice(...span).replace(/\s/g, ''))).toEqual(measure.lead);
      expect(measure.cooperatingSpans.map((span) => text.slice(...span).replace(/\s/g, ''))).toEqual(measure.cooperating);
      if (measure.titleSpan) expect(text.slice(...measure.titleSpan)).toBe(measure.title);
      for (const target of measure.targets) expect(text.slice(...target.span)).toBe(target.text);
    }
  });

  it.skipIf(!names.includes('tongzhou-2025.gold.json'))(
    'the Tongzhou paper is read perfectly, slips and consultation included',
    () => {
      const { gold, reading, text } = load('tongzhou-2025.gold.json');
      expect(reading.measures.length).toBe(14);
      expect(reading.measures.flatMap(unitKeys).sort()).toEqual(gold.measures.flatMap(unitKeys).sort());
      expect(reading.measures.flatMap(unitKeys).length).toBe(100);
      const promise = (no: number, { value, unit, comparator, period, deadline }: GoldTarget) => ({
        no,
        value,
        unit,
        comparator,
        period,
        deadline,
      });
      expect(reading.measures.flatMap(({ no, targets }) => targets.map((target) => promise(no, target)))).toEqual(
        gold.measures.flatMap(({ no, targets }) => targets.map((target) => promise(no, target))),
      );
      const words = (target: GoldTarget) => (target.text ?? '').replace(/\s/g, '');
      for (const [i, { targets }] of gold.measures.entries()) {
        for (const [k, target] of targets.entries())
          expect(reading.measures[i]?.targets[k]?.text.replace(/\s/g, '')).toContain(words(target));
      }
      expect(reading.goals).toEqual([]);
      expect(reading.areas.map(({ title }) => title)).toEqual(gold.goalAreas);
      expect(reading.validUntil).toBe(gold.validUntil);
      const { consultation } = reading;
      expect(consultation?.sentOn).toBe(gold.consultation?.sentOn);
      expect(consultation?.requested.length).toBe(gold.consultation?.unitsAsked);
      expect(consultation?.noOpinion.length).toBe(gold.consultation?.noComment);
      expect(consultation?.opinions.map(({ unit, measure, disposition }) => [unit, measure, disposition])).toEqual(
        gold.consultation?.opinions.map(({ unit, measure, decision }) => [
          unit,
          measure,
          decision === 'rejected' ? 'not-adopted' : decision,
        ]),
      );
      const slips = reading.warnings.map(({ code, span }) => `${code} ${text.slice(span[0], Math.min(span[1], span[0] + 5))}`);
      expect(slips).toEqual([
        'label-differs 责任单位：',
        'numbering-style-slip （4）',
        'half-width-colon :',
        'half-width-colon :',
        'refused-change-made 区财政局针',
        'adopted-words-not-found 区委社会工',
      ]);
    },
  );
});
