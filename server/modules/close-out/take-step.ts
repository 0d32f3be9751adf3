import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { type TimelineParams, tellTimeline } from '../../kernel/timeline/tell.ts';
import type { CloseOutEvent, CloseOutState, Evaluation } from './contract.ts';
import { both } from './say.ts';
import { transitions } from './states.ts';
import { changeItem, type Item, type ItemChange, keepStep } from './store.ts';
import { gradeWords, periodWords, stateWords } from './words.ts';

/** The state after an event. @throws Problem `close-out-state` where it cannot happen now */
export function nextState({ state }: Pick<Item, 'state'>, event: CloseOutEvent): CloseOutState {
  const next = transitions[state][event];
  if (!next) throw new Problem('conflict', 'close-out-state', both('state', stateWords[state]));
  return next;
}

/** Nobody decides on what they have not seen. */
export function requireSeen(item: Item, seen: string): void {
  if (item.step !== seen) throw new Problem('conflict', 'close-out-changed');
}

/** Keeps what was done to an item, moves it on, and tells the measure's timeline. Answers the step's id. */
export async function takeStep(
  work: Work,
  item: Item,
  event: CloseOutEvent,
  said: {
    readonly reason?: string;
    readonly unit?: string;
    readonly evaluation?: Evaluation;
    readonly factHash?: string;
    readonly change?: ItemChange;
    readonly params?: TimelineParams;
    /** Where something was kept under the step's id before it. */
    readonly id?: string;
  } = {},
): Promise<string> {
  const { transaction, actor, now, newId } = work;
  const { reason = '', unit = '', evaluation = null, factHash = null, change = {}, params = {}, id = newId() } = said;
  const state = nextState(item, event);
  await keepStep(transaction, {
    id,
    item: item.id,
    event,
    at: now,
    by: actorKey(actor),
    byName: 'name' in actor ? actor.name : '',
    unit,
    reason,
    evaluation,
    factHash,
  });
  await changeItem(transaction, item, { state, step: id, ...change });
  await tellTimeline(work, {
    measure: item.measure,
    code: `close-out-${event}`,
    params: {
      period: periodWords(item.period),
      ...(reason ? { reason } : {}),
      ...(change.grade ? { grade: gradeWords[change.grade] } : {}),
      ...params,
    },
    subject: `close-out:${item.id}`,
  });
  return id;
}
