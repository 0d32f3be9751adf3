/**
 * A cell as it goes out in a file that a spreadsheet program will open: text that would begin a formula is made plain with a leading
 * apostrophe, which reading takes off again. A formula smuggled in by one sender would otherwise run at another's desk.
 */
export const plainCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** One line of CSV, quoted where needed, ending as spreadsheets expect. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;

/** Tells spreadsheets that a CSV file is UTF-8; without it Chinese arrives garbled in some. */
export const BYTE_ORDER_MARK = '\ufeff';
