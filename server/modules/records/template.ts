import writeExcelFile from 'write-excel-file/node';
import { type Language, type Said, said, say } from '../../kernel/i18n/said.ts';
import { addDays } from '../../kernel/term/day.ts';
import { columnsOf } from './check-row.ts';
import type { Reference } from './reference.ts';
import { BYTE_ORDER_MARK, csvLine } from './table-text.ts';
import type { Column, Example, RecordType } from './type.ts';

export type TemplateContext = { readonly reference: Reference; readonly today: string; readonly language: Language };

/** The header and two example rows, as both kinds of template have them. Required columns are starred. */
export function templateRows(type: RecordType, { reference, today, language }: TemplateContext): string[][] {
  const columns = Object.entries(columnsOf(type));
  const header = columns.map(([, { label, required }]) => `${say(label, language)}${required ? ' *' : ''}`);
  const example = (which: 0 | 1) => columns.map(([key, column]) => exampleOf(type, key, column, which));
  return [header, example(0), example(1)];

  function exampleOf(of: RecordType, key: string, column: Column, which: 0 | 1): string {
    if (column.kind === 'area') return areaExample(column, which, reference);
    if (column.kind === 'site') return reference.siteNames[which]?.split(' ')[0] ?? '';
    if (key === 'unit') return reference.unitName(of.unit) ?? '';
    const shown: Example = column.example?.[which] ?? '';
    if (typeof shown !== 'string') return addDays(today, -shown.daysAgo);
    if (language === 'zh' || shown === '') return shown;
    if (column.kind === 'yes-no') return shown === '是' ? 'yes' : 'no';
    return Object.values(column.choices ?? {}).find((choice) => choice.zh === shown)?.en ?? shown;
  }
}

function areaExample({ level }: Column, which: 0 | 1, { areas }: Reference): string {
  if (level === 'town') return areas.towns[which]?.name ?? areas.towns[0]?.name ?? '';
  const village = areas.villages[which] ?? areas.villages[0];
  // The street or town in front: many villages share a name.
  return village ? `${areas.townOf(village.code)?.name ?? ''}${village.name}` : (areas.towns[which]?.name ?? '');
}

/** The template as CSV: UTF-8 with byte-order mark, header and examples. */
export const csvTemplate = (type: RecordType, context: TemplateContext): string =>
  BYTE_ORDER_MARK + templateRows(type, context).map(csvLine).join('');

const words = {
  data: said('填报', 'Records'),
  guide: said('说明', 'Guide'),
  lists: said('可填的值', 'Values'),
  column: said('列', 'Column'),
  required: said('必填', 'Required'),
  how: said('怎么填', 'How to fill it in'),
  values: said('可填的值', 'Possible values'),
  yes: said('是', 'yes'),
  towns: said('街道（乡镇）', 'Streets and towns'),
  villages: said('社区（村）', 'Communities and villages'),
  units: said('单位', 'Units'),
  sites: said('暖心餐点位', 'Warm-meal sites'),
  firstRows: said(
    '前两行是示例，填报时请删去。日期写成 2026-03-05。',
    'The first two rows are examples: delete them. Write dates as 2026-03-05.',
  ),
} as const;

const kindWords: Readonly<Record<Column['kind'], Said>> = {
  text: said('文字', 'text'),
  integer: said('整数', 'a whole number'),
  decimal: said('数字，最多两位小数', 'a number with at most two decimals'),
  'money-yuan': said('金额，单位元', 'an amount in yuan'),
  date: said('日期，如 2026-03-05', 'a date such as 2026-03-05'),
  choice: said('选一项', 'one of the values'),
  area: said('名称或 12 位代码', 'a name or 12-digit code'),
  unit: said('单位名称', 'the name of a unit'),
  occupation: said('职业分类大典的名称或代码', 'a name or code of the classification of occupations'),
  site: said('点位编号或名称', 'the number or name of a site'),
  'credit-code': said('18 位统一社会信用代码', 'the 18-character social credit code'),
  'yes-no': said('是或否', 'yes or no'),
  'person-name': said('姓名', 'a name'),
  'id-number': said('18 位身份证号，单元格设为文本', 'the 18-digit ID number, in a text cell'),
  phone: said('11 位手机号', 'an 11-digit mobile number'),
};

/** Rows below the examples whose cells are set to text, so that a spreadsheet keeps every digit of what is typed there. */
const TEXT_ROWS = 500;

/** The template as a workbook: a sheet to fill in, a guide to its columns, and the values that can be chosen. */
export async function xlsxTemplate(type: RecordType, context: TemplateContext): Promise<Buffer> {
  const { language } = context;
  const [header = [], ...examples] = templateRows(type, context);
  const columns = Object.values(columnsOf(type));
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true });
  const text = (value: string) => ({ value, type: String, format: '@' });
  const blank = header.map(() => ({ value: '', type: String, format: '@' }));
  const data = [header.map(bold), ...examples.map((row) => row.map(text)), ...Array.from({ length: TEXT_ROWS }, () => blank)];
  const guide = [
    [words.column, words.required, words.how, words.values].map((word) => bold(say(word, language))),
    ...columns.map((column) => [
      { value: say(column.label, language), wrap: true },
      { value: column.required ? say(words.yes, language) : '' },
      {
        value: [say(kindWords[column.kind], language), column.remark ? say(column.remark, language) : '']
          .filter(Boolean)
          .join(language === 'zh' ? '；' : '; '),
        wrap: true,
      },
      {
        value: Object.values(column.choices ?? {})
          .map((choice) => say(choice, language))
          .join(language === 'zh' ? '、' : ', '),
        wrap: true,
      },
    ]),
    [{ value: say(type.about, language), wrap: true }],
    [{ value: say(words.firstRows, language), wrap: true }],
  ];
  return await writeExcelFile([
    {
      data,
      sheet: say(words.data, language),
      columns: header.map((label) => ({ width: Math.min(32, Math.max(14, label.length * 2)) })),
      stickyRowsCount: 1,
    },
    { data: guide, sheet: say(words.guide, language), columns: [{ width: 24 }, { width: 10 }, { width: 60 }, { width: 60 }] },
    {
      data: listsOf(type, context),
      sheet: say(words.lists, language),
      columns: [{ width: 28 }, { width: 40 }, { width: 34 }, { width: 30 }],
    },
  ]).toBuffer();
}

/** Every list a person may have to choose from, one a column: choices of this type, then areas, units and sites where it uses them. */
function listsOf(type: RecordType, { reference, language }: TemplateContext) {
  const columns = Object.values(columnsOf(type));
  const uses = (kind: Column['kind']) => columns.some((column) => column.kind === kind);
  const lists: [string, readonly string[]][] = columns
    .filter((column) => column.choices)
    .map((column) => [say(column.label, language), Object.values(column.choices ?? {}).map((choice) => say(choice, language))]);
  if (uses('area')) {
    lists.push([say(words.towns, language), reference.areas.towns.map(({ name }) => name)]);
    lists.push([
      say(words.villages, language),
      reference.areas.villages.map((village) => `${reference.areas.townOf(village.code)?.name ?? ''}${village.name}`),
    ]);
  }
  lists.push([say(words.units, language), reference.unitNames]);
  if (uses('site')) lists.push([say(words.sites, language), reference.siteNames]);
  const longest = Math.max(...lists.map(([, values]) => values.length));
  return [
    lists.map(([title]) => ({ value: title, fontWeight: 'bold' as const })),
    ...Array.from({ length: longest }, (_, at) => lists.map(([, values]) => ({ value: values[at] ?? '' }))),
  ];
}
