import { allow } from '../../kernel/actor/permission.ts';
import { command } from '../../kernel/command/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { OneMessage } from './contract.ts';
import { changeMessage, lockMessage } from './store.ts';

/** 三员分立：通道与发送归系统管理员。 */
export const mayTendMessages = allow({ 'system-administrator': 'district' });

/** Sends a failed message once more, with as many attempts as a new one. Where its outcome is unknown it may arrive twice: a person decides. */
export const retry = command({
  name: 'messages.retry',
  route: 'POST /api/messages/:message/retry',
  input: OneMessage,
  may: mayTendMessages,
  run: async ({ message: id }, { transaction, now, services, jobs }) => {
    const { channels, pauses } = services.notify;
    const message = await lockMessage(transaction, id);
    if (!message) throw new Problem('not-found', 'not-found');
    if (message.state !== 'failed') throw new Problem('conflict', 'message-not-failed');
    if (!channels[message.channel])
      throw message.channel === 'sms' ? new Problem('conflict', 'message-no-sms') : new Problem('conflict', 'message-no-mail');
    await changeMessage(transaction, id, { state: 'waiting', next_at: now, settled_at: null, tries_left: pauses.length + 1 });
    await jobs.send('messages.deliver', { message: id });
    return { message: id };
  },
  audit: ({ message }) => ({ message }),
});
