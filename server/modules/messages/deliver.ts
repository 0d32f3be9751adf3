import { Type } from 'typebox';
import { system } from '../../kernel/actor/actor.ts';
import { allowSystem } from '../../kernel/actor/permission.ts';
import { command, type Work } from '../../kernel/command/command.ts';
import { execute, type Kernel } from '../../kernel/command/run.ts';
import { job } from '../../kernel/job/declare.ts';
import { failed, type Outcome } from '../../kernel/notify/channel.ts';
import { recipientContext } from '../../kernel/notify/recipient.ts';
import { Personal } from '../../kernel/seal/personal.ts';
import { SealError } from '../../kernel/seal/seal-error.ts';
import { OneMessage } from './contract.ts';
import { changeMessage, lockMessage, type StoredMessage } from './store.ts';

/**
 * Takes a message for one attempt, with its row locked: of many workers one gets it, and only when it is due. A message whose attempt
 * was lost with its server is taken over where the other side knows repeats; a mail may have arrived, so it fails for a person to see.
 */
export const beginDelivery = command({
  name: 'messages.begin-delivery',
  input: OneMessage,
  may: allowSystem,
  run: async ({ message: id }, work): Promise<StoredMessage | undefined> => {
    const { transaction, now, services } = work;
    const { channels, lostAfter } = services.notify;
    const message = await lockMessage(transaction, id);
    if (!message || (message.state !== 'waiting' && message.state !== 'sending')) return undefined;
    const lostAt = new Date((message.attempted_at ?? now).getTime() + lostAfter);
    const notBefore = message.state === 'waiting' ? message.next_at : lostAt;
    if (notBefore && notBefore > now) {
      await sendJob(work, id, notBefore);
      return undefined;
    }
    if (message.state === 'sending' && (!channels[message.channel]?.knowsRepeats || message.tries_left === 0)) {
      await changeMessage(transaction, id, { state: 'failed', reason: 'outcome-unknown', reason_number: null, settled_at: now });
      return undefined;
    }
    const taken = { attempts: message.attempts + 1, tries_left: message.tries_left - 1 };
    await changeMessage(transaction, id, { ...taken, state: 'sending', next_at: null, attempted_at: now });
    await sendJob(work, id, new Date(now.getTime() + lostAfter)); // looks after it, should this server not live to tell
    return { ...message, ...taken };
  },
  audit: ({ message }, taken) => ({ message, attempt: taken?.attempts ?? null }),
});

/** How the attempt went: sent, failed for good, or waiting for the next, each pause longer than the one before. */
export const endDelivery = command({
  name: 'messages.end-delivery',
  input: Type.Object({ message: Type.String(), attempt: Type.Integer(), outcome: Type.Unsafe<Outcome>(Type.Object({})) }),
  may: allowSystem,
  run: async ({ message: id, attempt, outcome }, work): Promise<{ state: StoredMessage['state'] | 'superseded' }> => {
    const { transaction, now, services } = work;
    const message = await lockMessage(transaction, id);
    const isLateNews = message?.state === 'failed' && message.reason === 'outcome-unknown' && outcome.isSent;
    if (!message || message.attempts !== attempt || (message.state !== 'sending' && !isLateNews)) return { state: 'superseded' };
    if (outcome.isSent) {
      await changeMessage(transaction, id, { state: 'sent', settled_at: now, reason: null, reason_number: null });
      return { state: 'sent' };
    }
    const why = { reason: outcome.reason, reason_number: outcome.number ?? null };
    const { pauses } = services.notify;
    const pause = outcome.again && message.tries_left > 0 ? pauses[Math.max(0, pauses.length - message.tries_left)] : undefined;
    if (pause === undefined) {
      await changeMessage(transaction, id, { ...why, state: 'failed', settled_at: now });
      return { state: 'failed' };
    }
    const next = new Date(now.getTime() + pause);
    await changeMessage(transaction, id, { ...why, state: 'waiting', next_at: next });
    await sendJob(work, id, next);
    return { state: 'waiting' };
  },
  audit: ({ message, attempt, outcome }, { state }) => ({
    message,
    attempt,
    state,
    ...(outcome.isSent ? {} : { reason: outcome.reason, number: outcome.number ?? null }),
  }),
});

/** Safe to repeat: what is not due, or has ended, is left alone. The network is spoken to between two transactions, never inside one. */
export const deliverJob = job<{ district: string; message: string }>({
  name: 'messages.deliver',
  run: async ({ district, message: id }, kernel) => {
    const call = { district, actor: system('messages') };
    const message = await execute(kernel, beginDelivery, { message: id }, call);
    if (!message) return;
    const outcome = await deliver(kernel, message);
    await execute(kernel, endDelivery, { message: id, attempt: message.attempts, outcome }, call);
  },
});

async function deliver({ services, clock }: Kernel, message: StoredMessage): Promise<Outcome> {
  const { id, district, channel: name, recipient, subject, body } = message;
  const channel = services.notify.channels[name];
  if (!channel) return failed('no-channel', false);
  try {
    const to = new Personal(services.seal.open(recipient, recipientContext(district, id)));
    return await channel.deliver({ id, to, subject, text: body, at: clock.now() });
  } catch (error) {
    if (error instanceof SealError) return failed('unreadable', false);
    throw error;
  }
}

const sendJob = ({ jobs }: Work, message: string, after: Date) => jobs.send(deliverJob.name, { message }, { after });
