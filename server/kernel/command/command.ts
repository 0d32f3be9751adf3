import type { Static, TSchema } from 'typebox';
import type { Actor } from '../actor/actor.ts';
import type { Permission, Scope } from '../actor/permission.ts';
import type { Transaction } from '../database/transaction.ts';
import type { FactKind } from '../fact/kind.ts';
import type { FactLedger } from '../fact/ledger.ts';
import type { Jobs } from '../job/jobs.ts';
import type { Services } from './services.ts';

/** What a command works with. Time, ids and randomness come from here, never from the machine. */
export type Work = {
  readonly transaction: Transaction;
  readonly actor: Actor;
  readonly district: string;
  readonly now: Date;
  /** The Beijing day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly newId: () => string;
  readonly random: (bytes: number) => Buffer;
  readonly facts: FactLedger;
  /** Every kind of fact that the modules declare. */
  readonly kinds: ReadonlyMap<string, FactKind>;
  /** Sends a job in this transaction: it exists exactly if the command's effect does. */
  readonly jobs: Jobs;
  readonly services: Services;
};

export type Command<Input extends TSchema = TSchema, Answer = unknown> = {
  readonly is: 'command';
  /** `module.verb-noun`, e.g. `records.take-import`. */
  readonly name: string;
  /** `POST /api/…`; path parameters are properties of the input. Absent: not reachable over HTTP. */
  readonly route?: `${'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;
  readonly input: Input;
  readonly may: Permission;
  /** Where the thing acted on lies. Asked inside the transaction, before `run`; undefined reads as not found. */
  readonly scope?: (input: Static<Input>, work: Work) => Promise<Scope | undefined>;
  /** Before all that wait where more comes than can be done at once: what people stand in line for. */
  readonly goesFirst?: true;
  /** What the audit entry keeps of this command. No personal data. Default: nothing but the command's name. Write it after `run`, which gives the answer its type. */
  readonly audit?: (input: Static<Input>, answer: Answer) => Readonly<Record<string, unknown>>;
  /** What the idempotency key keeps of the answer. Default: all of it. A secret that is shown once is left out. */
  readonly keeps?: (answer: Answer) => unknown;
  readonly run: (input: Static<Input>, work: Work) => Promise<Answer>;
};

/**
 * Declares a change. Shape, permission, transaction, idempotency, audit and facts come with it; `may` has no default, so a change
 * without a permission rule does not compile, and is refused at start when somebody forces it.
 *
 * @example
 * export const pauseNotice = command({
 *   name: 'supervision.pause-notice',
 *   route: 'POST /api/notices/:notice/pause',
 *   input: Type.Object({ notice: Type.String(), reason: Text(4, 1000) }),
 *   may: allow({ 'programme-office': 'district' }),
 *   run: async ({ notice, reason }, { transaction }) => store.pause(transaction, notice, reason),
 * });
 */
export function command<Input extends TSchema, Answer>(declared: Omit<Command<Input, Answer>, 'is'>): Command<Input, Answer> {
  if (!declared.may) throw new TypeError(`command ${declared.name} has no permission rule`);
  if (!/^[a-z-]+\.[a-z-]+$/.test(declared.name)) throw new TypeError(`command ${declared.name} is not named module.verb-noun`);
  return Object.freeze({ is: 'command', ...declared });
}
