import type { NoticeState, Step } from './contract.ts';

export type NoticeEvent = 'answer' | 'accept' | 'return' | 'clear' | 'escalate' | 'withdraw';

/**
 * What may happen to a notice, and what becomes of it. Whoever was asked answers; the office accepts, or returns the answer and the
 * clock runs on. A reminder or an urge ends by itself when its cause has gone; a notice or a talk wants its answer all the same. What was
 * not answered ends when a higher step takes its place; nothing stands above a talk.
 */
export const transitions: Readonly<Record<NoticeState, Partial<Record<NoticeEvent, NoticeState>>>> = Object.freeze({
  open: { answer: 'answered', clear: 'cleared', escalate: 'escalated', withdraw: 'withdrawn' },
  returned: { answer: 'answered', clear: 'cleared', escalate: 'escalated', withdraw: 'withdrawn' },
  answered: { accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
  accepted: {},
  cleared: {},
  escalated: {},
  withdrawn: {},
});

const endsByItself: readonly Step[] = ['reminder', 'urge'];

/** The state after an event; undefined where the event cannot happen. */
export function nextState(state: NoticeState, event: NoticeEvent, step: Step): NoticeState | undefined {
  if (event === 'clear' && !endsByItself.includes(step)) return undefined;
  if (event === 'escalate' && step === 'talk') return undefined;
  if (event === 'answer' && step === 'reminder') return undefined;
  return transitions[state][event];
}

/** Somebody is still expected to do something about it. */
export const isLive = (state: NoticeState): boolean => state === 'open' || state === 'answered' || state === 'returned';
