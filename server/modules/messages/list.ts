import { decide } from '../../kernel/actor/permission.ts';
import { query, type Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { maskRecipient, recipientContext } from '../../kernel/notify/recipient.ts';
import { SealError } from '../../kernel/seal/seal-error.ts';
import { type MessageRow, type Messages, MessagesInput } from './contract.ts';
import { mayTendMessages } from './retry.ts';
import { countFailed, listMessages, type StoredMessage } from './store.ts';

const PAGE = 50;

/** What was told to people, newest first, and how it went. */
export const list = query({
  name: 'messages.list',
  route: 'GET /api/messages',
  input: MessagesInput,
  may: mayTendMessages,
  run: async ({ state, after, limit = PAGE }, reading): Promise<Messages> => {
    const rows = await listMessages(reading.transaction, { state, after, limit });
    const page = rows.slice(0, limit);
    const { channels, isOutbox } = reading.services.notify;
    return {
      messages: page.map((row) => rowOf(row, reading)),
      next: rows.length > limit ? page.at(-1)?.id : undefined,
      channels: { sms: channels.sms !== undefined, mail: channels.mail !== undefined },
      isOutbox,
    };
  },
});

/** Somebody was not told something: for the system administrator to look at today. */
export async function failedTask({ transaction, actor }: Reading): Promise<readonly Task[]> {
  if (decide(mayTendMessages, actor) !== 'allowed') return [];
  const failed = await countFailed(transaction);
  return failed === 0 ? [] : [{ code: 'messages-failed', params: { n: failed }, link: '/messages?state=failed', urgency: 1 }];
}

const rowOf = (row: StoredMessage, reading: Reading): MessageRow => ({
  id: row.id,
  at: row.created_at.toISOString(),
  channel: row.channel,
  state: row.state,
  recipient: recipientOf(row, reading),
  subject: row.subject,
  text: row.is_secret && row.state !== 'kept' ? '' : row.body,
  isSecret: row.is_secret,
  attempts: row.attempts,
  settledAt: row.settled_at?.toISOString(),
  nextAt: row.next_at?.toISOString(),
  reason: row.reason ?? undefined,
  reasonNumber: row.reason_number ?? undefined,
});

function recipientOf({ id, channel, recipient }: StoredMessage, { services, district }: Reading): string {
  try {
    return maskRecipient(channel, services.seal.open(recipient, recipientContext(district, id)));
  } catch (error) {
    if (error instanceof SealError) return '***'; // one missing key must not hide the page
    throw error;
  }
}
