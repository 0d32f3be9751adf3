import type { FigureDefinition } from '../../../kernel/figure/definition.ts';
import { measuredIn } from '../check/measured-in.ts';
import type { Measure as ConfirmedMeasure, Programme } from '../contract.ts';
import type { Measure, PolicyReading, Target } from '../reader/reading.ts';
import type { Doubt, DraftContent, DraftFigure, PrintedTarget } from './contract.ts';
import { UNWRITTEN } from './english.ts';
import { lastDayOf, renewalOf } from './period.ts';
import { bestPairs, likeness } from './similarity.ts';

/** What is known from before: the programme in force and, where it came from a paper, that paper's reading and the draft made of it. */
export type Before = {
  readonly programme: Programme;
  readonly reading?: PolicyReading | undefined;
  readonly draft?: DraftContent | undefined;
};

/** The confirmed measure that each measure of the paper continues: by number, title, and who leads. */
export function continuedMeasures(
  reading: PolicyReading,
  { programme, reading: earlier }: Before,
): Map<Measure, ConfirmedMeasure> {
  const names = new Map(programme.units.map((unit) => [unit.code, unit.name.zh]));
  const score = (now: Measure, old: ConfirmedMeasure) => {
    const printedBefore = earlier?.measures.find(({ no }) => no === old.no)?.title ?? '';
    const title = Math.max(likeness(now.title ?? '', old.title.zh), likeness(now.title ?? '', printedBefore));
    const sameLead = now.lead.some((name) => old.lead.some((code) => names.get(code) === name));
    return title * 0.5 + (now.no === old.no ? 0.4 : 0) + (sameLead ? 0.3 : 0);
  };
  return bestPairs(reading.measures, programme.measures, score, 0.5);
}

/** The confirmed figure that each promise of a measure continues: by its words, unit and value. */
export function continuedFigures(targets: readonly Target[], measure: ConfirmedMeasure | undefined, before: Before | undefined) {
  if (!measure) return new Map<Target, FigureDefinition>();
  const score = (now: Target, old: FigureDefinition) => {
    const printed = printedOf(old.code, before);
    const words = Math.max(
      likeness(now.text, `${old.title.zh}${old.promise.zh}`),
      printed ? likeness(now.text, printed.text) : 0,
    );
    const sameUnit = now.unit === old.unit.zh || now.unit === printed?.unit;
    const sameValue = now.value === old.target.value || now.value === printed?.value;
    return words + (sameUnit ? 0.2 : 0) + (sameValue ? 0.2 : 0);
  };
  return bestPairs(targets, measure.figures, score, 0.4);
}

const printedOf = (code: string, before: Before | undefined): PrintedTarget | undefined =>
  before?.draft?.measures.flatMap(({ figures }) => figures).find((figure) => figure.code === code)?.printed ?? undefined;

type Carried = Omit<DraftFigure, 'state' | 'spans' | 'printed' | 'suggestions'>;

/**
 * A figure that goes on: counting rule, wording and unit are kept; what the paper promises anew takes the place of the old promise, and
 * its wording is left for a person to write, because it named the old number.
 */
export function carriedFigure(old: FigureDefinition, printed: PrintedTarget, before: Before, validUntil: string): Carried {
  const earlier = printedOf(old.code, before);
  const kept: Carried = { ...structuredClone(old), doubts: [] };
  if (earlier && samePromise(earlier, printed)) return { ...kept, target: withinValidity(kept.target, validUntil) };
  if (measuredIn(printed.unit) !== measuredIn(old.unit.zh)) {
    // The paper counts one thing (1 名 a community), the figure another (100 % of communities): a person has to translate.
    const doubt: Doubt = {
      at: '/target',
      code: 'doubt-counted-otherwise',
      params: { printed: printed.text.slice(0, 200), unit: old.unit.zh },
    };
    return { ...kept, doubts: earlier || printed.value !== 1 ? [doubt] : [] };
  }
  const renewal = renewalOf(printed.period);
  const wordsChanged = earlier !== undefined && earlier.period !== printed.period;
  const target: Carried['target'] = {
    comparator: printed.comparator,
    value: printed.value * (wordsChanged || !earlier ? renewal.times : 1),
    per: renewal.isSure && old.target.per !== 'standing' ? renewal.per : old.target.per,
    by: lastDayOf(printed.deadline) ?? old.target.by,
  };
  const isSame = (['comparator', 'value', 'per', 'by'] as const).every((field) => target[field] === old.target[field]);
  if (isSame) return { ...kept, target: withinValidity(kept.target, validUntil) };
  const was = `${old.target.comparator} ${old.target.value}`;
  const now = `${target.comparator} ${target.value}`;
  return {
    ...kept,
    target,
    promise: { zh: printed.text, en: UNWRITTEN },
    doubts: [
      {
        at: '/target',
        code: 'doubt-promise-changed',
        params: { was: `${was} · ${old.target.by}`, now: `${now} · ${target.by}` },
      },
    ],
  };
}

const samePromise = (a: PrintedTarget, b: PrintedTarget): boolean =>
  (['value', 'unit', 'comparator', 'period', 'deadline'] as const).every((field) => a[field] === b[field]);

/** A new version may end sooner; a deadline beyond its end would be refused, so it ends with it. */
const withinValidity = (target: Carried['target'], validUntil: string): Carried['target'] =>
  validUntil !== '' && target.by > validUntil ? { ...target, by: validUntil } : target;
