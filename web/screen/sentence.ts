import type { Ledger, Light } from '../../server/modules/figures/contract.ts';
import type { Language, Say } from '../shared/words/index.ts';

/** Two lines are what is read from five metres. */
const LONGEST = { zh: 78, en: 150 };

/** The whole programme in one sentence: how many tasks are on path, and which are not, with as many names as there is room for. */
export function sentenceOf(ledger: Ledger, say: Say, language: Language): string {
  for (let most = ledger.measures.length; most > 1; most -= 1) {
    const sentence = naming(most, ledger, say);
    if (sentence.length <= LONGEST[language]) return sentence;
  }
  return naming(1, ledger, say);
}

function naming(most: number, ledger: Ledger, say: Say): string {
  const having = (...lights: Light[]) => ledger.measures.filter(({ light }) => lights.includes(light));
  const parts = [say('screen.sentence', { total: ledger.measures.length, good: having('on-path', 'ahead').length })];
  const unpromised = having('unpromised').length;
  if (unpromised > 0) parts.push(say('screen.sentence.unpromised', { n: unpromised }));
  const wrong = (['overdue', 'behind', 'silent'] as const).filter((light) => having(light).length > 0);
  for (const light of wrong) {
    const own = having(light);
    const names = own
      .slice(0, most)
      .map(({ no, title }) => `${no} ${say(title)}`)
      .join(say('text.and'));
    parts.push(
      say(`screen.sentence.${light}`, {
        n: own.length,
        names: own.length > most ? say('screen.name-and-more', { names }) : names,
      }),
    );
  }
  if (wrong.length === 0) parts.push(say('screen.sentence.all-good'));
  return (parts.join('') + say('text.stop')).trim();
}
