import type { FrozenFigure, Paragraph, Snapshot } from '../contract.ts';
import { causeTokens } from './causes.ts';
import { bad } from './reasons.ts';
import type { Told } from './tokens.ts';

const paragraph = (id: string, zh: string, en: string): Paragraph => ({ id, zh, en });
const lights = ['ahead', 'on-path', 'behind', 'overdue', 'silent'] as const;
const zhLight = { ahead: '超前', 'on-path': '按序', behind: '滞后', overdue: '逾期', silent: '无声' } as const;
const enLight = { ahead: 'ahead', 'on-path': 'on path', behind: 'behind', overdue: 'overdue', silent: 'silent' } as const;

/** The words that come with the numbers. What a person changes of them is checked by `checkText`. */
export function paragraphsOf(told: Told & Pick<Snapshot, 'practice'>): Paragraph[] {
  return [
    ...overview(told),
    ...told.measures.map(({ no }) => measure(no, told)),
    behind(told),
    ...told.sections.flatMap(({ name, sentences }) =>
      sentences.map(({ zh, en }, index) => paragraph(`${name}-${index + 1}`, inSection(zh, name), inSection(en, name))),
    ),
    ...(told.practice.length > 0 ? [practice(told)] : []),
  ];
}

/** A module calls its numbers by their own names; here they stand beside those of others. */
const inSection = (text: string, section: string): string => text.replace(/\{([a-z0-9-]+)\}/g, `{${section}.$1}`);

function overview(told: Told): Paragraph[] {
  const some = (counts: (light: (typeof lights)[number]) => number) => lights.filter((light) => counts(light) > 0);
  const measures = some((light) => told.measures.filter((one) => one.light === light).length);
  const figures = some((light) => told.lights[light]);
  // Which tasks need a look is said at once; figures have their table.
  const named = (what: 'measures' | 'figures', light: (typeof lights)[number], open: string, close: string) =>
    what === 'measures' && bad.includes(light) ? `${open}{measures.${light}-list}${close}` : '';
  const list = (what: 'measures' | 'figures', shown: readonly (typeof lights)[number][], language: 'zh' | 'en') =>
    language === 'zh'
      ? shown.map((light) => `{${what}.${light}}项${zhLight[light]}${named(what, light, '（', '）')}`).join('、')
      : shown.map((light) => `{${what}.${light}} ${enLight[light]}${named(what, light, ' (', ')')}`).join(', ');
  return [
    paragraph(
      'overview-1',
      `截至{on}，方案确定的{count.measures}项任务中，${list('measures', measures, 'zh') || '尚无亮灯'}；{count.figures}项指标中，${list('figures', figures, 'zh') || '尚无亮灯'}。`,
      `On {on}, of the programme’s {count.measures} tasks: ${list('measures', measures, 'en') || 'none lit yet'}. Of its {count.figures} figures: ${list('figures', figures, 'en') || 'none lit yet'}.`,
    ),
    ...(told.before
      ? [
          paragraph(
            'overview-2',
            '与上期通报（{before.number}）相比，亮灯转好的指标{moved.better}项，转差的{moved.worse}项。',
            'Against the bulletin before ({before.number}), figures whose light improved: {moved.better}; worsened: {moved.worse}.',
          ),
        ]
      : []),
  ];
}

function measure(no: number, told: Told): Paragraph {
  const own = told.figures.filter((figure) => figure.measure === no);
  const hasCause = `m${no}.cause` in causeTokens(told, told.parts);
  const isLit = told.measures.some((one) => one.no === no && one.light !== 'unpromised');
  const zhLit = isLit ? `，目前{m${no}.light}${hasCause ? `（{m${no}.cause}）` : ''}` : '';
  const enLit = `{m${no}.light}${hasCause ? ` ({m${no}.cause})` : ''}`;
  if (own.length === 0)
    return paragraph(
      `measure-${no}`,
      `{m${no}.no}．{m${no}.title}（牵头单位：{m${no}.lead}）。本项不设数字指标，按实施方案的节点和服务水平推进${zhLit}。`,
      `{m${no}.no}. {m${no}.title} (led by {m${no}.lead}). It carries no figure and follows the milestones and levels of service of its plan${isLit ? `; it is ${enLit}` : ''}.`,
    );
  return paragraph(
    `measure-${no}`,
    `{m${no}.no}．{m${no}.title}（牵头单位：{m${no}.lead}）${zhLit}。${own.map(figureZh).join('')}`,
    `{m${no}.no}. {m${no}.title} (led by {m${no}.lead}): ${enLit}. ${own.map(figureEn).join(' ')}`,
  );
}

/** Whether there is a path that a number can be ahead of or behind. */
const hasPath = ({ target, path, current }: FrozenFigure): boolean =>
  path !== null && current.value !== null && target.per !== 'standing' && target.per !== 'month';

/** What has been added up since its window began; the others are as they stand. */
const isSummed = ({ rule, window }: FrozenFigure): boolean => rule === 'sum' && window !== 'month';

/** Cumulative value and path, what the period brought, and how the cumulative value moved: each by its own name. */
function figureZh(figure: FrozenFigure): string {
  const { code } = figure;
  return [
    `{${code}.title}${isSummed(figure) ? '累计' : ''}{${code}.value}`,
    ...(hasPath(figure) ? [`，应达到{${code}.path}，为进度路径的{${code}.pace}`] : [`，目标为{${code}.target}`]),
    `，{${code}.light}`,
    ...(bad.includes(figure.light) && figure.why.reason !== 'pace' ? [`（{${code}.why}）`] : []),
    ...inSpanZh(figure),
    ...(figure.change && figure.change.value !== null ? [`；${isSummed(figure) ? '累计数' : ''}{${code}.since}`] : []),
    '。',
  ].join('');
}

function inSpanZh({ code, rule, inSpan }: FrozenFigure): string[] {
  if (!inSpan) return [];
  if (rule === 'ratio') return [`；本期{${code}.span-part}、{${code}.span-whole}`];
  return inSpan.value === null ? [] : [`；本期{${code}.span}`];
}

function figureEn(figure: FrozenFigure): string {
  const { code } = figure;
  return [
    `{${code}.title}: {${code}.value}${isSummed(figure) ? ' in all' : ''}`,
    ...(hasPath(figure)
      ? [`; the path stands at {${code}.path}, so {${code}.pace} of it`]
      : [`; the target is {${code}.target}`]),
    `: {${code}.light}`,
    ...(bad.includes(figure.light) && figure.why.reason !== 'pace' ? [` ({${code}.why})`] : []),
    ...inSpanEn(figure),
    ...(figure.change && figure.change.value !== null
      ? [`; ${isSummed(figure) ? 'the number in all ' : ''}{${code}.since}`]
      : []),
    '.',
  ].join('');
}

function inSpanEn({ code, rule, inSpan }: FrozenFigure): string[] {
  if (!inSpan) return [];
  if (rule === 'ratio') return [`; in this period {${code}.span-part}, {${code}.span-whole}`];
  return inSpan.value === null ? [] : [`; {${code}.span} in this period`];
}

const behind = ({ figures }: Told): Paragraph =>
  figures.some(({ light }) => bad.includes(light))
    ? paragraph(
        'behind',
        '滞后、逾期或无声的指标共{behind.count}项，涉及牵头单位{behind.units}家，连同滞后的其他事项列表如下。请有关单位对照差距，按督办要求推进。',
        'Figures that are behind, overdue or silent: {behind.count}, led by {behind.units} units. They are listed below with whatever else is behind; the units named are asked to close the gaps as supervision requires.',
      )
    : paragraph('behind', '截至{on}，没有滞后、逾期或无声的指标。', 'On {on} no figure is behind, overdue or silent.');

const practice = ({ practice: codes, figures }: Told & Pick<Snapshot, 'practice'>): Paragraph => {
  const shown = codes.flatMap((code) => figures.filter((figure) => figure.code === code));
  const moved = (figure: FrozenFigure) => figure.change !== null && figure.change.value !== null;
  return paragraph(
    'practice',
    `本期推进较快的有：${shown.map((figure) => `{${figure.code}.title}（${moved(figure) ? `{${figure.code}.since}` : `为进度路径的{${figure.code}.pace}`}）`).join('、')}。有关做法供各单位借鉴。`,
    `Moved well in this period: ${shown.map((figure) => `{${figure.code}.title} (${moved(figure) ? `{${figure.code}.since}` : `{${figure.code}.pace} of its path`})`).join(', ')}. Other units may look at how.`,
  );
};
