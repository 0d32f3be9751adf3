/**
 * From an opinion in words to what it asks for: replace “…” with “…”, add, remove, change the units in charge. Rules run over the
 * text with its quotations covered, the surest first; what one rule took no later rule reads again.
 */
import { canonical, looksLikeUnit } from '../../programme/module.ts';
import { COVER, type Quotation, quotationsIn } from './quotations.ts';
import * as words from './request-words.ts';
import type { Request, RequestTarget } from './shapes.ts';

interface Source {
  readonly printed: string;
  readonly covered: string;
  readonly quotations: readonly Quotation[];
  readonly unit: string;
  /** Where the text begins in the paper. */
  readonly at: number;
  readonly isHeading: (quoted: string) => boolean;
}

type Made = Omit<Request, 'span'>;
type Rule = readonly [RegExp, (match: RegExpExecArray, source: Source) => Made[]];

/**
 * What the opinion `text` of `unit` asks for; `at` is its place in the paper. `isHeading` tells a quotation that only names a
 * measure. An opinion that asks for nothing definite is one remark.
 */
export function readRequests(text: string, unit: string, at: number, isHeading: (quoted: string) => boolean): Request[] {
  const { covered, quotations } = quotationsIn(canonical(text));
  const source: Source = { printed: text, covered, quotations, unit, at, isHeading };
  const taken = new Uint8Array(text.length);
  const found: Request[] = [];
  for (const [pattern, make] of RULES) {
    for (const match of covered.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.subarray(from, to).includes(1)) continue;
      const made = make(match as RegExpExecArray, source); // as: matchAll gives what exec gives
      if (made.length === 0) continue;
      taken.fill(1, from, to);
      found.push(...made.map((request): Request => ({ ...request, span: [at + from, at + to] })));
    }
  }
  if (found.length > 0) return found.sort((a, b) => a.span[0] - b.span[0]);
  return [{ ...remark, span: [at, at + text.length] }];
}

const blank: Made = {
  kind: 'remark',
  target: 'words',
  oldWords: null,
  newWords: null,
  beside: null,
  isQuoted: true,
  isOldHeading: false,
};
const remark: Made = { ...blank, isQuoted: false };

const { ADD, CHANGE_TO, REMOVE, ROLE, OF_MEASURE, END } = words;
const Q = `“${COVER}*”`;
const NEAR = '[^“”，。；\\n]';
const rule = (pattern: string, make: (match: RegExpExecArray, source: Source) => Made[]): Rule => [
  new RegExp(pattern, 'dg'),
  make,
];

/** The printed words of a group, quotation marks around them apart. */
function groupOf(match: RegExpExecArray, group: number, { printed }: Source): string {
  const place = match.indices?.[group];
  return place ? printed.slice(...place).trim() : '';
}
const unquoted = (text: string): string => text.replace(/^[“”"「」『』\s]+|[“”"「」『』\s]+$/g, '');

const roleOf = (printed: string): RequestTarget =>
  /牵头|主办|主责/.test(printed) ? 'lead' : /责任|负责|承办/.test(printed) ? 'units' : 'cooperating';

/** The units named in a group; 我局 is the unit that speaks. */
function unitsIn(match: RegExpExecArray, group: number, source: Source): string[] {
  return canonical(groupOf(match, group, source))
    .split(/、|以及|和(?=[市区县省各我本“])|及(?=[市区县省各我本“])|与(?=[市区县省各我本“])/)
    .map((piece) => unquoted(piece.trim()).replace(words.VERB_BEFORE, '').replace(words.AROUND_UNIT, ''))
    .map((piece) => (words.OWN_UNIT.test(piece) ? source.unit : piece))
    .filter((piece) => piece !== '' && looksLikeUnit(piece));
}

const ofUnits = (kind: 'add' | 'remove', target: RequestTarget, units: readonly string[]): Made[] =>
  units.map((unit) => ({ ...blank, kind, target, [kind === 'add' ? 'newWords' : 'oldWords']: unit }));

/** A changed list: the first units on both sides belong together, the rest is added or removed. */
function changedUnits(target: RequestTarget, gone: readonly string[], come: readonly string[]): Made[] {
  if (come.length === 0) return [];
  const leaving = gone.filter((unit) => !come.includes(unit));
  const coming = come.filter((unit) => !gone.includes(unit));
  const [first, ...others] = coming;
  if (!first) return ofUnits('remove', target, leaving);
  return [
    { ...blank, kind: 'replace', target, oldWords: leaving[0] ?? null, newWords: first },
    ...ofUnits('add', target, others),
    ...ofUnits('remove', target, leaving.slice(1)),
  ];
}

/** Words or units, by what is quoted. */
function change(
  kind: 'replace' | 'add' | 'remove',
  oldWords: string | null,
  newWords: string | null,
  rest: Partial<Made> = {},
): Made[] {
  const named = [oldWords, newWords].filter((text) => text !== null);
  if (named.some((text) => text.trim() === '')) return [];
  const target = named.every((text) => looksLikeUnit(text)) ? 'units' : 'words';
  return [{ ...blank, kind, target, oldWords, newWords, ...rest }];
}

/** Each quotation inside a match from `from` on. */
const quotedIn = (match: RegExpExecArray, source: Source, from = match.index): string[] =>
  source.quotations
    .filter(({ outer }) => outer[0] >= from && outer[1] <= match.index + match[0].length)
    .map(({ inner }) => source.printed.slice(...inner).trim());

const quoted = (match: RegExpExecArray, group: number, source: Source): string => unquoted(groupOf(match, group, source));

/** A heading that was named last before the match: what is to be reworded, when nothing else is. */
function headingBefore({ quotations, printed, isHeading }: Source, at: number): string | null {
  const before = quotations.filter(({ outer }) => outer[1] <= at).at(-1);
  if (!before) return null;
  const text = printed.slice(...before.inner).trim();
  return isHeading(text) ? text.replace(words.NUMBER_BEFORE, '') : text;
}

const RULES: readonly Rule[] = [
  // 将我局由牵头单位调整为配合单位
  rule(`(?:将|把|建议)?([^，。；\\n]{2,80}?)(?:由|从)(${ROLE})(?:${CHANGE_TO})(${ROLE})`, (match, source) =>
    unitsIn(match, 1, source).flatMap((unit) => [
      ...ofUnits('remove', roleOf(groupOf(match, 2, source)), [unit]),
      ...ofUnits('add', roleOf(groupOf(match, 3, source)), [unit]),
    ]),
  ),
  // 由A牵头，B配合
  rule(`由([^，。；\\n由]{2,40}?)(?:负责)?牵头[，、]?([^，。；\\n]{2,80}?)(?:予以|积极)?配合(?=${END})`, (match, source) => [
    ...changedUnits('lead', [], unitsIn(match, 1, source)),
    ...ofUnits('add', 'cooperating', unitsIn(match, 2, source)),
  ]),
  // 将牵头单位由A调整为B；将配合单位中的A调整为B；牵头单位改为B
  rule(
    `(${ROLE})(?:中的?|里的?|的)?(?:由|从)?([^，。；\\n]{0,80}?)(?:${CHANGE_TO})([^，。；\\n]{2,200}?)(?=${END})`,
    (match, source) => changedUnits(roleOf(groupOf(match, 1, source)), unitsIn(match, 2, source), unitsIn(match, 3, source)),
  ),
  // 由A牵头改为由B牵头
  rule(
    `由([^，。；\\n]{2,40}?)(?:负责)?牵头(?:调整|修改|变更|改)为由?([^，。；\\n]{2,60}?)(?:负责)?(?:牵头)?(?=${END})`,
    (match, source) => changedUnits('lead', unitsIn(match, 1, source), unitsIn(match, 2, source)),
  ),
  // 将A从配合单位中删除
  rule(
    `(?:将|把|建议)?([^，。；\\n]{2,80}?)(?:从|自|由)[^，。；\\n]{0,10}?(${ROLE})(?:名单|列表)?(?:中|里|内)?(?:${REMOVE})`,
    (match, source) => ofUnits('remove', roleOf(groupOf(match, 2, source)), unitsIn(match, 1, source)),
  ),
  // 将A调整出配合单位
  rule(`(?:将|把|建议)?([^，。；\\n]{2,80}?)(?:${words.OUT_OF})[^，。；\\n]{0,10}?(${ROLE})`, (match, source) =>
    ofUnits('remove', roleOf(groupOf(match, 2, source)), unitsIn(match, 1, source)),
  ),
  // 配合单位中的A删除；将配合单位“A”删去
  rule(`(${ROLE})(?:中的?|里的?|的)?([^，。；\\n]{2,80}?)(?:一并|予以|建议)?(?:${REMOVE})(?=${END})`, (match, source) =>
    ofUnits('remove', roleOf(groupOf(match, 1, source)), unitsIn(match, 2, source)),
  ),
  // 在配合单位中删除A
  rule(
    `(${ROLE})(?:名单|列表|一栏)?(?:中|里|内)?(?:建议)?(?:${REMOVE}|不再列入|不再包括|不再包含)([^，。；\\n]{2,200}?)(?=${END})`,
    (match, source) => ofUnits('remove', roleOf(groupOf(match, 1, source)), unitsIn(match, 2, source)),
  ),
  // A不作为配合单位
  rule(`([^，。；\\n]{2,80}?)(?:不再|不宜|不)(?:作为|列为|列入|担任)${OF_MEASURE}(${ROLE})`, (match, source) =>
    ofUnits('remove', roleOf(groupOf(match, 2, source)), unitsIn(match, 1, source)),
  ),
  rule(`([^，。；\\n]{2,40}?)(?:不再|不宜|不)(?:作为|负责)?(牵头|配合)(?=${END})`, (match, source) =>
    ofUnits('remove', groupOf(match, 2, source) === '牵头' ? 'lead' : 'cooperating', unitsIn(match, 1, source)),
  ),
  // 在配合单位中增加A；增加A为配合单位；将A列为牵头单位
  rule(`(${ROLE})(?:名单|列表|一栏)?(?:中|里|内)?(?:建议)?(?:${ADD}|列入)([^，。；\\n]{2,200}?)(?=${END})`, (match, source) =>
    ofUnits('add', roleOf(groupOf(match, 1, source)), unitsIn(match, 2, source)),
  ),
  rule(
    `(?:将|把|${ADD}|建议)?([^，。；\\n]{2,120}?)(?:列为|增列为|列入|纳入|加入|作为|为|调整为|增加为|补充为|明确为|增补为)${OF_MEASURE}(${ROLE})(?=$|[，。；\\n）]|名单|之)`,
    (match, source) => ofUnits('add', roleOf(groupOf(match, 2, source)), unitsIn(match, 1, source)),
  ),
  // 牵头单位为B
  rule(`(${ROLE})(?:应|宜|建议|明确|应当)?为([^，。；\\n]{2,80}?)(?=${END})`, (match, source) =>
    changedUnits(roleOf(groupOf(match, 1, source)), [], unitsIn(match, 2, source)),
  ),
  // 改由B牵头
  rule(`(?:改|调整|明确|建议|应)?为?由([^，。；\\n由]{2,40}?)(?:负责)?牵头(?!单位)`, (match, source) =>
    changedUnits('lead', [], unitsIn(match, 1, source)),
  ),

  // 用“A”替换“B”
  rule(`(?:以|用)(${Q})(?:来)?(?:替换|代替|取代|替代)${NEAR}{0,6}(${Q})`, (match, source) =>
    change('replace', quoted(match, 2, source), quoted(match, 1, source)),
  ),
  // 将“A”修改为“B”
  rule(`(${Q})[^“”。；\\n]{0,16}?(?:${CHANGE_TO})[：，]?[^“”，。；\\n]{0,8}(${Q})`, (match, source) => {
    const old = quoted(match, 1, source);
    const isHeading = source.isHeading(old);
    return change('replace', isHeading ? old.replace(words.NUMBER_BEFORE, '') : old, quoted(match, 2, source), {
      isOldHeading: isHeading,
    });
  }),
  // 原文“A”，建议“B”
  rule(`原文[为是：]?[^“”]{0,6}(${Q})[，。；]?[^“”]{0,6}建议[^“”]{0,8}(${Q})`, (match, source) =>
    change('replace', quoted(match, 1, source), quoted(match, 2, source)),
  ),
  // 在“A”后增加“B”
  rule(
    `(${Q})${NEAR}{0,10}(?:之?后面?|之?前面?|中|处|里)?，?[^“”，。；\\n]{0,6}(?:${ADD})[^“”，。；\\n]{0,14}(${Q}(?:(?:、|和|及|以及)${Q})*)`,
    (match, source) => {
      const [anchor = '', ...added] = quotedIn(match, source);
      const beside = source.isHeading(anchor) ? null : anchor;
      return added.flatMap((text) => change('add', null, text, { beside }));
    },
  ),
  // 将“A”删除
  rule(`(?:将|把|建议|对)?(${Q}(?:(?:、|和|及|以及)${Q})*)${NEAR}{0,12}?(?:${REMOVE})(?!${NEAR}{0,4}“)`, (match, source) =>
    quotedIn(match, source)
      .filter((text) => !source.isHeading(text))
      .flatMap((text) => change('remove', text, null)),
  ),
  // 删除“A”、“B”
  rule(`(?:${REMOVE})[^“”，。；\\n]{0,20}(${Q}(?:(?:、|和|及|以及)?${Q})*)`, (match, source) =>
    quotedIn(match, source).flatMap((text) => change('remove', text, null)),
  ),
  // 增加“A”
  rule(`(?:${ADD})[^“”。；\\n]{0,20}(${Q}(?:(?:、|和|及|以及)?${Q})*)`, (match, source) =>
    quotedIn(match, source).flatMap((text) => change('add', null, text)),
  ),
  // 明确“A” may ask for these words, or for a clearer meaning of them.
  rule(`(?:明确|体现|强调|突出|注明)[^“”，。；\\n]{0,10}(${Q})`, (match, source) =>
    change('add', null, quoted(match, 1, source), { isQuoted: false }),
  ),
  // 修改为“B”
  rule(`(?:${CHANGE_TO}|表述为|写为)[：，]?[^“”。；\\n]{0,8}(${Q})`, (match, source) => {
    const old = headingBefore(source, match.index);
    return change('replace', old, quoted(match, 1, source), { isOldHeading: old !== null, target: 'words' });
  }),

  // Without quotation marks.
  rule(`由([^“”，。；\\n由]{1,40}?)(?:${words.MOVES})(?:为|成|到|至)([^“”，。；\\n]{1,40}?)(?=${END})`, (match, source) =>
    change('replace', groupOf(match, 1, source), groupOf(match, 2, source), { isQuoted: false }),
  ),
  rule(`(?:将|把)([^“”，。；\\n]{1,80}?)(?:${CHANGE_TO})([^“”，。；\\n]{1,120}?)(?=${END})`, (match, source) =>
    change('replace', groupOf(match, 1, source), groupOf(match, 2, source), { isQuoted: false }),
  ),
  rule(
    `(?:${REMOVE})(?:文中的?|其中的?|关于)?([^“”，。；\\n]{2,60}?)(?:的?(?:表述|内容|要求|规定|字样|相关内容))?(?=${END})`,
    (match, source) => {
      const units = unitsIn(match, 1, source);
      return units.length > 0
        ? ofUnits('remove', 'units', units)
        : change('remove', groupOf(match, 1, source), null, { isQuoted: false });
    },
  ),
  rule(
    `(?:${ADD})(?:文中的?|关于)?([^“”，。；\\n]{2,60}?)(?:的?(?:表述|内容|要求|规定|字样|相关内容|措施))?(?=${END})`,
    (match, source) => change('add', null, groupOf(match, 1, source), { isQuoted: false }),
  ),
];
