/** How often one address may speak or look: many people of a village share one, so only what was taken, or not found, counts. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Host } from '../../kernel/http/host.ts';
import { Problem } from '../../kernel/problem.ts';
import { createAttempts } from '../people/module.ts';

export type Attempt = {
  /** It does not count after all: nothing was taken, or somebody only looked at what is theirs. */
  readonly giveBack: () => Promise<void>;
};

/**
 * Begins an attempt by the same rule as sign-ins, counted apart from them: `subject` (one form, one number) so often, the address more often.
 * @throws Problem too-many, with the minutes to wait.
 */
export async function beginAttempt(
  { kernel }: Host,
  request: FastifyRequest,
  what: 'opinion' | 'receipt',
  subject: string,
): Promise<Attempt> {
  const { config, database, clock } = kernel.services.people.foundation;
  const attempts = createAttempts({ database, clock, secret: `${config.secrets.sessionSecret} ${what}` });
  const name = createHash('sha256').update(subject).digest('hex');
  try {
    await attempts.begin(name, request.ip);
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'too-many') throw error;
    const minutes = Math.max(1, Math.ceil(Number(error.params.seconds ?? 60) / 60));
    throw new Problem('too-many', `${what}-too-many`, { minutes });
  }
  return { giveBack: () => attempts.succeed(name, request.ip) };
}
