import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ResidentActor } from '../../kernel/actor/actor.ts';
import type { Host } from '../../kernel/http/host.ts';
import { readPreferences } from '../../kernel/page/preferences.ts';
import { redact } from '../../kernel/seal/redact.ts';

/**
 * Where somebody goes on to after signing in: a page of this house, or the one about themselves. Whatever else the address names
 * (`//other.site`, a backslash that browsers take for a slash, another scheme) is nobody's page of ours; nor is one that
 * holds somebody's number.
 */
export function localPath(text: unknown, otherwise = '/me'): string {
  const isOurs =
    typeof text === 'string' && text.length <= 200 && /^\/(?![/\\])[\w\-./?=&%~:,]*$/.test(text) && redact(text) === text;
  return isOurs && !/^\/(?:sign-in|api|office|app)(?:[/?]|$)/.test(text) ? text : otherwise;
}

/** Sends somebody to sign in first; `next` is where they wanted to go. */
export function sendToSignIn(request: FastifyRequest, reply: FastifyReply, next: string): FastifyReply {
  const search = new URLSearchParams({ ...readPreferences(request).asked, next: localPath(next) });
  return reply.header('cache-control', 'no-store').redirect(`/sign-in?${search}`, 303);
}

/**
 * The resident who asks; undefined where nobody is signed in, who has then been answered with the way to sign in and back to `next`
 * (this very address unless said).
 *
 * @example
 * const resident = await requireResident(host, request, reply);
 * if (!resident) return reply;
 */
export async function requireResident(
  host: Host,
  request: FastifyRequest,
  reply: FastifyReply,
  next = request.url,
): Promise<ResidentActor | undefined> {
  const { actor } = await host.knownOutside(request);
  if (actor.kind === 'resident') return actor;
  sendToSignIn(request, reply, next);
  return undefined;
}
