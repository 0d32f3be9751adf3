import type { BulletinSection } from '../../../kernel/bulletin-section.ts';
import type { Block, Cell, Tone } from '../../../kernel/document/document.ts';
import { type Language, type Said, said, say } from '../../../kernel/i18n/said.ts';
import type { Light } from '../../figures/contract.ts';
import type { Snapshot } from '../contract.ts';
import { bad, lightSigns, lightWords } from '../text/reasons.ts';
import { changeOf, gapOf, ofPath, quantity, spanOf, targetOf, whyOf } from '../text/tell.ts';

const words = {
  what: said('事项', 'Matter'),
  tasks: said('各项任务亮灯', 'Lights of the tasks'),
  task: said('任务', 'Task'),
  by: said('滞后、逾期或无声的是', 'What is behind'),
  figures: said('各项指标', 'Figures'),
  figure: said('指标', 'Figure'),
  value: said('数值', 'Value'),
  path: said('应达到', 'Path'),
  gap: said('差距', 'Gap'),
  target: said('目标', 'Target'),
  light: said('亮灯', 'Light'),
  why: said('原因', 'Why'),
  lead: said('牵头单位', 'Led by'),
  change: said('累计数比上期通报', 'Since the bulletin before'),
  inSpan: said('本期', 'In period'),
  caption: said('滞后、逾期和无声事项', 'Behind, overdue and silent'),
} as const;

export const toneOf = (light: Light): Tone => (light === 'unpromised' ? 'quiet' : light);

/** Sign and word: a light reads without its colour. */
export const lightCell = (light: Light, language: Language): Cell => ({
  text: `${lightSigns[light]}\u00a0${say(lightWords[light], language)}`,
  tone: toneOf(light),
});

/** What is behind, and whose it is: in the order of the programme, by unit names and never by persons. */
export function behindTable({ figures, measures, parts, context }: Snapshot, language: Language): Block[] {
  const t = (text: Said) => say(text, language);
  const leads = new Map(
    measures.map(({ no, lead }) => [no, lead.map(({ name }) => t(name)).join(language === 'zh' ? '、' : ', ')]),
  );
  const unitNames = new Map(context.programme.units.map(({ code, name }) => [code, t(name)]));
  const late = figures
    .filter(({ light }) => bad.includes(light))
    .map((figure): Cell[] => [
      `${figure.code} ${t(figure.title)}`,
      t(quantity(figure.current.value, figure)),
      t(quantity(figure.path, ofPath(figure))),
      t(gapOf(figure)),
      lightCell(figure.light, language),
      leads.get(figure.measure) ?? '',
    ]);
  const listed = new Set([...figures, ...parts].filter(({ light }) => bad.includes(light)).map(({ measure }) => measure));
  const tasks = measures
    .filter(({ no, light }) => bad.includes(light) && !listed.has(no))
    .map((measure): Cell[] => [
      `${measure.no}. ${t(measure.title)}`,
      '—',
      '—',
      '—',
      lightCell(measure.light, language),
      leads.get(measure.no) ?? '',
    ]);
  const others = parts
    .filter(({ light }) => bad.includes(light))
    .map((part): Cell[] => [
      `${part.measure}. ${t(part.title)}`,
      '—',
      '—',
      '—',
      lightCell(part.light, language),
      part.units.map((unit) => unitNames.get(unit) ?? context.units[unit] ?? unit).join(language === 'zh' ? '、' : ', '),
    ]);
  if (late.length + tasks.length + others.length === 0) return [];
  return [
    {
      is: 'table',
      caption: t(words.caption),
      columns: [
        { title: t(words.what), width: 2 },
        { title: t(words.value), align: 'right', width: 1.3 },
        { title: t(words.path), align: 'right', width: 1.3 },
        { title: t(words.gap), align: 'right', width: 1.2 },
        { title: t(words.light), align: 'center', width: 1.2 },
        { title: t(words.lead), width: 1.6 },
      ],
      rows: [...late, ...tasks, ...others],
    },
  ];
}

/** Every task with its light and by what it is lit so, in the order of the programme. */
export function measureTable({ measures, figures, tokens }: Snapshot, language: Language): Block {
  const t = (text: Said) => say(text, language);
  const worst = (no: number, light: Light) =>
    figures
      .filter((figure) => figure.measure === no && figure.light === light && bad.includes(light))
      .map(({ code, title }) => `${code} ${t(title)}`);
  return {
    is: 'table',
    caption: t(words.tasks),
    columns: [
      { title: t(words.task), width: 2.2 },
      { title: t(words.lead), width: 1.8 },
      { title: t(words.light), align: 'center', width: 1 },
      { title: t(words.by), width: 2 },
    ],
    rows: measures.map(({ no, title, lead, light }) => {
      const cause = tokens[`m${no}.cause`];
      const by = cause ? [t(cause)] : worst(no, light);
      return [
        `${no}. ${t(title)}`,
        lead.map(({ name }) => t(name)).join(language === 'zh' ? '、' : ', '),
        lightCell(light, language),
        by.join(language === 'zh' ? '、' : ', ') || '—',
      ];
    }),
  };
}

/** Every figure in one row: value, path, what happened, change, light and why. */
export function figureTable({ figures, before }: Snapshot, language: Language): Block {
  const t = (text: Said) => say(text, language);
  return {
    is: 'table',
    caption: t(words.figures),
    columns: [
      { title: t(words.figure), width: 2 },
      { title: t(words.target), width: 1.5 },
      { title: t(words.value), align: 'right', width: 1.3 },
      { title: t(words.path), align: 'right', width: 1.3 },
      { title: t(words.inSpan), align: 'right', width: 1.2 },
      ...(before ? [{ title: t(words.change), align: 'right' as const, width: 1.3 }] : []),
      { title: t(words.light), align: 'center', width: 1.35 },
      { title: t(words.why), width: 1.7 },
    ],
    rows: figures.map((figure) => [
      `${figure.code} ${t(figure.title)}`,
      t(targetOf(figure)),
      t(quantity(figure.current.value, figure)),
      figure.path === null ? '—' : t(quantity(figure.path, ofPath(figure))),
      t(spanOf(figure)),
      ...(before ? [figure.change ? t(changeOf(figure)) : '—'] : []),
      lightCell(figure.light, language),
      t(whyOf(figure)),
    ]),
  };
}

export function sectionTable({ table }: BulletinSection, language: Language): Block[] {
  if (!table || table.rows.length === 0) return [];
  return [
    {
      is: 'table',
      columns: table.columns.map((title) => ({ title: say(title, language) })),
      rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : say(cell, language)))),
    },
  ];
}
