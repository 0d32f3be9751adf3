import type { Light } from '../../kernel/figure/light.ts';
import { type Said, say } from '../../kernel/i18n/said.ts';
import { writeDay } from '../../kernel/page/written.ts';
import { isDay } from '../../kernel/term/day.ts';
import type { TimelineParams } from '../../kernel/timeline/tell.ts';
import { lightNames } from '../lights/module.ts';
import type { Topic } from './contract.ts';

/** By what a topic's entries are known: the beginning of their subject, or of their code where the subject is the measure or a unit. */
export const topicMarks: Readonly<Record<Exclude<Topic, 'measure'>, { subject: readonly string[]; code: readonly string[] }>> = {
  plan: { subject: ['milestone:'], code: ['plan-', 'milestone-'] },
  supervision: { subject: ['notice:'], code: ['notice-', 'answer-', 'clock-', 'quiet-', 'rules-'] },
  'close-out': { subject: ['close-out:'], code: ['close-out-'] },
  figures: { subject: ['figure:', 'service:'], code: ['light', 'target-'] },
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

/** A line in both languages; each parameter in its own, a day as people write it. A code without wording shows itself, so that somebody notices. */
export function lineText(code: string, params: TimelineParams, wording: ReadonlyMap<string, Said>): Said {
  const text = wording.get(`timeline.${code}`) ?? { zh: code, en: code };
  const inLanguage = (language: 'zh' | 'en') =>
    say(
      text,
      language,
      Object.fromEntries(
        Object.entries(params).map(([name, value]) => [
          name,
          typeof value === 'object'
            ? value[language]
            : typeof value === 'string' && isDay(value)
              ? writeDay(value, language)
              : value,
        ]),
      ),
    );
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

/** What is told for the record: what follows from something else, or concerns the programme as a whole. By how its code begins. */
const minorCodes = [
  'notice-reminder',
  'plan-submitted',
  'plan-recalled',
  'milestone-reported',
  'light-first',
  'close-out-withdraw',
  'quiet-',
  'rules-',
  'bulletin-',
  'consultation-',
  'opinion-',
] as const;

const wants: readonly Light[] = ['behind', 'overdue', 'silent'];
const isBad = (light: TimelineParams[string] | undefined): boolean =>
  typeof light === 'object' && wants.some((name) => lightNames[name].en === light.en);

/**
 * Whether a line can wait for whoever has a minute. A light counts when it turns bad or good; a milestone that is well again is told by
 * what made it so.
 */
export function isMinor({ code, subject, params }: { code: string; subject: string; params: TimelineParams }): boolean {
  if (code !== 'light') return minorCodes.some((start) => code.startsWith(start));
  const [was, is] = [isBad(params.before), isBad(params.light)];
  return was === is || (subject.startsWith('milestone:') && !is);
}
