import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Footer,
  HeadingLevel,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { writeDay } from '../page/written.ts';
import type { Annex, OfficialDocument } from './document.ts';
import { font, onGrid } from './docx-styles.ts';
import { red } from './look.ts';
import { characterPitch, charactersOf, fonts, isLongHead, page, size, twips } from './page-measures.ts';

/** From the type area's upper edge to the head's (7.2.4), and from the number to the red line (7.2.7), in millimetres. */
const ABOVE_HEAD = 35;
const LINE_BELOW_NUMBER = 4;
const POINTS_PER_MM = 72 / 25.4;

const plain = (text: string, options: ConstructorParameters<typeof Paragraph>[0] & object = {}) =>
  new Paragraph({ style: 'Line', ...options, children: [new TextRun(text)] });
const emptyLines = (count: number): Paragraph[] => Array.from({ length: count }, () => plain(''));

/** Head, number, red line, title, addressee. */
export function opening({ head, number, remark, title, addressee }: OfficialDocument): FileChild[] {
  return [
    ...(head ? [redHead(head), ...emptyLines(2), numberLine([number, remark].filter(Boolean).join('　')), ...emptyLines(2)] : []),
    new Paragraph({ heading: HeadingLevel.TITLE, children: lines(title) }),
    ...(head
      ? []
      : [number, remark].filter((text) => text !== undefined).map((text) => plain(text, { alignment: AlignmentType.CENTER }))),
    ...emptyLines(1),
    ...(addressee ? [plain(addressee)] : []),
  ];
}

/** A title is broken by meaning, where its author says so. */
const lines = (text: string): TextRun[] =>
  text.split('\n').map((line, index) => new TextRun({ text: line, break: index > 0 ? 1 : 0 }));

/** As large as one line takes, and narrower letters where the name is long, as such heads are printed. */
function redHead(head: string): Paragraph {
  const wide = charactersOf(head);
  const scale = isLongHead(head) ? 66 : 100;
  const points = Math.min(48, Math.floor((page.typeWidth * POINTS_PER_MM) / (wide * (scale / 100)) - 0.5));
  const line = Math.round(points * 20 * 1.25);
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: twips(ABOVE_HEAD) - Math.round((line - points * 20) / 2), after: 0, line, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: head, color: red, size: points * 2, scale, font: font(fonts.title) })],
  });
}

const numberLine = (text: string) =>
  plain(text, {
    alignment: AlignmentType.CENTER,
    border: { bottom: { style: BorderStyle.SINGLE, color: red, size: 18, space: Math.round(LINE_BELOW_NUMBER * POINTS_PER_MM) } },
  });

/** Attachments, signature, date (7.3.4, 7.3.5). */
export function closing({ attachments, annexes, signature, date, language }: OfficialDocument): FileChild[] {
  const titles = attachments ?? annexes?.map(({ title }) => title) ?? [];
  const day = date && writeDay(date, language);
  const places = signed(signature ?? '', day ?? '');
  return [
    ...(titles.length > 0 ? [...emptyLines(1), ...attached(titles, language)] : []),
    ...(signature || day ? [plain('', { keepNext: true }), plain('', { keepNext: true })] : []),
    ...(signature
      ? [
          plain(signature, {
            alignment: AlignmentType.RIGHT,
            indent: { left: characters(places.left), right: characters(places.right) },
            keepLines: true,
            keepNext: true,
          }),
        ]
      : []),
    ...(day ? [plain(day, { indent: { left: characters(places.dayLeft) } })] : []),
  ];
}

function attached(titles: readonly string[], language: OfficialDocument['language']): Paragraph[] {
  const label = language === 'zh' ? '附件：' : 'Attachments: ';
  const wide = language === 'zh' ? 3 : 6;
  return titles.map((title, index) => {
    const text = titles.length > 1 ? `${index + 1}. ${title}` : title;
    const left = characterPitch * (2 + wide);
    return index === 0
      ? plain(`${label}${text}`, { indent: { left, hanging: characterPitch * wide }, keepNext: true })
      : plain(text, { indent: { left }, keepNext: true });
  });
}

const characters = (count: number): number => Math.round(count * characterPitch);

/**
 * Without a seal the date begins two characters right of the signature, and the longer of the two ends two characters from the margin.
 * A signature longer than a line is broken into lines of about one length; then both end two characters from the margin.
 * In characters: how far the signature stands from the left and the right margin, and how far the date begins from the left one.
 */
export function signed(signature: string, day: string): { left: number; right: number; dayLeft: number } {
  const [signatureWide, dayWide] = [charactersOf(signature), charactersOf(day)];
  const line = page.characters - 2;
  const dayAtMargin = line - dayWide;
  if (signatureWide > line) {
    const each = Math.ceil(signatureWide / Math.ceil(signatureWide / line));
    return { left: Math.max(0, line - each - BROKEN_WORD), right: 2, dayLeft: dayAtMargin };
  }
  if (signature === '') return { left: 0, right: 2, dayLeft: dayAtMargin };
  const right = Math.max(2, 4 + dayWide - signatureWide);
  return { left: 0, right, dayLeft: page.characters - right - signatureWide + 2 };
}
/** Room for the word at which a line ends. */
const BROKEN_WORD = 3;

/** 附件1 in the upper left corner of a new page, its title two lines below. */
export function heading({ title }: Annex, index: number, { annexes = [], language }: OfficialDocument): FileChild[] {
  const label = language === 'zh' ? '附件' : 'Attachment ';
  const text = annexes.length > 1 ? `${label}${index + 1}` : label.trim();
  return [
    new Paragraph({ spacing: onGrid, pageBreakBefore: true, children: [new TextRun({ text, font: font(fonts.heading) })] }),
    ...emptyLines(1),
    new Paragraph({ heading: HeadingLevel.TITLE, children: lines(title) }),
    ...emptyLines(1),
  ];
}

/** — 1 — in 4号 type, one character in from the outer edge (7.5). */
export function pageNumber(side: 'odd' | 'even'): Footer {
  const inset = size.pageNumber * 10;
  return new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: inset } : { left: inset },
        spacing: { line: Math.round(size.pageNumber * 10), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            size: size.pageNumber,
            font: { ascii: fonts.pageNumber, hAnsi: fonts.pageNumber, eastAsia: fonts.pageNumber },
          }),
        ],
      }),
    ],
  });
}
