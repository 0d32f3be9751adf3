import { type Static, Type } from 'typebox';
import type { ChannelName, Reason } from '../../kernel/notify/channel.ts';

/** Shapes of the messages page, shared with the office. */

const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });

const State = Type.Union([
  /** Demonstration: written down and sent nowhere. */
  Type.Literal('kept'),
  /** For its first attempt, or after one that failed for its next. */
  Type.Literal('waiting'),
  Type.Literal('sending'),
  /** Handed to the gateway or mail server, which has taken it. */
  Type.Literal('sent'),
  Type.Literal('failed'),
]);
export type MessageState = Static<typeof State>;

export const MessagesInput = Type.Object(
  {
    state: Type.Optional(State),
    /** `next` of the page before. */
    after: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);
export type MessagesInput = Static<typeof MessagesInput>;

export const OneMessage = Type.Object({ message: Id }, { additionalProperties: false });

/** Moments are ISO 8601. */
export type MessageRow = {
  readonly id: string;
  readonly at: string;
  readonly channel: ChannelName;
  readonly state: MessageState;
  /** Masked: `138****1234`, `z***@example.cn`; `***` where its key is missing. */
  readonly recipient: string;
  readonly subject: string;
  /** Empty where it is a secret that has left the house: a code to sign in. */
  readonly text: string;
  readonly isSecret: boolean;
  readonly attempts: number;
  readonly settledAt: string | undefined;
  /** While it waits: when it is tried next. */
  readonly nextAt: string | undefined;
  /** Why the last attempt failed, with the HTTP status or SMTP code where there was one. */
  readonly reason: Reason | undefined;
  readonly reasonNumber: number | undefined;
};

/** `GET /api/messages`, newest first. */
export type Messages = {
  readonly messages: readonly MessageRow[];
  readonly next: string | undefined;
  /** Which channels are configured. */
  readonly channels: Readonly<Record<ChannelName, boolean>>;
  /** Messages go nowhere here: demonstration without a channel. */
  readonly isOutbox: boolean;
};
