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
  return placed(joined(settled(joined(pieces))));
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

/** How far an edit may slide to find its place. */
const FURTHEST = 80;
const ENDS = '，。；、：！？,;:\n';

/**
 * Where the same letters stand on both sides of what was inserted or deleted, it may as well have happened a little to the left or
 * right: 区〔财政局、区〕教委 or 〔区财政局、〕区教委. Told is the one that begins or ends where a clause does.
 */
function settled(pieces: readonly Raw[]): Raw[] {
  const result = pieces.map((piece) => ({ ...piece }));
  for (const [at, piece] of result.entries()) {
    const [before, after] = [result[at - 1], result[at + 1]];
    if (piece.kind === 'same' || before?.kind !== 'same' || (after && after.kind !== 'same')) continue;
    const all = before.text + piece.text + (after?.text ?? '');
    const { length } = piece.text;
    const start = before.text.length;
    let [first, last] = [start, start];
    while (first > 0 && start - first < FURTHEST && all[first - 1] === all[first - 1 + length]) first--;
    while (last + length < all.length && last - start < FURTHEST && all[last] === all[last + length]) last++;
    let best = start;
    for (let from = first; from <= last; from++) if (boundary(all, from, length) > boundary(all, best, length)) best = from;
    if (best === start) continue;
    before.text = all.slice(0, best);
    piece.text = all.slice(best, best + length);
    if (after) after.text = all.slice(best + length);
    else result.push({ kind: 'same', text: all.slice(best + length) });
  }
  return result;
}

function boundary(all: string, from: number, length: number): number {
  const isEnd = (sign: string | undefined) => sign === undefined || ENDS.includes(sign);
  const last = all[from + length - 1];
  return (last === '\n' ? 4 : isEnd(last) ? 3 : 0) + (isEnd(all[from - 1]) ? 2 : 0);
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
