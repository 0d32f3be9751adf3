import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../../kernel/problem.ts';

/**
 * The headers that better-auth sees: the cookies named, the browser, and the address as fastify's trusted proxies decide it. Nothing
 * else of the request, so that a forwarded address or host that somebody made up is not believed.
 */
export function authHeaders(request: FastifyRequest, without: readonly string[] = []): Headers {
  const cookies = (request.headers.cookie ?? '')
    .split(';')
    .filter((part) => !without.some((name) => part.split('=')[0]?.trim().endsWith(name)))
    .join(';');
  const headers = new Headers({ 'x-forwarded-for': request.ip });
  if (cookies.trim() !== '') headers.set('cookie', cookies);
  headers.set('user-agent', (request.headers['user-agent'] ?? '').slice(0, 200));
  return headers;
}

/** Passes the cookies on that better-auth sets. */
export function passCookies(response: Response, reply: FastifyReply): void {
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) void reply.header('set-cookie', cookies);
}

/** better-auth's error code of an answer that is not ok. A fault of its own (5xx) is none of the person's making, and is thrown. */
export async function refusalOf(response: Response): Promise<string | undefined> {
  if (response.ok) return undefined;
  if (response.status >= 500) throw new Problem('unavailable', 'database-away');
  const body: unknown = await response.json().catch(() => undefined);
  return typeof body === 'object' && body !== null ? String(Reflect.get(body, 'code')) : 'UNKNOWN';
}
