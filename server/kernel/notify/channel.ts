import type { Personal } from '../seal/personal.ts';

export const channelNames = ['sms', 'mail'] as const;
export type ChannelName = (typeof channelNames)[number];

/** Why a message did not get through. A code of ours: a server's own words may quote the address. */
export type Reason =
  /** No connection. */
  | 'unreachable'
  /** Connected, but no answer in time. */
  | 'timeout'
  /** The channel itself does not work: its password, its address, an error inside it. */
  | 'channel-refused'
  /** The channel works and will not take this message, now or later. */
  | 'refused'
  /** The connection broke after the message was handed over: it may have arrived. */
  | 'outcome-unknown'
  /** The channel was taken out of the configuration meanwhile. */
  | 'no-channel'
  /** The recipient can no longer be unsealed: the key is missing. */
  | 'unreadable';

/** `number`: the HTTP status or SMTP code. `again`: whether another try may help and can't make it arrive twice. */
export type Outcome =
  | { readonly isSent: true }
  | { readonly isSent: false; readonly reason: Reason; readonly number?: number; readonly again: boolean };

export type Outgoing = {
  /** Of the message, the same at every attempt. */
  readonly id: string;
  readonly to: Personal;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
};

/** A way out of the house. Never throws, never logs, and answers within a minute. */
export type Channel = {
  /** Whether the other side knows a message by its id, so that sending it again never makes it arrive twice. */
  readonly knowsRepeats: boolean;
  readonly deliver: (message: Outgoing) => Promise<Outcome>;
};

export const failed = (reason: Reason, again: boolean, number?: number): Outcome =>
  Object.freeze({ isSent: false, reason, again, ...(number === undefined ? {} : { number }) });
export const sent: Outcome = Object.freeze({ isSent: true });
