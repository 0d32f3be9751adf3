import { type KnownRows, lateRows, wasKnown } from '../../kernel/bulletin-section.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { NoticeState } from './contract.ts';
import { type NoticeEvent, nextState } from './notice-states.ts';
import { type KeptNotice, listAll } from './store.ts';
import { isTakenOver } from './supervise.ts';

type Entry = { readonly id: string; readonly at: Date; readonly code: string; readonly notice: string };

const events: Readonly<Record<string, NoticeEvent>> = Object.freeze({
  'answer-measure': 'answer',
  'answer-new-date': 'answer',
  'answer-evidence': 'answer',
  'answer-accepted': 'accept',
  'answer-returned': 'return',
  'notice-cleared': 'clear',
  'notice-withdrawn': 'withdraw',
});

/**
 * The notices with the states in which they stood when only this was known: each is led again through what the timeline tells of it,
 * which is only ever added to. `late`: what of it the clock alone cannot place.
 */
export async function noticesThen(
  transaction: Transaction,
  known: KnownRows,
): Promise<{ readonly notices: readonly KeptNotice[]; readonly late: readonly string[] }> {
  const kept = new Map((await listAll(transaction)).map((notice) => [notice.id, notice]));
  const entries = await readEntries(transaction);
  const states = new Map<string, NoticeState>();
  const happen = (id: string, event: NoticeEvent) => {
    const [notice, state] = [kept.get(id), states.get(id)];
    const next = notice && state && nextState(state, event, notice.step);
    if (next) states.set(id, next);
  };
  const matters = Map.groupBy(kept.values(), ({ subject, unit }) => `${subject} ${unit}`);
  const takenOver = (id: string): string[] => {
    const next = kept.get(id);
    const before = next ? (matters.get(`${next.subject} ${next.unit}`) ?? []) : [];
    return before.flatMap((notice) => {
      const state = states.get(notice.id);
      return next && state && notice.id !== id && isTakenOver({ ...notice, state }, next) ? [notice.id] : [];
    });
  };
  for (const entry of entries.filter((one) => wasKnown(known, one))) {
    const event = events[entry.code];
    if (event) happen(entry.notice, event);
    else if (!states.has(entry.notice)) {
      states.set(entry.notice, 'open');
      for (const lower of takenOver(entry.notice)) happen(lower, 'escalate');
    }
  }
  const notices = [...kept.values()].flatMap((notice) => {
    const state = states.get(notice.id);
    return state ? [{ ...notice, state }] : [];
  });
  return { notices, late: lateRows(entries, known) };
}

async function readEntries({ client, district }: Transaction): Promise<Entry[]> {
  const { rows } = await client.query<Entry>(
    `SELECT id, at, code, substr(subject, 8) AS notice FROM timeline_entry
     WHERE district = $1 AND subject >= 'notice:' AND subject < 'notice;' AND (code = ANY ($2) OR code LIKE 'notice-%') ORDER BY at, id`,
    [district, Object.keys(events)],
  );
  return rows;
}
