import { isWord, useWords } from '../../../shared/words/index.ts';

/** What the parts and values of rules are called; one that has no word is shown by its own name. */
export function useNames() {
  const { say } = useWords();
  const named = (key: string, plain: string) => (isWord(key) ? say(key) : plain);
  return {
    nameOfPart: (name: string) => named(`gigs.rule-part.${name}`, name),
    nameOfValue: (key: string) => named(`gigs.rule-value.${key}`, key),
  };
}
