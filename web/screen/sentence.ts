import type { Ledger, Light } from '../../server/modules/figures/contract.ts';
import type { Language, Say } from '../shared/words/index.ts';

/** The whole programme in one sentence: how many tasks are on path, and which are not. */
export function sentenceOf(ledger: Ledger, say: Say, language: Language): string {
  const having = (...lights: Light[]) => ledger.measures.filter(({ light }) => lights.includes(light));
  const parts = [say('screen.sentence', { total: ledger.measures.length, good: having('on-path', 'ahead').length })];
  const unpromised = having('unpromised').length;
  if (unpromised > 0) parts.push(say('screen.sentence.unpromised', { n: unpromised }));
  const wrong = (['overdue', 'behind', 'silent'] as const).filter((light) => having(light).length > 0);
  for (const light of wrong) {
    const own = having(light);
    const names = own
      .slice(0, 3)
      .map(({ no, title }) => `${no} ${say(title)}`)
      .join(language === 'zh' ? '、' : ', ');
    parts.push(
      say(`screen.sentence.${light}`, { n: own.length, names: own.length > 3 ? say('screen.name-and-more', { names }) : names }),
    );
  }
  if (wrong.length === 0) parts.push(say('screen.sentence.all-good'));
  return parts.join('') + (language === 'zh' ? '。' : '.');
}
