import type { Reading } from '../command/query.ts';
import type { TimelineParams } from './tell.ts';

/** What a module knows behind the lines of a timeline: what they are about, and who may not read them. */
export type TimelineSource = {
  /**
   * How the codes of lines begin that the person asking may not read where they come from: the timeline tells nobody what its source
   * would refuse them.
   */
  readonly hidden?: (reading: Reading) => readonly string[];
  /** Of those subjects that are this module's: their title, whose they are, and what else its wording names. */
  readonly matters?: (reading: Reading, subjects: readonly string[]) => Promise<ReadonlyMap<string, TimelineParams>>;
};

/** The names behind subjects of one kind: `figure:6a` → `6a`. */
export const subjectsOf = (kind: string, subjects: readonly string[]): readonly string[] =>
  subjects.flatMap((subject) => (subject.startsWith(`${kind}:`) ? [subject.slice(kind.length + 1)] : []));

/** Several names as one: A、B; A, B. */
export const joined = (names: readonly { readonly zh: string; readonly en: string }[]) => ({
  zh: names.map(({ zh }) => zh).join('、'),
  en: names.map(({ en }) => en).join(', '),
});
