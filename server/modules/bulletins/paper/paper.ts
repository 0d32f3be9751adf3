import type { Annex, Block, OfficialDocument, Paragraph as TextBlock } from '../../../kernel/document/document.ts';
import { type Language, type Said, said, say } from '../../../kernel/i18n/said.ts';
import { dayOfInstant, writeDay, writeMoment } from '../../../kernel/page/written.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import type { Breakdown } from '../../figures/contract.ts';
import type { BulletinSummary, FrozenFigure, Paragraph, Snapshot } from '../contract.ts';
import { saySpan } from '../span.ts';
import type { KeptWords } from '../store.ts';
import { filled } from '../text/tokens.ts';
import { mapOf, monthCharts, paceChart } from './pictures.ts';
import { behindTable, figureTable, measureTable, sectionTable } from './tables.ts';

/** How a figure's towns are shown: all of them in the office, without small cells of people in public. */
export type ShownTown = Breakdown & { readonly written?: string };
export type TownsOf = (figure: FrozenFigure, language: Language) => readonly ShownTown[];
export const allTowns: TownsOf = ({ towns }) => towns;

export type Paper = {
  readonly snapshot: Snapshot;
  readonly sha256: string;
  readonly words: KeptWords;
  readonly standing: Pick<BulletinSummary, 'state' | 'number' | 'edition' | 'released' | 'withdrawn'>;
};

const words = {
  head: said('{district}就业友好型城市建设综合办', 'Programme Office of {district}'),
  title: said('关于{span}就业友好型城市建设\n工作进展情况的通报', 'Progress of the employment-friendly city programme\n{span}'),
  /** Two days make a long line: the title is broken behind them. */
  spanTitle: said(
    '关于{span}\n就业友好型城市建设工作进展情况的通报',
    'Progress of the employment-friendly city programme\n{span}',
  ),
  number: said('〔{year}〕第{no}期', 'No. {no} of {year}'),
  edition: said('（第{edition}版）', ' (edition {edition})'),
  draft: said('草稿，未发布', 'Draft, not released'),
  withdrawn: said('已撤回：{why}', 'Withdrawn: {why}'),
  addressee: said('各成员单位：', 'To all units of the programme:'),
  overview: said('总体情况', 'Overview'),
  measures: said('各项任务进展', 'Task by task'),
  behind: said('滞后事项及责任单位', 'What is behind, and whose it is'),
  practice: said('好的做法', 'Good practice'),
  towns: said('各街道、乡镇情况', 'By street and town'),
  all: said('任务和指标一览表', 'All tasks and figures'),
  months: said('主要指标逐月进展', 'Figures month by month'),
  basis: said(
    '数据截至{on}，于{moment}（北京时间）冻结；数据指纹（SHA-256）：{hash}。指标口径按方案第{version}版。',
    'Numbers of {on}, frozen at {moment} (Beijing time). SHA-256 of the data: {hash}. Definitions: programme version {version}.',
  ),
} as const;

/** The words of a bulletin: as they came with the numbers, or as the office wrote them; an empty one is left out. */
export const currentParagraphs = ({ snapshot, words: kept }: Pick<Paper, 'snapshot' | 'words'>): Paragraph[] =>
  snapshot.paragraphs.map((paragraph) => ({ ...paragraph, ...kept[paragraph.id] }));

/** 〔2026〕第3期; nothing while it is a draft. */
export function sayNumber(number: string | null, edition: number): Said | undefined {
  if (number === null) return undefined;
  const [year = '', no = ''] = number.split('-');
  const write = (language: Language) =>
    say(words.number, language, { year, no }) + (edition > 1 ? say(words.edition, language, { edition }) : '');
  return said(write('zh'), write('en'));
}

export const titleOf = (snapshot: Pick<Snapshot, 'span'>): Said => {
  const span = saySpan(snapshot.span);
  const title = snapshot.span.kind === 'span' ? words.spanTitle : words.title;
  return said(say(title, 'zh', { span: span.zh }), say(title, 'en', { span: span.en }));
};

/** The bulletin as an official document: the same for the page, the public page and the .docx. */
export function paperOf(paper: Paper, language: Language, townsOf: TownsOf = allTowns): OfficialDocument {
  const { snapshot, standing, sha256 } = paper;
  const { context, on, measures, figures } = snapshot;
  const texts = new Map(
    currentParagraphs(paper).map(({ id, zh, en }) => [id, filled(language === 'zh' ? zh : en, snapshot.tokens, language)]),
  );
  const text = (id: string): TextBlock[] => {
    const written = texts.get(id) ?? '';
    return written === '' ? [] : [{ is: 'paragraph', text: written }];
  };
  const heading = (level: 1 | 2, title: Said): Block => ({ is: 'heading', level, text: say(title, language) });
  const head = say(words.head, language, { district: say(context.programme.district.name, language) });
  const map = mapOf(snapshot, language, townsOf);
  const annexes: Annex[] = [
    { title: say(words.all, language), blocks: [measureTable(snapshot, language), figureTable(snapshot, language)] },
  ];
  const charts = monthCharts(figures, snapshot.span, language);
  if (charts.length > 0) annexes.push({ title: say(words.months, language), blocks: charts });
  return {
    language,
    head,
    number: say(sayNumber(standing.number, standing.edition) ?? said('', ''), language) || undefined,
    remark: remarkOf(standing, language),
    title: say(titleOf(snapshot), language),
    addressee: say(words.addressee, language),
    blocks: [
      heading(1, words.overview),
      ...text('overview-1'),
      ...text('overview-2'),
      paceChart(figures, language),
      heading(1, words.measures),
      ...context.programme.goalAreas.flatMap((area) => [
        heading(2, area.title),
        ...measures.filter((measure) => measure.area === area.no).flatMap(({ no }) => text(`measure-${no}`)),
      ]),
      heading(1, words.behind),
      ...text('behind'),
      ...behindTable(snapshot, language),
      ...snapshot.sections.flatMap((section) => [
        heading(1, section.title),
        ...section.sentences.flatMap((_sentence, index) => text(`${section.name}-${index + 1}`)),
        ...sectionTable(section, language),
      ]),
      ...(texts.get('practice') ? [heading(1, words.practice), ...text('practice')] : []),
      ...(map ? [heading(1, words.towns), map] : []),
      {
        is: 'note',
        text: say(words.basis, language, {
          on: say(snapshot.tokens.on ?? said(on, on), language),
          moment: sayMoment(snapshot.moment, language),
          hash: sha256,
          version: context.version,
        }),
      },
    ],
    signature: head,
    date: dayOf(new Date(standing.released?.at ?? snapshot.moment)),
    annexes,
  };
}

/** 2026年11月26日21:04, 26 November 2026, 21:04. */
const sayMoment = (moment: string, language: Language): string =>
  `${writeDay(dayOfInstant(moment), language)}${language === 'zh' ? '' : ', '}${writeMoment(moment).slice(11, 16)}`;

function remarkOf({ state, withdrawn }: Paper['standing'], language: Language): string | undefined {
  if (state === 'draft') return say(words.draft, language);
  return state === 'withdrawn' ? say(words.withdrawn, language, { why: withdrawn?.why ?? '' }) : undefined;
}
