import type { Difference } from '../../../../server/modules/consultation/contract.ts';
import { useWords } from '../../../shared/words/index.ts';

/** Unchanged stretches longer than this are folded, where folding is asked for. */
const LONGEST = 160;
const AROUND = 50;

/** A comparison word by word: inserted words are framed with a plus, deleted ones struck out with a minus; colour only repeats it. */
export function Pieces({ pieces, folds = false }: { pieces: readonly Difference[]; folds?: boolean }) {
  let at = 0;
  return (
    <div className="pieces">
      {pieces.map(({ kind, text }) => {
        const key = `${kind} ${at}`;
        at += text.length;
        if (kind === 'insert') return <Inserted key={key} text={text} />;
        if (kind === 'delete') return <Deleted key={key} text={text} />;
        return folds && text.length > LONGEST ? <Folded key={key} text={text} /> : <span key={key}>{text}</span>;
      })}
    </div>
  );
}

function Inserted({ text }: { text: string }) {
  const { say } = useWords();
  return (
    <ins className="piece-insert">
      <span className="unseen">{say('opinion.inserted')}</span>
      <span aria-hidden="true">＋</span>
      {text}
    </ins>
  );
}

function Deleted({ text }: { text: string }) {
  const { say } = useWords();
  return (
    <del className="piece-delete">
      <span className="unseen">{say('opinion.deleted')}</span>
      <span aria-hidden="true">－</span>
      {text}
    </del>
  );
}

function Folded({ text }: { text: string }) {
  const { say } = useWords();
  return (
    <>
      {text.slice(0, AROUND)}
      <span className="grey piece-folded">{say('compare.left-out', { n: text.length - 2 * AROUND })}</span>
      {text.slice(-AROUND)}
    </>
  );
}
