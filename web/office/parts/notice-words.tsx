import type { NoticeRow } from '../../../server/modules/supervision/contract.ts';
import { type Language, type Say, useWords } from '../../shared/words/index.ts';
import { sayDue } from '../say-due.ts';

/** 督办通知 〔2026〕第3号; reminders and urges have no number. */
export function sayNoticeName({ step, number }: Pick<NoticeRow, 'step' | 'number'>, say: Say): string {
  const name = say(`step.${step}`);
  return number ? say('notice.page', { step: name, number: sayNumber(number, say) }) : name;
}

export const sayNumber = ({ year, no }: { year: number; no: number }, say: Say): string => say('notice.number', { year, no });

/** A notice that nothing has to be answered to has only been told. */
const stateOf = ({ state, step }: Pick<NoticeRow, 'state' | 'step'>) =>
  state === 'open' && step === 'reminder' ? ('notice.state.told' as const) : (`notice.state.${state}` as const);

export function NoticeState({ notice }: { notice: Pick<NoticeRow, 'state' | 'step'> }) {
  const { say } = useWords();
  return <span className={`tag notice-${notice.state}`}>{say(stateOf(notice))}</span>;
}

/** The clock in words; undefined where none runs. */
export function sayClock({ clock, state }: Pick<NoticeRow, 'clock' | 'state'>, say: Say, language: Language): string | undefined {
  if (!clock) return undefined;
  if (state === 'answered') return say('notice.clock-with-office');
  if (clock.isPaused && clock.isOverdue) return say('notice.clock-paused-late', { n: -clock.daysLeft });
  if (clock.isPaused || clock.dueOn === null) return say('notice.clock-paused', { n: Math.max(0, clock.daysLeft) });
  return sayDue(clock.dueOn, clock.daysLeft, say, language);
}

export function NoticeClockLine({ notice }: { notice: NoticeRow }) {
  const { say, language } = useWords();
  const text = sayClock(notice, say, language);
  if (!text) return null;
  const isOver = notice.clock?.isOverdue && notice.state !== 'answered';
  return <span className={isOver ? 'task-late' : 'grey'}>{text}</span>;
}
