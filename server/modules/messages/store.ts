import type { Selectable } from 'kysely';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Message } from '../../kernel/database/types.gen.ts';
import type { ChannelName, Reason } from '../../kernel/notify/channel.ts';
import type { MessageState } from './contract.ts';

/** A row as its table's checks let it be. */
export type StoredMessage = Omit<Selectable<Message>, 'channel' | 'state' | 'reason'> & {
  readonly channel: ChannelName;
  readonly state: MessageState;
  readonly reason: Reason | null;
};

/** The message, which nobody else changes until this transaction ends. */
export async function lockMessage({ db, district }: Transaction, id: string): Promise<StoredMessage | undefined> {
  const row = await db
    .selectFrom('message')
    .selectAll()
    .where('district', '=', district)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row as StoredMessage | undefined; // reason: checked by the table, and Reason by the only commands that write it
}

/** A page, newest first: ids grow with time. One more than `limit` tells whether there is another. */
export async function listMessages(
  { db, district }: Transaction,
  { state, after, limit }: { state: MessageState | undefined; after: string | undefined; limit: number },
): Promise<StoredMessage[]> {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('district', '=', district)
    .$if(state !== undefined, (found) => found.where('state', '=', state ?? ''))
    .$if(after !== undefined, (found) => found.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows as StoredMessage[]; // reason: as above
}

export async function countFailed({ db, district }: Transaction): Promise<number> {
  const { failed } = await db
    .selectFrom('message')
    .select((of) => of.fn.countAll<string>().as('failed'))
    .where('district', '=', district)
    .where('state', '=', 'failed')
    .executeTakeFirstOrThrow();
  return Number(failed);
}

type Change = Partial<
  Pick<
    StoredMessage,
    'state' | 'attempts' | 'tries_left' | 'next_at' | 'attempted_at' | 'settled_at' | 'reason' | 'reason_number'
  >
>;

export async function changeMessage({ db, district }: Transaction, id: string, change: Change): Promise<void> {
  await db.updateTable('message').set(change).where('district', '=', district).where('id', '=', id).execute();
}
