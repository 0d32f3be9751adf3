import type { Ledger, Light } from '../../server/modules/figures/contract.ts';
import type { Language, Say } from '../shared/words/index.ts';

/** The whole programme in one sentence: how many tasks are on path, and which are not. */
export function sentenceOf(ledger: Ledger, say: Say, language: Language): string {
  const having = (...lights: Light[]) => ledger.measures.filter(({ light }) => lights.includes(light));
  const parts = [say('screen.sentence', { total: ledger.measures.length, good: having('on-path', 'ahead').length })];
  const unpromised = having('unpromised').length;
  if (unpromised > 0) parts.push(say('screen.sentence.unpromised', { n: unpromised }));
  // Two lines are all that is read from five metres: with many names fewer are given of each.
  const most = having('overdue', 'behind', 'silent').length > 4 ? 1 : 3;
  const wrong = (['overdue', 'behind', 'silent'] as const).filter((light) => having(light).length > 0);
  for (const light of wrong) {
    const own = having(light);
    const names = own
      .slice(0, most)
      .map(({ no, title }) => `${no} ${say(title)}`)
      .join(language === 'zh' ? '、' : ', ');
    parts.push(
      say(`screen.sentence.${light}`, {
        n: own.length,
        names: own.length > most ? say('screen.name-and-more', { names }) : names,
      }),
    );
  }
  if (wrong.length === 0) parts.push(say('screen.sentence.all-good'));
  return parts.join('') + (language === 'zh' ? '。' : '.');
}
