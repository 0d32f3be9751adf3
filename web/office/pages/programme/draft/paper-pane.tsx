import { Link } from '@tanstack/react-router';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { Paper } from '../../../../../server/modules/programme/draft/contract.ts';
import { useWords } from '../../../../shared/words/index.ts';
import type { Item } from './items.ts';
import { linesOf, type Piece } from './marks.ts';

/** The paper as printed, everything that was read marked; a mark leads to its item. */
export function PaperPane({ paper, items, chosen }: { paper: Paper; items: readonly Item[]; chosen: string | undefined }) {
  const { say } = useWords();
  const place = useRef<HTMLElement>(null);
  // Marks move only when an item is added or removed, not with every word that is corrected.
  const key = items.map(({ path, kind }) => `${kind}${path}`).join();
  const lines = useMemo(() => linesOf(paper.text, items), [paper.text, key]);
  useEffect(() => {
    if (chosen === undefined) return;
    const mark = place.current?.querySelector('.mark-chosen');
    if (mark && place.current)
      place.current.scrollTo({
        top: place.current.scrollTop + mark.getBoundingClientRect().top - place.current.getBoundingClientRect().top - 120,
      });
  }, [chosen]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={place} className="paper" aria-label={say('draft.paper')} tabIndex={0}>
      {paper.warnings.length > 0 && (
        <details className="as-table paper-warnings">
          <summary>
            {say('draft.warnings')} ({paper.warnings.length})
          </summary>
          <ul>
            {paper.warnings.map(({ code, said, span }) => (
              <li key={`${span.join()} ${code}`}>{say(said)}</li>
            ))}
          </ul>
        </details>
      )}
      {lines.map(({ from, pieces }) => (
        <p key={from}>
          {pieces.map((piece) => (
            <PieceOfPaper key={piece.from} piece={piece} isChosen={chosen !== undefined && piece.item?.path === chosen} />
          ))}
        </p>
      ))}
    </section>
  );
}

const PieceOfPaper = memo(function PieceOfPaper({ piece: { text, item }, isChosen }: { piece: Piece; isChosen: boolean }) {
  const { say } = useWords();
  // A full stop between two figures belongs to its task, but nobody could hit it.
  if (!item || /^[\s\p{P}]*$/u.test(text)) return <>{text}</>;
  return (
    <Link
      from="/programme/drafts/$draft"
      search={(old) => ({ ...old, item: item.path || 'head', edit: undefined })}
      resetScroll={false}
      preload={false}
      className={`mark mark-${item.kind}${isChosen ? ' mark-chosen' : ''}`}
      title={`${say(`draft.kind.${item.kind}`)} ${item.title}`}
    >
      {text}
    </Link>
  );
});
