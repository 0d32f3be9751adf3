import { isWord, useWords } from '../../../shared/words/index.ts';

/** What the parts and values of rules are called; one that has no word is shown by its own name. */
export function useNames() {
  const { say } = useWords();
  const named = (key: string, plain: string) => (isWord(key) ? say(key) : plain);
  return {
    nameOfPart: (name: string) => named(`gigs.rule-part.${name}`, name),
    nameOfValue: (part: string, key: string) => named(`gigs.rule-value.${part}.${key}`, named(`gigs.rule-value.${key}`, key)),
  };
}

/** Into how many one of what people read is kept: rules hold fen where people say yuan. */
export const scaleOf = (part: string, key: string): number => (part === 'cost.terms.pay' && key === 'full' ? 100 : 1);
