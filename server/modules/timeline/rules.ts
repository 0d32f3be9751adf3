import { type Said, say } from '../../kernel/i18n/said.ts';
import type { TimelineParams } from '../../kernel/timeline/tell.ts';
import type { Topic } from './contract.ts';

/** By what a topic's entries are known: the beginning of their subject, or of their code where the subject is the measure or a unit. */
export const topicMarks: Readonly<Record<Exclude<Topic, 'measure'>, { subject: readonly string[]; code: readonly string[] }>> = {
  plan: { subject: ['milestone:'], code: ['plan-', 'milestone-'] },
  supervision: { subject: ['notice:'], code: ['notice-', 'supervision-'] },
  'close-out': { subject: ['close-out:'], code: ['close-out-'] },
  figures: { subject: ['figure:'], code: ['light-', 'figure-'] },
  bulletins: { subject: ['bulletin:'], code: ['bulletin-'] },
  consultation: { subject: ['consultation:'], code: ['consultation-', 'opinion-'] },
};

/** The first topic whose mark it bears; a subject says more than a code. */
export function topicOf(subject: string, code: string): Topic {
  const marks = Object.entries(topicMarks) as [Exclude<Topic, 'measure'>, (typeof topicMarks)['plan']][]; // reason: entries forgets the keys it was given
  const bySubject = marks.find(([, mark]) => mark.subject.some((start) => subject.startsWith(start)));
  const byCode = marks.find(([, mark]) => mark.code.some((start) => code.startsWith(start)));
  return bySubject?.[0] ?? byCode?.[0] ?? 'measure';
}

/** A line in both languages; each parameter in its own. A code without wording shows itself, so that somebody notices. */
export function lineText(code: string, params: TimelineParams, wording: ReadonlyMap<string, Said>): Said {
  const text = wording.get(`timeline.${code}`) ?? { zh: code, en: code };
  const inLanguage = (language: 'zh' | 'en') =>
    say(
      text,
      language,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
      ),
    );
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}
