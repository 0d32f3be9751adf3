/** Two versions of a paper side by side, word by word: lines first, then the words of the lines that differ. */
import { diffLists } from './diff.ts';

export type PieceKind = 'same' | 'delete' | 'insert';

/** A stretch of words. `old` and `new` are where it stands (or would stand) in each version. */
export interface Piece {
  readonly kind: PieceKind;
  readonly text: string;
  readonly old: readonly [number, number];
  readonly new: readonly [number, number];
}

/** Chinese is written without spaces: what a word is, the dictionary of the platform knows. */
const chinese = new Intl.Segmenter('zh', { granularity: 'word' });
/** A stretch that stayed the same between two changes is told as changed with them when it is no longer than this. */
const SHORTEST_SAME = 1;

/** The words, signs and spaces of a text, in order; joined they are the text. */
export const wordsOf = (text: string): string[] => Array.from(chinese.segment(text), ({ segment }) => segment);

/** The pieces of both versions in reading order; what was deleted comes before what was inserted in its place. */
export function compareTexts(before: string, after: string): Piece[] {
  const pieces: Raw[] = [];
  const [oldLines, newLines] = [linesOf(before), linesOf(after)];
  for (const { isSame, old, new: now } of diffLists(oldLines, newLines)) {
    const gone = oldLines.slice(...old).join('');
    const come = newLines.slice(...now).join('');
    if (isSame) pieces.push({ kind: 'same', text: gone });
    else pieces.push(...wordByWord(gone, come));
  }
  return placed(joined(pieces));
}

type Raw = { readonly kind: PieceKind; readonly text: string };

/** Lines with their ends, so that joined they are the text. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function wordByWord(before: string, after: string): Raw[] {
  if (before === '' || after === '')
    return [
      { kind: 'delete' as const, text: before },
      { kind: 'insert' as const, text: after },
    ];
  const [oldWords, newWords] = [wordsOf(before), wordsOf(after)];
  const raw = diffLists(oldWords, newWords).flatMap(({ isSame, old, new: now }): Raw[] =>
    isSame
      ? [{ kind: 'same', text: oldWords.slice(...old).join('') }]
      : [
          { kind: 'delete', text: oldWords.slice(...old).join('') },
          { kind: 'insert', text: newWords.slice(...now).join('') },
        ],
  );
  // A single sign or letter left standing between two changes only makes them harder to read.
  return raw.flatMap((piece, at): Raw[] => {
    const isBetween = at > 0 && at < raw.length - 1;
    if (piece.kind !== 'same' || !isBetween || piece.text.length > SHORTEST_SAME || piece.text === '\n') return [piece];
    return [
      { kind: 'delete', text: piece.text },
      { kind: 'insert', text: piece.text },
    ];
  });
}

/** Neighbours of a kind joined; between two stretches that stayed, first all that went and then all that came. */
function joined(pieces: readonly Raw[]): Raw[] {
  const result: Raw[] = [];
  let [gone, come, same] = ['', '', ''];
  const flush = () => {
    if (same !== '') result.push({ kind: 'same', text: same });
    if (gone !== '') result.push({ kind: 'delete', text: gone });
    if (come !== '') result.push({ kind: 'insert', text: come });
    [gone, come, same] = ['', '', ''];
  };
  for (const { kind, text } of pieces) {
    if (text === '') continue;
    if (kind === 'delete') gone += text;
    else if (kind === 'insert') come += text;
    else {
      if (gone !== '' || come !== '') flush();
      same += text;
    }
  }
  flush();
  return result;
}

function placed(pieces: readonly Raw[]): Piece[] {
  let [oldAt, newAt] = [0, 0];
  return pieces.map(({ kind, text }) => {
    const old = [oldAt, kind === 'insert' ? oldAt : oldAt + text.length] as const;
    const now = [newAt, kind === 'delete' ? newAt : newAt + text.length] as const;
    [oldAt, newAt] = [old[1], now[1]];
    return { kind, text, old, new: now };
  });
}
