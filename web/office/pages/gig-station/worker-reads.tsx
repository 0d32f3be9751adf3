import type { Said } from '../../../shared/language.tsx';
import { useWords } from '../../../shared/words/index.ts';

/** A reason in the words that its worker reads, which say “you” and mean them: quoted, and said to be so. */
export function WorkerReads({ words }: { words: Said }) {
  const { say } = useWords();
  return <span className="line-why">{say('gig.worker-reads', { words: say(words) })}</span>;
}
