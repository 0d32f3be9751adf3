/** The items of a summary: its innermost clauses and what stands around them, with what the headings above say of them. */

import { NO_ANSWER, NO_COMMENT } from '../lexicon/consultation.ts';
import { type Clause, readOutline } from '../outline.ts';
import type { Disposition, Measure, Span, UnitMention } from '../reading.ts';
import { dispositionOf, quotesIn, verdictIn } from './decision.ts';
import { measureOf } from './measure.ts';
import type { Source } from './source.ts';
import { isSpeaker, listedUnits, speakersAt } from './speakers.ts';

/** What a heading says: whose opinions follow, about what, and what became of them. */
export interface Heading {
  readonly units: readonly UnitMention[];
  readonly answer: 'none' | 'silent' | undefined;
  readonly disposition: Disposition | undefined;
  readonly measure: number | null;
}
export interface Item {
  readonly span: Span;
  readonly under: Heading;
}

export const NO_HEADING: Heading = { units: [], answer: undefined, disposition: undefined, measure: null };

const LONGEST_HEADING = 40;
const OF_SUMMARY = /意见|建议|采纳|反馈|征求|情况|说明|汇总|结果|附件|单位/;
const DECISION_ONLY =
  /^(?:关于)?(?:已|予以|拟|全部|同意|部分|不予|不|未|暂不|未予|被)*(?:采纳|吸收)(?:或部分采纳)?的?(?:意见|建议|内容)*(?:及(?:其)?(?:理由|原因|说明|情况))?$|^(?:未|不予|部分)(?:予以)?采纳情况$/;
/** 区财政局意见及采纳情况 */
const OF_UNIT = /的?(?:反馈|修改)?(?:意见|建议)+(?:(?:及|和|与)?(?:采纳|处理|办理|吸收|落实)?(?:情况|结果|说明))*$/;
const ANSWER_ONLY = {
  silent: new RegExp(`^(?:${NO_ANSWER})的?(?:单位|部门|情况)?$`),
  none: new RegExp(`^(?:提出|反馈|回复)?(?:${NO_COMMENT})的?(?:单位|部门|情况)?$`),
};
const TITLE_ONLY =
  /^(?:关于|针对|对于?)?(?:第 ?[^，。；：]{1,6}[条项][^，。；：]{0,30}|“[^“”]{2,60}”|《[^《》]{2,60}》)(?:的(?:修改)?(?:意见|建议))?$/;

/** What the line says as a heading; undefined when it is none. */
export function headingOf({ paper, masked }: Source, [from, to]: Span, measures: readonly Measure[]): Heading | undefined {
  const words = paper.plain.slice(from, to).trim();
  const bare = words
    .replace(/[：。]$/, '')
    .replace(/（[^（）]*(?:条|家|个)[^（）]*）$/, '')
    .replace(/(?:共|计)?\d+ ?(?:条|家|个)$/, '')
    .trim();
  if (bare === '' || bare.length > 200) return undefined;
  const start = from + paper.plain.slice(from, to).search(/\S/);
  const name = bare.replace(OF_UNIT, '');
  const { units } = listedUnits(paper, [start, start + name.length]);
  if (units.length > 0 && units.every(({ name }) => isSpeaker(name))) return { ...NO_HEADING, units };
  if (bare.length > LONGEST_HEADING && !TITLE_ONLY.test(bare)) return undefined;
  if (/[，。；]/.test(masked.slice(start, start + bare.length))) return undefined;
  if (DECISION_ONLY.test(bare)) return { ...NO_HEADING, disposition: dispositionOf(bare) };
  if (ANSWER_ONLY.silent.test(bare)) return { ...NO_HEADING, answer: 'silent' };
  if (ANSWER_ONLY.none.test(bare)) return { ...NO_HEADING, answer: 'none' };
  if (TITLE_ONLY.test(bare)) {
    const measure = measureOf(bare, quotesIn(bare), measures);
    if (measure !== null) return { ...NO_HEADING, measure };
  }
  const isOfSummary =
    OF_SUMMARY.test(bare) && !/[“”]/.test(bare) && verdictIn(bare.replace(/采纳情况|采纳与否/g, '')) === undefined;
  return isOfSummary && speakersAt({ paper, masked }, from, to) === undefined ? NO_HEADING : undefined;
}

/** A heading inside a heading adds to it. */
export const within = (outer: Heading, inner: Heading): Heading => ({
  units: inner.units.length > 0 ? inner.units : outer.units,
  answer: inner.answer ?? outer.answer,
  disposition: inner.disposition ?? outer.disposition,
  measure: inner.measure ?? outer.measure,
});

/** Every stretch of the summary after its heading, in order; an opinion whose points share one decision stays whole. */
export function itemsOf(source: Source, span: Span, measures: readonly Measure[]): Item[] {
  const { plain } = source.paper;
  const { clauses } = readOutline(plain, span);
  const whole = new Set<Clause>();
  const above = new Map<Clause, Heading>();
  const items: Item[] = [{ span: [span[0], clauses[0]?.from ?? span[1]], under: NO_HEADING }];
  for (const clause of clauses) {
    const { parent, children, head, to, ownTo } = clause;
    if (parent && whole.has(parent)) {
      whole.add(clause);
      continue;
    }
    const under = (parent && above.get(parent)) ?? NO_HEADING;
    const numbered =
      clause.kind === 'article' ? within(under, { ...NO_HEADING, measure: measureOf(clause.printed, [], measures) }) : under;
    const own: Span = [head[0], children.length > 0 ? ownTo : to];
    if (children.length === 0) {
      items.push({ span: own, under: numbered });
      continue;
    }
    const heading = headingOf(source, head, measures);
    if (heading) {
      above.set(clause, within(numbered, heading));
      if (ownTo > head[1]) items.push({ span: [head[1], ownTo], under: within(numbered, heading) });
      continue;
    }
    const speakers = speakersAt(source, head[0], ownTo);
    const decides = (child: Clause) => verdictIn(plain.slice(child.head[0], child.to)) !== undefined;
    if (speakers && !children.every(decides) && !children.some((child) => speaks(source, child))) {
      whole.add(clause);
      items.push({ span: [head[0], to], under: numbered });
      continue;
    }
    const isLead =
      speakers !== undefined && verdictIn(plain.slice(...own)) === undefined && children.every((child) => !speaks(source, child));
    above.set(
      clause,
      isLead
        ? within(numbered, {
            ...NO_HEADING,
            units: speakers.units,
            measure: measureOf(plain.slice(...own), quotesIn(plain.slice(...own)), measures),
          })
        : numbered,
    );
    if (!isLead) items.push({ span: own, under: numbered });
  }
  return items;
}

const speaks = (source: Source, { head, to }: Clause): boolean => speakersAt(source, head[0], to) !== undefined;
