/** A complaint in words, for the pages of both sides. */
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { dayOfInstant, writeDay } from '../../../kernel/page/written.ts';
import type { Complaint, ComplaintRow, ComplaintStep, StepCode } from '../complaints/contract.ts';
import { complaintWords as words } from '../words/pages-complaint.ts';
import { workWords } from '../words/pages-work.ts';
import { clockText } from './written.ts';

export const aboutText = (about: ComplaintRow['about']): Said => (about === 'other' ? words.otherAbout : words[about]);

export const complaintTitle = ({ number, about }: ComplaintRow, language: Language): string =>
  say(words.title, language, { number, about: say(aboutText(about), language) });

/** How it stands, in a list. */
export const complaintState = ({ state, dueOn }: ComplaintRow, language: Language): string =>
  say(words[state], language, { day: writeDay(dueOn, language) });

/** Its number, what it is about, how it stands. */
export const complaintText = (complaint: ComplaintRow, language: Language): string =>
  say(workWords.complaintOne, language, {
    number: complaint.number,
    about: say(aboutText(complaint.about), language),
    state: complaintState(complaint, language),
  });

/** How it ended and when; while it is open, which term holds until when. */
export function standsText(complaint: Complaint, language: Language): string {
  const { state, dueOn, closedAt, isOverdue, workingDays } = complaint;
  if (closedAt !== null)
    return say(words.closedOn, language, { state: say(words[state], language), day: writeDay(dayOfInstant(closedAt), language) });
  const day = writeDay(dueOn, language);
  if (state === 'mediation') return say(isOverdue ? words.mediationOver : words.mediationTerm, language, { day });
  return say(isOverdue ? words.termOver : words.term, language, { day, n: Math.abs(workingDays) });
}

const steps: Readonly<Record<StepCode, Said>> = {
  opened: words.stepOpened,
  answered: words.stepAnswered,
  noted: words.stepNoted,
  mediation: words.stepMediation,
  settled: words.stepSettled,
  dismissed: words.stepDismissed,
  withdrawn: words.stepWithdrawn,
  referred: words.stepReferred,
};

/** When and by whom, as one of both sides reads it. What a worker says at the counter is theirs, whoever typed it. */
export function stepText({ at, by, code }: ComplaintStep, reader: 'worker' | 'employer', language: Language): string {
  const isAtCounter = by === 'station' && (code === 'opened' || code === 'withdrawn');
  const side = isAtCounter ? 'worker' : by;
  const who = say(side === reader ? (reader === 'worker' ? words.you : words.we) : words[side], language);
  const what = isAtCounter
    ? code === 'opened'
      ? words.openedAtCounter
      : words.withdrawnAtCounter
    : code === 'settled' && by !== 'station'
      ? words.stepPaid
      : steps[code];
  return `${writeDay(dayOfInstant(at), language)} ${clockText(at)} · ${say(what, language, { who })}`;
}
