import type { FastifyRequest } from 'fastify';
import type { Language } from '../i18n/said.ts';

/** The language asked for: `?lang=`, then the cookie, then the browser's first wish; Chinese where nothing is said. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang; // reason: fastify types an unvalidated query as unknown
  if (asked === 'en' || asked === 'zh') return asked;
  const kept = /(?:^|;\s*)lang=(zh|en)/.exec(request.headers.cookie ?? '')?.[1];
  if (kept === 'en' || kept === 'zh') return kept;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}
