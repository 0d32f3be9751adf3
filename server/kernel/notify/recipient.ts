import { parseMobile } from '../identifier/mobile.ts';
import { Problem } from '../problem.ts';
import { maskPhone } from '../seal/mask.ts';
import { Personal } from '../seal/personal.ts';
import { sealContext } from '../seal/seal.ts';
import type { ChannelName } from './channel.ts';

/** Where a message goes: a mobile number or an e-mail address. */
export type Address = { readonly phone: string | Personal } | { readonly email: string };
/** … or whoever holds this account, wherever they can be reached. */
export type To = Address | { readonly account: string };

export type Recipient = { readonly channel: ChannelName; readonly value: Personal };

/** One mailbox and nothing else: no list, no brackets, no line that could become another header. */
const MAILBOX = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,190}$/u;

/** @throws Problem `message-phone` or `message-address` where nothing could ever arrive. */
export function readRecipient(address: Address): Recipient {
  if ('email' in address) {
    const email = address.email.trim();
    if (!MAILBOX.test(email)) throw new Problem('invalid', 'message-address');
    return { channel: 'mail', value: new Personal(email) };
  }
  const mobile = parseMobile(address.phone instanceof Personal ? address.phone.reveal() : address.phone);
  if (!mobile.ok) throw new Problem('invalid', 'message-phone');
  return { channel: 'sms', value: mobile.value };
}

/** `138****1234`, `z***@example.cn`: enough to recognise, not enough to write to. */
export const maskRecipient = (channel: ChannelName, recipient: string): string =>
  channel === 'sms' ? maskPhone(recipient) : recipient.replace(/^(.)[^@]*/su, '$1***');

export const recipientContext = (district: string, id: string): string =>
  sealContext({ district, table: 'message', column: 'recipient', row: id });
