import type { Language } from '../i18n/said.ts';
import type { Position } from '../place/coordinates.ts';

/**
 * An official document as plain data, rendered two ways: `writeDocx` lays it out to GB/T 9704-2012, `DocumentBody` as a web page.
 * Both say the same words and numbers; nothing is decided in a rendering.
 *
 * Shape after GB/T 9704-2012, 7.2 and 7.3: head and red line, document number, title, addressee, body, attachments, signature, date.
 *
 * @example
 * const notice: OfficialDocument = {
 *   language: 'zh',
 *   head: '某某区就业友好型城市建设工作专班',
 *   number: '〔2026〕第3号',
 *   title: '督办通知',
 *   addressee: '区交通局：',
 *   blocks: [{ is: 'paragraph', text: '请在 2026年3月12日前答复。' }],
 *   signature: '某某区就业友好型城市建设工作专班',
 *   date: '2026-03-05',
 * };
 * const file: Buffer = await writeDocx(notice);
 */
export type OfficialDocument = {
  readonly language: Language;
  /** 发文机关标志: who issues it, printed in red above the red line. Absent: no red head (an annex, a summary paper). */
  readonly head?: string;
  /** 发文字号, written with 〔〕: `〔2026〕第3号`. */
  readonly number?: string;
  /** Said beside the number while it is no issued paper: a draft, withdrawn. */
  readonly remark?: string;
  readonly title: string;
  /** 主送机关, with its colon. */
  readonly addressee?: string;
  readonly blocks: readonly Block[];
  /** 附件说明: titles of what is attached, numbered by the rendering. */
  readonly attachments?: readonly string[];
  readonly signature?: string;
  /** 成文日期, `YYYY-MM-DD`; written in Arabic numerals. */
  readonly date?: string;
  /** 附件: each on pages of its own after the signature. Their titles are the attachments, unless others are named. */
  readonly annexes?: readonly Annex[];
};

export type Annex = { readonly title: string; readonly blocks: readonly Block[] };

export type Block = Heading | Paragraph | Note | Table | Chart | MapPicture;

/** Numbered by the rendering within its level: 一、 （一） 1. (GB/T 9704-2012, 7.3.3); in English 1. (1) a. */
export type Heading = { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string };
/** Body text, indented by two characters. */
export type Paragraph = { readonly is: 'paragraph'; readonly text: string };
/** Smaller, without indent: the unit of a table, a source. */
export type Note = { readonly is: 'note'; readonly text: string };

/** What a colour stands for; never said by colour alone. */
export type Tone = 'ahead' | 'on-path' | 'behind' | 'overdue' | 'silent' | 'plain' | 'quiet';
export type Cell = string | { readonly text: string; readonly tone: Tone };
export type Column = {
  readonly title: string;
  readonly align?: 'left' | 'right' | 'center' /** Share of the width; default 1. */;
  readonly width?: number;
};
export type Table = {
  readonly is: 'table';
  readonly caption?: string;
  readonly columns: readonly Column[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[];
};

/**
 * Numbers against a path. Every chart carries its table: `written` are the same numbers as text, and the renderings print them.
 * `bars` and `lines` share the categories; a line may be `dashed` (an interim path) or `thin` (a target).
 */
export type Chart = {
  readonly is: 'chart';
  readonly title: string;
  /** In what the numbers are counted; '' where each says so itself. */
  readonly unit: string;
  /** Head of the table's first column: month, figure. */
  readonly of: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** `across`: horizontal bars, for categories with long names. */
  readonly layout?: 'upright' | 'across';
};
export type Series = {
  readonly name: string;
  readonly look: 'bars' | 'dashed' | 'thin';
  readonly values: readonly (number | null)[];
  readonly written: readonly string[];
  /** One tone a bar. */
  readonly tones?: readonly Tone[];
};

/** The district's outline and a circle for each street or town, its area in proportion to the value. The table comes with it. */
export type MapPicture = {
  readonly is: 'map';
  readonly title: string;
  readonly unit: string;
  readonly of: string;
  readonly outline: readonly (readonly Position[])[];
  readonly places: readonly MapPlace[];
};
export type MapPlace = {
  readonly name: string;
  /** Where nothing is known, the place stands in the table alone. */
  readonly at: Position | null;
  /** null: no number, or one that is not shown. */
  readonly value: number | null;
  readonly written: string;
};

/** The table that says what a chart shows. A line that is the same for every bar (100 %) needs no column. */
export function tableOfChart({ title, of, categories, series, layout }: Chart): Table {
  const told = series.filter(({ look }) => layout !== 'across' || look !== 'thin');
  return {
    is: 'table',
    caption: title,
    columns: [{ title: of, width: 2 }, ...told.map(({ name }) => ({ title: name, align: 'right' as const, width: 1.4 }))],
    rows: categories.map((category, index) => [category, ...told.map(({ written }) => written[index] ?? '')]),
  };
}

/** The table that says what a map shows: by name of the place as given, so that it ranks nobody. */
export const tableOfMap = ({ title, of, unit, places }: MapPicture): Table => ({
  is: 'table',
  caption: title,
  columns: [{ title: of }, { title: unit, align: 'right' }],
  rows: places.map(({ name, written }) => [name, written]),
});
