import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Place } from '../../../../server/modules/consultation/contract.ts';
import { useWords } from '../../../shared/words/index.ts';

export type Mark = { readonly key: string; readonly place: Place; readonly label: string; readonly isChosen: boolean };
export type Selected = { readonly span: Place; readonly words: string };

type Props = {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** A place to show: it is scrolled to and framed. */
  readonly shown?: Place | undefined;
  readonly onSelect?: (selected: Selected | undefined) => void;
};

/** The paper's text, paragraph by paragraph, with the words that opinions speak of marked. Words selected in it are told by their place. */
export function PaperText({ text, marks, shown, onSelect }: Props) {
  const { say } = useWords();
  const frame = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const chosen = marks.find(({ isChosen }) => isChosen)?.key;
  const target = shown ? `place ${shown[0]}` : chosen;
  useEffect(() => {
    if (target === undefined) return;
    const mark = frame.current?.querySelector(`[data-mark="${CSS.escape(target)}"]`);
    if (!frame.current || !mark) return;
    // A page that has just been opened stays at its top; whoever chooses a place is brought to it.
    if (isFirst.current) frame.current.scrollTop += middleOf(mark) - middleOf(frame.current);
    else mark.scrollIntoView({ block: 'center' });
    isFirst.current = false;
  }, [target]);
  useEffect(() => {
    if (!onSelect) return;
    const told = () => onSelect(selectedIn(frame.current, text));
    document.addEventListener('selectionchange', told);
    return () => document.removeEventListener('selectionchange', told);
  }, [onSelect, text]);
  const all: Mark[] = shown
    ? [...marks, { key: `place ${shown[0]}`, place: shown, label: say('opinion.see-place'), isChosen: true }]
    : [...marks];
  return (
    <section
      ref={frame}
      className="paper consult-paper"
      aria-label={say('consult.text')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {paragraphsOf(text).map(({ from, words }) => (
        <p key={from} data-from={from}>
          {words === '' ? '\u00a0' : marked(from, words, all)}
        </p>
      ))}
    </section>
  );
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

function paragraphsOf(text: string): { from: number; words: string }[] {
  let from = 0;
  return text.split('\n').map((words) => {
    const paragraph = { from, words };
    from += words.length + 1;
    return paragraph;
  });
}

/** A paragraph's words with its marks; where two overlap, the chosen one is drawn. */
function marked(from: number, words: string, marks: readonly Mark[]): ReactNode {
  const own = marks
    .filter(({ place }) => place[0] < from + words.length && place[1] > from)
    .toSorted((a, b) => Number(b.isChosen) - Number(a.isChosen));
  const drawn: Mark[] = [];
  for (const mark of own) if (!drawn.some(({ place }) => place[0] < mark.place[1] && mark.place[0] < place[1])) drawn.push(mark);
  drawn.sort((a, b) => a.place[0] - b.place[0]);
  const nodes: ReactNode[] = [];
  let at = 0;
  for (const { key, place, label, isChosen } of drawn) {
    const [start, end] = [Math.max(0, place[0] - from), Math.min(words.length, place[1] - from)];
    if (start > at) nodes.push(words.slice(at, start));
    const className = isChosen ? 'opinion-mark opinion-mark-chosen' : 'opinion-mark';
    nodes.push(
      key.startsWith('place ') ? (
        <mark key={key} className={className} data-mark={key} title={label}>
          {words.slice(start, end)}
        </mark>
      ) : (
        <Link
          key={key}
          from="/consultations/$consultation"
          search={(old) => ({ ...old, opinion: key })}
          replace
          resetScroll={false}
          preload={false}
          draggable={false}
          className={className}
          data-mark={key}
          title={label}
        >
          {words.slice(start, end)}
        </Link>
      ),
    );
    at = end;
  }
  if (at < words.length) nodes.push(words.slice(at));
  return nodes;
}

/** The place of what is selected in the paper, in the text's own count; undefined when nothing is, or it lies elsewhere. */
function selectedIn(frame: HTMLElement | null, text: string): Selected | undefined {
  const selection = document.getSelection();
  if (!frame || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!frame.contains(range.startContainer) || !frame.contains(range.endContainer)) return undefined;
  const from = placeOf(range.startContainer, range.startOffset);
  const to = placeOf(range.endContainer, range.endOffset);
  if (from === undefined || to === undefined || to <= from) return undefined;
  const words = text.slice(from, to);
  // Spaces and line ends at the ends were not meant.
  const start = from + (words.length - words.trimStart().length);
  const end = start + words.trim().length;
  return end > start ? { span: [start, end], words: text.slice(start, end) } : undefined;
}

function placeOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>('[data-from]');
  if (!paragraph) return undefined;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.from) + before.toString().length;
}
