import { AlignmentType, type IFontAttributesProperties, type IStylesOptions, LineRuleType } from 'docx';
import { characterPitch, characterSpacing, fonts, linePitch, size } from './page-measures.ts';

export const font = (eastAsia: string): IFontAttributesProperties => ({
  ascii: fonts.latin,
  hAnsi: fonts.latin,
  eastAsia,
  cs: fonts.latin,
});

/** Exactly one line of the 22; whatever font stands in, the page keeps its lines. */
export const onGrid = { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
/** As high as what stands in it: pictures and tables. */
export const asHigh = { line: 240, lineRule: LineRuleType.AUTO, before: 0, after: 0 };
/** Two characters, also where another size would make them narrower. */
export const twoCharacters = { firstLine: characterPitch * 2 };

const black = '000000';
const heading = (eastAsia: string) => ({
  run: { font: font(eastAsia), size: size.body, color: black, bold: false, characterSpacing },
  paragraph: { spacing: onGrid, indent: twoCharacters, keepNext: true },
});

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: font(fonts.body), size: size.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: onGrid },
    },
    title: {
      run: { font: font(fonts.title), size: size.title, color: black, bold: false },
      paragraph: { spacing: { ...onGrid, line: 700 }, alignment: AlignmentType.CENTER },
    },
    heading1: heading(fonts.heading),
    heading2: heading(fonts.subheading),
    heading3: heading(fonts.body),
  },
  paragraphStyles: [
    {
      id: 'Line',
      name: '公文行',
      basedOn: 'Normal',
      quickFormat: true,
      run: { characterSpacing },
      paragraph: { spacing: onGrid },
    },
    {
      id: 'Body',
      name: '公文正文',
      basedOn: 'Normal',
      quickFormat: true,
      run: { characterSpacing },
      paragraph: { spacing: onGrid, indent: twoCharacters, alignment: AlignmentType.BOTH },
    },
    {
      id: 'Note',
      name: '公文注',
      basedOn: 'Normal',
      run: { size: size.note },
      paragraph: { spacing: { ...asHigh, after: 80 } },
    },
    {
      id: 'Caption',
      name: '公文表题',
      basedOn: 'Normal',
      run: { font: font(fonts.heading), size: size.table },
      paragraph: { spacing: { ...asHigh, before: 160, after: 80 }, alignment: AlignmentType.CENTER, keepNext: true },
    },
  ],
};
