/**
 * How often codes are asked for and tried. At dawn a whole gig market stands behind one address: what went well is given back, so an
 * address is stopped by what nobody finished or guessed wrongly. A number costs money and belongs to somebody: it is limited by the day too.
 */
import type { FastifyRequest } from 'fastify';
import type { Host } from '../../kernel/http/host.ts';
import { Problem } from '../../kernel/problem.ts';
import { type Attempt, beginAttempt, giveBackAttempt, type Limit } from '../people/module.ts';
import { tryCode } from './commands/sign-in.ts';
import { requireMobile } from './numbers.ts';

const DAY = 24 * 60 * 60;
const asking: readonly Limit[] = [
  { what: 'code', problem: 'code-too-many', most: { name: 3, address: 200 } },
  { what: 'code of the day', problem: 'code-too-many-today', most: { name: 10, address: 2000 }, seconds: DAY },
];
const trying: Limit = { what: 'try', problem: 'code-tries-many', most: { name: 15, address: 60 } };

/** Before a code is sent. */
export async function beginAsking(host: Host, request: FastifyRequest, typed: string): Promise<Attempt> {
  const { subject } = await subjectOf(host, request, typed);
  const begun: Attempt[] = [];
  for (const limit of asking) begun.push(await beginAttempt(host, request, limit, subject));
  return {
    async giveBack() {
      for (const attempt of begun) await attempt.giveBack();
    },
  };
}

/** Before a code is used: counts the try, and looks at it. Given back, all that led to it is: whoever holds the telephone is no guesser. */
export async function beginTrying(
  host: Host,
  request: FastifyRequest,
  { mobile, code }: { readonly mobile: string; readonly code: string },
): Promise<Attempt> {
  const { subject, district } = await subjectOf(host, request, mobile);
  if (!/^\d{6}$/.test(code)) throw new Problem('invalid', 'code-form', {}, [{ at: '/code', code: 'code-form' }]);
  const tried = await beginAttempt(host, request, trying, subject);
  const { database, clock, services } = host.kernel;
  await tryCode({ database, seal: services.seal, district, now: clock.now() }, mobile, code);
  return {
    async giveBack() {
      await tried.giveBack();
      for (const limit of asking) await giveBackAttempt(host, request, limit, subject);
    },
  };
}

async function subjectOf(host: Host, request: FastifyRequest, typed: string): Promise<{ subject: string; district: string }> {
  const { code: district } = await host.districtOf(request);
  return { subject: `${district} ${requireMobile(typed).reveal()}`, district };
}
