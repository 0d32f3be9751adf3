import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../http/language.ts';
import type { Language } from '../i18n/said.ts';

/** How somebody reads: kept in two cookies that say nothing about who they are, and settable by a plain link. */
export type Preferences = {
  readonly language: Language;
  /** 大字版: text at 30 px, targets of 60 px. */
  readonly isElder: boolean;
  /** What this very address asks for, so that links keep it where cookies are refused. */
  readonly asked: Readonly<Partial<Record<'lang' | 'elder', string>>>;
};

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

export function readPreferences(request: FastifyRequest): Preferences {
  const query = (request.query ?? {}) as Record<string, unknown>; // reason: fastify types an unvalidated query as unknown
  const lang = query.lang === 'zh' || query.lang === 'en' ? query.lang : undefined;
  const elder = query.elder === '1' || query.elder === '0' ? query.elder : undefined;
  const isElder = elder === undefined ? /(?:^|;\s*)elder=1(?:;|$)/.test(request.headers.cookie ?? '') : elder === '1';
  return { language: languageOf(request), isElder, asked: { ...(lang && { lang }), ...(elder && { elder }) } };
}

/** Keeps what the address asked for. Returns whether anything was kept: such an answer belongs to one reader only. */
export function keepPreferences(reply: FastifyReply, { asked }: Preferences): boolean {
  const attributes = `Path=/; Max-Age=${YEAR_IN_SECONDS}; SameSite=Lax`;
  const kept = Object.entries(asked).map(([name, value]) => `${name}=${value}; ${attributes}`);
  if (kept.length > 0) reply.header('set-cookie', kept);
  return kept.length > 0;
}

/** The same page read another way: `/progress?lang=en`. `path` may carry a query of its own. */
export function addressWith(path: string, preferences: Preferences, change: { lang?: Language; elder?: '0' | '1' }): string {
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ ...preferences.asked, ...change })}`;
}
