import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Kernel } from '../../../kernel/command/run.ts';
import { Problem } from '../../../kernel/problem.ts';
import { createAttempts } from './attempts.ts';

/** How often somebody may do something on a public page, counted apart from everything else by its name. */
export type Limit = {
  readonly what: string;
  /** The problem of whoever must wait; it may say `minutes` or `hours`. */
  readonly problem: string;
  readonly most?: { readonly name: number; readonly address: number };
  readonly seconds?: number;
};

export type Attempt = {
  /** It does not count after all. */
  readonly giveBack: () => Promise<void>;
};

type House = { readonly kernel: Kernel };

/**
 * Begins an attempt by the same rule as sign-ins: `subject` (one form, one number) so often, the address more often.
 * @throws Problem too-many, by the limit's code
 */
export async function beginAttempt(house: House, request: FastifyRequest, limit: Limit, subject: string): Promise<Attempt> {
  try {
    await attemptsOf(house, limit).begin(nameOf(subject), request.ip);
  } catch (error) {
    if (!(error instanceof Problem) || error.kind !== 'too-many') throw error;
    const wait = Number(error.params.seconds ?? 60);
    throw new Problem('too-many', limit.problem, {
      minutes: Math.max(1, Math.ceil(wait / 60)),
      hours: Math.max(1, Math.ceil(wait / 3600)),
    });
  }
  return { giveBack: () => giveBackAttempt(house, request, limit, subject) };
}

/** What an earlier request began came to a good end. */
export const giveBackAttempt = (house: House, request: FastifyRequest, limit: Limit, subject: string): Promise<void> =>
  attemptsOf(house, limit).succeed(nameOf(subject), request.ip);

function attemptsOf({ kernel }: House, { what, most, seconds }: Limit) {
  const { config, database, clock } = kernel.services.people.foundation;
  return createAttempts({ database, clock, secret: `${config.secrets.sessionSecret} ${what}`, most, seconds });
}

const nameOf = (subject: string): string => createHash('sha256').update(subject).digest('hex');
