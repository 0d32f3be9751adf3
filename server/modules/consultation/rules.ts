/** What may happen to a consultation and its opinions. Pure: no clock, no database. */
import type { RequestKind, Verdict } from './check/shapes.ts';
import type { ConsultationState, DecisionShown, Standing } from './contract.ts';

/** When so many working days are left the task is told anew: that is the reminder, in the day's one message. */
export const REMIND_BEFORE = 3;

/** So many working days after each decision its sender may accept or contest it, also when the paper is published meanwhile. */
export const RESPOND_WITHIN = 5;

export type Step = 'save-version' | 'open' | 'answer' | 'decide' | 'respond' | 'publish';

/** What may be done in which state; everything else is a conflict. */
export const steps: Readonly<Record<ConsultationState, readonly Step[]>> = {
  draft: ['save-version', 'open'],
  open: ['save-version', 'open', 'answer', 'decide', 'respond', 'publish'],
  published: ['respond'],
};

export type Signed = { readonly kind: 'confirmed' | 'signed-off' } | undefined;

/**
 * Where an opinion stands. A contested decision has to be answered once more; what the sender thinks of that second answer is kept and
 * shown, but does not hold the paper up for ever.
 */
export function standingOf(decisions: readonly DecisionShown[], verdict: Verdict | null, signed: Signed): Standing {
  const latest = decisions.at(-1);
  if (!latest) return 'undecided';
  const answeredBefore = decisions.slice(0, -1).some(({ response }) => response === 'contested');
  if (latest.response === 'contested' && !answeredBefore) return 'contested';
  if (verdict === 'consistent') return 'settled';
  if (signed?.kind === 'signed-off') return 'settled';
  if (verdict === 'contradiction') return 'contradiction';
  return signed ? 'settled' : 'to-confirm';
}

export type Words = { readonly kind: RequestKind; readonly oldWords?: string | null; readonly newWords?: string | null };

/** Which part of an opinion is missing; undefined when it says what it has to. */
export function missingPart({ kind, oldWords, newWords }: Words): 'old-words' | 'new-words' | undefined {
  const has = (words: string | null | undefined) => words !== null && words !== undefined && words.trim() !== '';
  if ((kind === 'replace' || kind === 'remove') && !has(oldWords)) return 'old-words';
  if ((kind === 'replace' || kind === 'add') && !has(newWords)) return 'new-words';
  return undefined;
}
