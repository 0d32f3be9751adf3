import { actorKey } from '../actor/actor.ts';
import type { Work } from '../command/command.ts';
import type { Said } from '../i18n/said.ts';

/** What a line of the timeline may name: a text or number, or something said in both languages. No personal data. */
export type TimelineParams = Readonly<Record<string, string | number | Said>>;

/** What an entry is about, beside its measure. */
export type TimelineSubject =
  | ''
  | `figure:${string}`
  | `milestone:${string}`
  | `service:${string}`
  | `notice:${string}`
  | `unit:${string}`
  | `close-out:${string}`
  | `bulletin:${string}`
  | `consultation:${string}`;

/** Of no measure: the entry stands on its subject's own timeline only. */
export const OF_ITS_SUBJECT = -1;

export type TimelineEntry = {
  /** The measure's number in the programme; 0: the programme as a whole; {@link OF_ITS_SUBJECT}. */
  readonly measure: number;
  /** The wording stands in the module's words under `timeline.<code>`. */
  readonly code: string;
  readonly params?: TimelineParams;
  readonly subject?: TimelineSubject;
};

/** Tells the measure's timeline what this command does, in its own transaction: it stands there exactly if the effect does. */
export async function tellTimeline(
  { transaction, actor, newId, now }: Pick<Work, 'transaction' | 'actor' | 'newId' | 'now'>,
  entries: TimelineEntry | readonly TimelineEntry[],
): Promise<void> {
  const rows = [entries].flat().map(({ measure, code, params = {}, subject = '' }) => ({
    district: transaction.district,
    measure,
    id: newId(),
    at: now,
    actor: actorKey(actor),
    actor_name: 'name' in actor ? actor.name : '',
    code,
    params: JSON.stringify(params),
    subject,
  }));
  if (rows.length > 0) await transaction.db.insertInto('timeline_entry').values(rows).execute();
}
