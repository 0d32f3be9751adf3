import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keepPreferences, type Preferences } from './preferences.ts';

/**
 * Sends a public page. It may be kept for 15 seconds, separately for each language and type size; after that the browser asks
 * whether it changed, and gets a 304 of a few bytes where it did not. An answer that sets a cookie is nobody else's.
 */
export function answerPage(
  request: FastifyRequest,
  reply: FastifyReply,
  html: string,
  preferences: Preferences,
  status = 200,
): FastifyReply {
  const isPersonal = keepPreferences(reply, preferences);
  reply.header('vary', 'Cookie, Accept-Language').header('content-language', preferences.language === 'zh' ? 'zh-CN' : 'en');
  if (status >= 400) return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(html);
  // Weak, because the same page goes out plain, as gzip and as Brotli.
  const tag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', isPersonal ? 'private, no-cache' : 'public, max-age=15').header('etag', tag);
  if (!isPersonal && request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag)) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(html);
}

/** Whether a person in a browser is asking, rather than a program: pages for the one, `{code, params}` for the other. */
export function wantsPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  if (/^\/(?:api|app|health|portal)(?:\/|$)/.test(request.url)) return false;
  return /\btext\/html\b/.test(request.headers.accept ?? '');
}
