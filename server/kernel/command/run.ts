import { createHash } from 'node:crypto';
import type { Static, TSchema } from 'typebox';
import { type Actor, actorKey } from '../actor/actor.ts';
import { type Decision, decide, type Permission, type Scope } from '../actor/permission.ts';
import { canonicalJson } from '../audit/canonical.ts';
import { type Clock, today } from '../clock.ts';
import type { Database } from '../database/connect.ts';
import { type Ending, inDistrict, inDistrictEnding, type Transaction } from '../database/transaction.ts';
import type { FactKind } from '../fact/kind.ts';
import { factLedger } from '../fact/ledger.ts';
import { decideSpansOnce } from '../fact/store.ts';
import type { Jobs } from '../job/jobs.ts';
import { LastingProblem, Problem } from '../problem.ts';
import type { Command } from './command.ts';
import type { Query, Reading } from './query.ts';
import type { Services } from './services.ts';
import { shaped } from './shape.ts';

export type Kernel = {
  readonly database: Database;
  readonly clock: Clock;
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly services: Services;
  readonly jobsIn: (transaction: Transaction) => Jobs;
};

export type Call = { readonly district: string; readonly actor: Actor; readonly key?: string };

function refuse(decision: Exclude<Decision, 'allowed'>, actor: Actor): Problem {
  if (decision === 'out-of-scope') return new Problem('not-found', 'not-found');
  if (decision === 'managers-only') return new Problem('forbidden', 'managers-only');
  return actor.kind === 'visitor' ? new Problem('not-signed-in', 'not-signed-in') : new Problem('forbidden', 'forbidden');
}

async function inScope<W>(
  may: Permission,
  actor: Actor,
  scope: ((work: W) => Promise<Scope | undefined>) | undefined,
  work: W,
): Promise<void> {
  if (!scope) return;
  const found = await scope(work);
  if (!found) throw new Problem('not-found', 'not-found');
  const decision = decide(may, actor, found);
  if (decision !== 'allowed') throw refuse(decision, actor);
}

/**
 * Runs a command: shape → who may → transaction { scope → run → facts, key, audit } → commit.
 *
 * The same key with the same content answers the same and happens once, also from many connections at once and after a crash:
 * the key is stored in the transaction of its effect. The same key with other content is a conflict.
 */
export async function execute<S extends TSchema, Answer>(
  kernel: Kernel,
  command: Command<S, Answer>,
  given: unknown,
  call: Call,
): Promise<Answer> {
  const role = decide(command.may, call.actor);
  if (role !== 'allowed') {
    await auditRefusal(kernel, command.name, call, role);
    throw refuse(role, call.actor);
  }
  const input = shaped(command.input, given);
  const hash = call.key === undefined ? '' : keyedHash(kernel, call.district, input);
  try {
    const answer = await retried(() =>
      inDistrictEnding(kernel.database, call.district, (transaction) => attempt(kernel, command, input, call, hash, transaction)),
    );
    if (answer instanceof LastingProblem) throw answer;
    return answer;
  } catch (error) {
    const answered = call.key === undefined ? undefined : await answeredBefore(kernel, command.name, call, hash);
    if (answered) return answered.answer as Answer; // reason: stored by this very command
    if (error instanceof Problem && error.kind === 'not-found' && command.scope)
      await auditRefusal(kernel, command.name, call, 'out-of-scope');
    throw error;
  }
}

/** Keyed, because an input may hold an ID number, and of those there are so few that a plain hash of one is soon undone. */
function keyedHash({ services }: Kernel, district: string, input: unknown): string {
  const digest = createHash('sha256').update(canonicalJson(input)).digest('hex');
  return services.seal.blindIndex('digest', digest, district).toString('hex');
}

const ATTEMPTS = 4;
/** PostgreSQL gave this transaction up in favour of another (deadlock, serialisation): nothing happened, so it may simply be tried again. */
const givenUp = new Set(['40P01', '40001']);

async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (!givenUp.has(code) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function attempt<S extends TSchema, Answer>(
  kernel: Kernel,
  command: Command<S, Answer>,
  input: Static<S>,
  call: Call,
  hash: string,
  transaction: Transaction,
): Promise<Ending<Answer | LastingProblem>> {
  const { clock, services } = kernel;
  const now = clock.now();
  const facts = factLedger(transaction, kernel.kinds, clock.newId, clock.now);
  const work = {
    transaction,
    actor: call.actor,
    district: call.district,
    now,
    today: today(clock),
    newId: clock.newId,
    random: clock.random,
    facts,
    kinds: kernel.kinds,
    jobs: kernel.jobsIn(transaction),
    services,
  };
  await inScope(
    command.may,
    call.actor,
    command.scope && ((w: typeof work) => command.scope?.(input, w) ?? Promise.resolve(undefined)),
    work,
  );
  const answer = await command.run(input, work).catch((error: unknown) => {
    if (error instanceof LastingProblem) return error;
    throw error;
  });
  if (answer instanceof LastingProblem)
    return { answer, last: refusalEntry(command.name, call, answer.code, clock.newId(), now) };
  const rows = decideSpansOnce(await facts.take());
  const id = clock.newId();
  const content = canonicalJson({
    ...(command.audit?.(input, answer) ?? {}),
    id,
    at: now.toISOString(),
    actor: actorKey(call.actor),
    action: command.name,
  });
  const last = {
    name: 'settle_command',
    text: 'SELECT settle_command($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    values: [
      call.district,
      id,
      now,
      actorKey(call.actor),
      command.name,
      call.key ?? null,
      hash,
      JSON.stringify((command.keeps ? command.keeps(answer) : answer) ?? null),
      content,
      rows.length > 0 ? JSON.stringify(rows) : null,
    ],
  };
  return { answer, last };
}

async function answeredBefore(kernel: Kernel, name: string, call: Call, hash: string): Promise<{ answer: unknown } | undefined> {
  const found = await inDistrict(
    kernel.database,
    call.district,
    async ({ client }) =>
      (
        await client.query<{ content_hash: string; answer: unknown }>(
          'SELECT content_hash, answer FROM command_key WHERE district = $1 AND actor = $2 AND command = $3 AND key = $4',
          [call.district, actorKey(call.actor), name, call.key],
        )
      ).rows[0],
    'read',
  ).catch(() => undefined); // the first error says more than a second one about the same lost database
  if (!found) return undefined;
  if (found.content_hash !== hash) throw new Problem('conflict', 'key-reused');
  return { answer: found.answer };
}

/**
 * Queries show personal data masked. On a full disk, where nothing can be saved, people go on reading that; what shows it in full (files,
 * lists of faulty rows) is refused then, because nobody could be held to account for it.
 */
function unlessDiskFull(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'disk-full' && code !== '53100') throw error; // 53100: PostgreSQL's own
}

/** Keeps in the audit who is about to see personal data. Leye itself shows nobody anything. */
export async function noteSeen(
  { database, clock }: Pick<Kernel, 'database' | 'clock'>,
  { district, actor }: Omit<Call, 'key'>,
  action: string,
  seen: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (actor.kind === 'system') return;
  const [id, at] = [clock.newId(), clock.now()];
  const content = canonicalJson({ ...seen, id, at: at.toISOString(), actor: actorKey(actor), action });
  const values = [district, id, at, actorKey(actor), action, 'done', content];
  await inDistrict(database, district, ({ client }) => client.query('SELECT append_audit($1, $2, $3, $4, $5, $6, $7)', values));
}

async function auditRefusal(kernel: Kernel, action: string, call: Call, why: string): Promise<void> {
  if (call.actor.kind === 'visitor') return; // nobody to hold to account; sign-in attempts have their own entries
  const entry = refusalEntry(action, call, why, kernel.clock.newId(), kernel.clock.now());
  await inDistrict(kernel.database, call.district, ({ client }) => client.query(entry));
}

function refusalEntry(action: string, { district, actor }: Call, why: string, id: string, at: Date) {
  const content = canonicalJson({ id, at: at.toISOString(), actor: actorKey(actor), action, refused: why });
  return {
    text: 'SELECT append_audit($1, $2, $3, $4, $5, $6, $7)',
    values: [district, id, at, actorKey(actor), action, 'refused', content],
  };
}

/** Runs a query in one read-only snapshot: everything it reads is true at the same moment. Who saw personal data is kept before they see it. */
export async function ask<S extends TSchema, Answer>(
  kernel: Kernel,
  query: Query<S, Answer>,
  given: unknown,
  call: Omit<Call, 'key'>,
): Promise<Answer> {
  const role = decide(query.may, call.actor);
  if (role !== 'allowed') throw refuse(role, call.actor);
  const input = shaped(query.input, given);
  const answer = await inDistrict(
    kernel.database,
    call.district,
    async (transaction) => {
      const reading: Reading = {
        transaction,
        actor: call.actor,
        district: call.district,
        now: kernel.clock.now(),
        today: today(kernel.clock),
        kinds: kernel.kinds,
        services: kernel.services,
      };
      await inScope(
        query.may,
        call.actor,
        query.scope && ((r: Reading) => query.scope?.(input, r) ?? Promise.resolve(undefined)),
        reading,
      );
      return query.run(input, reading);
    },
    'snapshot',
  );
  const seen = query.audit?.(input, answer);
  if (seen) await noteSeen(kernel, call, query.name, seen).catch(unlessDiskFull);
  return answer;
}
