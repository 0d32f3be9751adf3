/**
 * The page of GB/T 9704-2012, in millimetres: A4, margins 37 above and 28 at the binding edge (5.2.1), type area 156 × 225,
 * 3号 body, 22 lines of 28 characters (5.2.2, 5.2.3). Points: 初号 42, 小初 36, 一号 26, 2号 22, 3号 16, 4号 14, 小四 12, 五号 10.5.
 */
export const page = Object.freeze({
  width: 210,
  height: 297,
  top: 37,
  left: 28,
  typeWidth: 156,
  typeHeight: 225,
  right: 210 - 28 - 156,
  bottom: 297 - 37 - 225,
  lines: 22,
  characters: 28,
});

/** Font sizes in half points, as OOXML counts them. */
export const size = Object.freeze({ title: 44, body: 32, pageNumber: 28, table: 24, denseTable: 21, note: 24 });

const TWIPS_PER_MM = 1440 / 25.4;
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);
/** Pixels of 1/96 inch, in which drawings are measured. */
export const pixels = (millimetres: number): number => (millimetres / 25.4) * 96;

/** A line: the type area's height in 22 parts, rounded down so that the 22nd still fits. */
export const linePitch = Math.floor((page.typeHeight * TWIPS_PER_MM) / page.lines);
/** A character's place in a line: the type area's width in 28 parts, rounded down likewise. */
export const characterPitch = Math.floor((page.typeWidth * TWIPS_PER_MM) / page.characters);
/**
 * 3号 type is 16 pt wide, and 28 of it are 158 mm. The difference is taken out between the characters, in the style, not by a grid of
 * characters: word processors agree on the one and not on the other, and full lines are justified to the margin.
 */
export const characterSpacing = characterPitch - size.body * 10;

/** How wide a text stands, in characters of the 28: letters, digits and spaces are half as wide as Chinese characters. */
export const charactersOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.5), 0);

/** A head this long is set in narrower letters, so that it stays large on one line. */
export const isLongHead = (head: string): boolean => charactersOf(head) > 10;

/** Fonts by the names the standard's practice gives them; `fontTable` names what stands in where one is not installed. */
export const fonts = Object.freeze({
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  pageNumber: '宋体',
  latin: 'Times New Roman',
});
export const standIns: readonly { readonly name: string; readonly instead: string; readonly family: 'roman' | 'modern' }[] =
  Object.freeze([
    { name: fonts.title, instead: '小标宋', family: 'roman' },
    { name: fonts.body, instead: '仿宋', family: 'modern' },
    { name: fonts.subheading, instead: '楷体', family: 'modern' },
    { name: fonts.heading, instead: 'SimHei', family: 'modern' },
    { name: fonts.pageNumber, instead: 'SimSun', family: 'roman' },
  ]);
