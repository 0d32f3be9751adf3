import type { BulletinSection } from '../../../kernel/bulletin-section.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import { writeDay } from '../../../kernel/page/written.ts';
import type { Light } from '../../figures/contract.ts';
import { figuresOf } from '../../figures/module.ts';
import type { Programme } from '../../programme/contract.ts';
import type { Snapshot } from '../contract.ts';
import { saySpan } from '../span.ts';
import { causeTokens } from './causes.ts';
import { bad, lightWords } from './reasons.ts';
import { changeOf, gapOf, ofPath, paceOf, quantity, sideOf, sinceOf, spanOf, targetOf, whyOf } from './tell.ts';

/** What the numbers of a bulletin are called in its texts. */
export type Told = Pick<
  Snapshot,
  'span' | 'on' | 'measures' | 'lights' | 'figures' | 'before' | 'sections' | 'parts' | 'kinds'
> & {
  readonly context: { readonly programme: Programme };
};

const plain = (text: string | number): Said => said(String(text), String(text));
const day = (text: string): Said => said(writeDay(text, 'zh'), writeDay(text, 'en'));
/** Worst first; the others need no look. */
const order: readonly Light[] = ['overdue', 'silent', 'behind', 'on-path', 'ahead'];
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** Every token with what it says: `6a.value`, `m6.lead`, `measures.behind`, `notices.sent`. */
export function tokensOf(told: Told): Record<string, Said> {
  const tokens: Record<string, Said> = {
    'span.title': saySpan(told.span),
    on: day(told.on),
    'count.measures': plain(told.measures.length),
    'count.figures': plain(told.figures.length),
  };
  if (told.before) tokens['before.number'] = said(`〔${told.before.number.replace('-', '〕第')}期`, `No. ${told.before.number}`);
  for (const light of [...order, 'unpromised'] as const) {
    tokens[`measures.${light}`] = plain(told.measures.filter((measure) => measure.light === light).length);
    tokens[`figures.${light}`] = plain(told.lights[light]);
    tokens[`measures.${light}-list`] = listed(told.measures.filter((measure) => measure.light === light));
  }
  const behind = told.figures.filter(({ light }) => bad.includes(light));
  tokens['behind.count'] = plain(behind.length);
  const leads = new Map(told.measures.map(({ no, lead }) => [no, lead.map(({ code }) => code)]));
  tokens['behind.units'] = plain(new Set(behind.flatMap(({ measure }) => leads.get(measure) ?? [])).size);
  const moved = told.figures.filter(({ change }) => change !== null);
  const rank = (light: Light) => order.indexOf(light);
  tokens['moved.better'] = plain(moved.filter(({ light, change }) => change && rank(light) > rank(change.light)).length);
  tokens['moved.worse'] = plain(moved.filter(({ light, change }) => change && rank(light) < rank(change.light)).length);
  for (const { no, title, lead, light } of told.measures) {
    tokens[`m${no}.no`] = plain(no);
    tokens[`m${no}.title`] = title;
    tokens[`m${no}.light`] = lightWords[light];
    tokens[`m${no}.lead`] = said(lead.map(({ name }) => name.zh).join('、'), lead.map(({ name }) => name.en).join(', '));
  }
  Object.assign(tokens, causeTokens(told, told.parts));
  const kinds = new Map(told.kinds.map((kind) => [kind.name, kind]));
  const counts = new Map(figuresOf(told.context.programme).map(({ definition }) => [definition.code, definition.count]));
  for (const figure of told.figures) {
    const { code } = figure;
    tokens[`${code}.title`] = figure.title;
    tokens[`${code}.value`] = quantity(figure.current.value, figure);
    tokens[`${code}.target`] = targetOf(figure);
    tokens[`${code}.path`] = quantity(figure.path, ofPath(figure));
    tokens[`${code}.pace`] = paceOf(figure);
    tokens[`${code}.gap`] = gapOf(figure);
    tokens[`${code}.light`] = lightWords[figure.light];
    tokens[`${code}.why`] = whyOf(figure);
    if (figure.inSpan) tokens[`${code}.span`] = spanOf(figure);
    const count = counts.get(code);
    if (figure.inSpan && count?.rule === 'ratio') {
      tokens[`${code}.span-part`] = sideOf(figure.inSpan.part, count.part, kinds);
      tokens[`${code}.span-whole`] = sideOf(figure.inSpan.whole, count.whole, kinds);
    }
    if (figure.change) tokens[`${code}.change`] = changeOf(figure);
    if (figure.change) tokens[`${code}.since`] = sinceOf(figure, told.before);
  }
  for (const { name, numbers } of told.sections)
    for (const [key, value] of Object.entries(sayNumbers(numbers))) tokens[`${name}.${key}`] = value;
  return tokens;
}

/** 1．多措并举开发岗位、6．…: in the order of the programme. */
const listed = (measures: Told['measures']): Said =>
  said(
    measures.map(({ no, title }) => `${no}．${title.zh}`).join('、'),
    measures.map(({ no, title }) => `${no}. ${title.en}`).join('; '),
  );

/** The numbers of a section as they are read. */
export const sayNumbers = (numbers: BulletinSection['numbers']): Record<string, Said> =>
  Object.fromEntries(
    Object.entries(numbers).map(([key, value]) => [key, typeof value === 'number' ? plain(grouped.format(value)) : value]),
  );

const TOKEN = /\{([a-z0-9.-]+)\}/g;
export const tokensIn = (text: string): string[] => [...text.matchAll(TOKEN)].map(([, name = '']) => name);
/** The text with every token said. One that is not known stays visible. */
export const filled = (text: string, tokens: Readonly<Record<string, Said>>, language: 'zh' | 'en'): string =>
  text.replace(TOKEN, (whole, name: string) => tokens[name]?.[language] ?? whole);
export const withoutTokens = (text: string): string => text.replace(TOKEN, ' ');
