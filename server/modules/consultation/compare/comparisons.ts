import { compareTexts, type Piece } from './compare-texts.ts';

/** Earlier versions compared with `text`, each once. */
export function comparisonsWith(text: string, textOf: (version: number) => string): (version: number) => readonly Piece[] {
  const compared = new Map<number, readonly Piece[]>();
  return (version) => {
    const pieces = compared.get(version) ?? compareTexts(textOf(version), text);
    compared.set(version, pieces);
    return pieces;
  };
}
