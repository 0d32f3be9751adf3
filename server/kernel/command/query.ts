import type { Static, TSchema } from 'typebox';
import type { Actor } from '../actor/actor.ts';
import type { Permission, Scope } from '../actor/permission.ts';
import type { Transaction } from '../database/transaction.ts';
import type { FactKind } from '../fact/kind.ts';
import type { Services } from './services.ts';

export type Reading = {
  readonly transaction: Transaction;
  readonly actor: Actor;
  readonly district: string;
  readonly now: Date;
  readonly today: string;
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly services: Services;
};

export type Query<Input extends TSchema = TSchema, Answer = unknown> = {
  readonly is: 'query';
  readonly name: string;
  readonly route?: `GET /${string}`;
  /** Query-string and path parameters together. */
  readonly input: Input;
  readonly may: Permission;
  /** Where the thing read lies; undefined reads as not found. Lists filter by `visibleScope` in their SQL instead. */
  readonly scope?: (input: Static<Input>, reading: Reading) => Promise<Scope | undefined>;
  readonly run: (input: Static<Input>, reading: Reading) => Promise<Answer>;
  /**
   * Of a read that shows personal data: what the audit keeps of who saw what, before the answer leaves; undefined where nothing personal was shown.
   * Never what was seen. Write it after `run`, which gives the answer its type.
   */
  readonly audit?: (input: Static<Input>, answer: Answer) => Readonly<Record<string, unknown>> | undefined;
};

/** Declares a read: one read-only transaction in one district, under a permission rule. It changes nothing. */
export function query<Input extends TSchema, Answer>(declared: Omit<Query<Input, Answer>, 'is'>): Query<Input, Answer> {
  if (!declared.may) throw new TypeError(`query ${declared.name} has no permission rule`);
  if (!/^[a-z-]+\.[a-z-]+$/.test(declared.name)) throw new TypeError(`query ${declared.name} is not named module.verb-noun`);
  return Object.freeze({ is: 'query', ...declared });
}
