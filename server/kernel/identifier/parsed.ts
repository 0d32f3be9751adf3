/**
 * What reading an identifier gives: the value, or the one thing that is wrong with it. `params` never holds the number or any
 * character of it, only positions (1 for the first) and lengths, so an error can be logged, shown and translated safely.
 */
export type Parsed<Value, Code extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly code: Code; readonly params: Readonly<Record<string, number>> } };

export function parsed<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function refused<Code extends string>(code: Code, params: Record<string, number> = {}) {
  return { ok: false, error: { code, params } } as const;
}

/** Longer input is no number at all and isn't looked at further. */
const LONGEST_INPUT = 200;

/**
 * Takes away what people and spreadsheets add: full-width forms, spaces of all kinds, invisible characters, the apostrophe that
 * keeps a cell text. Upper case. Input beyond 200 characters comes back cut, too long for any identifier.
 */
export function bareForm(text: string): string {
  return (
    text
      .slice(0, LONGEST_INPUT)
      .normalize('NFKC')
      // \p{Cf}: zero-width spaces, direction marks and byte-order marks that come along when copying from a chat.
      .replace(/[\s\p{Cf}]/gu, '')
      .replace(/^['‘’`]/, '')
      .toUpperCase()
  );
}

/** Whether a spreadsheet turned the number into a rounded one, such as 1.10105E+17: digits are lost for good. */
export function isRoundedBySpreadsheet(bare: string): boolean {
  return /^\d(?:\.\d+)?E\+?\d{1,2}$/.test(bare);
}

/** The position (from 1) of the first character that isn't in the alphabet. */
export function findStrangerPosition(bare: string, alphabet: string): number | undefined {
  const index = [...bare].findIndex((character) => !alphabet.includes(character));
  return index < 0 ? undefined : index + 1;
}
