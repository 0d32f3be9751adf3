import { actorKey } from '../actor/actor.ts';
import type { Work } from '../command/command.ts';
import type { Transaction } from '../database/transaction.ts';
import { type Language, type Params, type Said, say } from '../i18n/said.ts';
import { Problem } from '../problem.ts';
import { redact } from '../seal/redact.ts';
import type { Channel, ChannelName } from './channel.ts';
import { mailServer } from './mail-server.ts';
import { type Address, type Recipient, readRecipient, recipientContext, type To } from './recipient.ts';
import { smsGateway } from './sms-gateway.ts';

/** What is told to whom. Both texts may name `params`; neither may hold a personal number or the recipient's address. */
export type Letter = {
  readonly to: To;
  /** At most 200 characters; text messages go without it. */
  readonly subject: Said;
  /** At most 2000 characters. A text message is charged by the 70. */
  readonly text: Said;
  readonly params?: Params;
  /** Chinese unless the recipient is known to want English. */
  readonly language?: Language;
  /** Worth something to whoever reads it, as a code is: shown to nobody once it has left the house. */
  readonly isSecret?: boolean;
};

export type Notify = {
  readonly channels: Readonly<Record<ChannelName, Channel | undefined>>;
  /** Demonstration without any channel: messages stay where the system administrator can read them, and go nowhere. */
  readonly isOutbox: boolean;
  /** Milliseconds before the second, third … attempt; one attempt more than there are pauses. */
  readonly pauses: readonly number[];
  /** Milliseconds after which an attempt that has not ended was lost with its server. Longer than any channel takes. */
  readonly lostAfter: number;
  /** Whether `send` would take a message to them: somebody whose address is known, and a channel of that kind. */
  readonly reaches: (work: Work, to: To) => Promise<boolean>;
  /**
   * Writes the message and the job that sends it in the command's transaction: it leaves exactly if the command's effect stands.
   * Answers the message's id.
   * @throws Problem `message-no-sms`, `message-no-mail`, `message-no-address`, `message-phone`, `message-address`,
   *   `message-personal`, `message-too-long`
   */
  readonly send: (work: Work, letter: Letter) => Promise<string>;
};

declare module '../command/services.ts' {
  interface Services {
    readonly notify: Notify;
  }
}

export type NotifyOptions = {
  readonly mode: 'demo' | 'production';
  readonly smsUrl?: string | undefined;
  readonly smtpUrl?: string | undefined;
  readonly publicAddress: string;
  /** Where the holder of an account can be reached; undefined: nowhere. */
  readonly addressOf: (transaction: Transaction, account: string) => Promise<Address | undefined>;
  readonly pauses?: readonly number[];
  readonly lostAfter?: number;
  /** Milliseconds that the other side may stay silent. */
  readonly timeout?: number;
};

const MINUTE = 60_000;
/** Five attempts over some forty minutes: a gateway that is restarted is waited for, and people hear before they have forgotten. */
const PAUSES = [MINUTE / 6, MINUTE, 5 * MINUTE, 30 * MINUTE];
const LOST_AFTER = 2 * MINUTE;
const LONGEST = { subject: 200, text: 2000 };

export function createNotify(options: NotifyOptions): Notify {
  const { smsUrl, smtpUrl, publicAddress, addressOf, timeout, pauses = PAUSES, lostAfter = LOST_AFTER } = options;
  const channels = Object.freeze({
    sms: smsUrl === undefined ? undefined : smsGateway(smsUrl, timeout),
    mail: smtpUrl === undefined ? undefined : mailServer(smtpUrl, `leye@${new URL(publicAddress).hostname}`, timeout),
  });
  const isOutbox = options.mode === 'demo' && !channels.sms && !channels.mail;

  const find = async ({ transaction }: Work, to: To): Promise<Recipient | undefined> => {
    const address = 'account' in to ? await addressOf(transaction, to.account) : to;
    return address && readRecipient(address);
  };
  return Object.freeze({
    channels,
    isOutbox,
    pauses,
    lostAfter,
    async reaches(work, to) {
      const recipient = await find(work, to).catch((error: unknown) => {
        if (error instanceof Problem) return undefined; // an address that nothing could ever arrive at
        throw error;
      });
      return recipient !== undefined && (isOutbox || channels[recipient.channel] !== undefined);
    },
    async send(work, { to, subject, text, params, language = 'zh', isSecret = false }) {
      const recipient = await find(work, to);
      if (!recipient) throw new Problem('conflict', 'message-no-address');
      const { channel, value } = recipient;
      if (!isOutbox && !channels[channel])
        throw channel === 'sms' ? new Problem('conflict', 'message-no-sms') : new Problem('conflict', 'message-no-mail');
      const said = { subject: say(subject, language, params), text: say(text, language, params) };
      requireHarmless(said, value.reveal());
      const { transaction, district, services, now } = work;
      const id = work.newId();
      await transaction.db
        .insertInto('message')
        .values({
          district,
          id,
          channel,
          recipient: services.seal.seal(value.reveal(), recipientContext(district, id)),
          subject: said.subject,
          body: said.text,
          state: isOutbox ? 'kept' : 'waiting',
          tries_left: pauses.length + 1,
          next_at: isOutbox ? null : now,
          is_secret: isSecret,
          caused_by: actorKey(work.actor),
          created_at: now,
        })
        .execute();
      if (!isOutbox) await work.jobs.send('messages.deliver', { message: id });
      return id;
    },
  } satisfies Notify);
}

/** Texts are kept in plain, shown in the office and pass through strangers' servers. */
function requireHarmless(said: { subject: string; text: string }, recipient: string): void {
  for (const [part, limit] of [
    ['subject', LONGEST.subject],
    ['text', LONGEST.text],
  ] as const) {
    if (said[part].length > limit) throw new Problem('invalid', 'message-too-long', { limit });
    const told = said[part].toLowerCase();
    if (redact(told) !== told || told.includes(recipient.toLowerCase())) throw new Problem('invalid', 'message-personal');
  }
}
