import type { Said } from '../../kernel/i18n/said.ts';

/** What an entry is about, in the words of an officer. `measure`: the task itself. */
export const topics = ['plan', 'supervision', 'close-out', 'figures', 'bulletins', 'consultation', 'measure'] as const;
export type Topic = (typeof topics)[number];

/** One line of a measure's life, ready to show. */
export type TimelineLine = {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** As it was then; '' for Leye itself. */
  readonly by: string;
  readonly text: Said;
  readonly topic: Topic;
  /** `figure:6a`, `milestone:<id>`, `notice:<id>`, `close-out:<id>` …, '' the measure itself. */
  readonly subject: string;
  /** It concerns the programme as a whole. */
  readonly ofProgramme: boolean;
  /** Of little weight to whoever has a minute: the page folds it away. */
  readonly isMinor: boolean;
};

/** `GET /api/measures/:no/timeline`, newest first; `next` goes on after the last. */
export type Timeline = { readonly lines: readonly TimelineLine[]; readonly next: string | null };
