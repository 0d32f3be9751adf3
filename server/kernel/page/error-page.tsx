import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Said, say } from '../i18n/said.ts';
import { type Problem, problemStatus } from '../problem.ts';
import { answerPage } from './answer.ts';
import { renderPage, Telephone } from './page.tsx';
import { readPreferences } from './preferences.ts';
import type { Contact, Site } from './site.ts';
import { words } from './words.ts';

/**
 * Tells a reader what went wrong and what to do next: the telephone and the site's own doors, never a dead end. `why`: another sentence
 * for whoever is signed in and may not.
 */
export function answerErrorPage(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  site: Site,
  contact: Contact,
  why?: Said,
): FastifyReply {
  const preferences = readPreferences(request);
  const { language } = preferences;
  const status = problem.code === 'unexpected' ? 500 : problem.code === 'bad-request' ? 400 : problemStatus[problem.kind];
  const [title, text] = status === 403 ? [words.forbiddenTitle, why ?? words.forbidden] : tellingOf(status);
  const body = (
    <>
      <h1>{say(title, language)}</h1>
      <p class="lead">{say(text, language)}</p>
      <p class="ring">
        <span>{say(words.ring, language)}</span> <Telephone number={contact.telephone} />
      </p>
      <ul class="ways">
        <li>
          <a href="/">{say(words.home, language)}</a>
        </li>
        {site.navigation
          .filter(({ address }) => address !== '/')
          .map(({ address, said }) => (
            <li key={address}>
              <a href={address}>{say(said, language)}</a>
            </li>
          ))}
      </ul>
      {status >= 500 && <p class="quiet">{say(words.reference, language, { reference: request.id })}</p>}
    </>
  );
  // The address is whatever somebody made up: `//other.site/` must not become a link of ours.
  const asked = request.url.split('?', 1)[0] ?? '/';
  const path = /^(?:\/[\w-]+)+$/.test(asked) ? asked : '/';
  const html = renderPage(
    { title: say(title, language), description: say(text, language), body },
    { site, contact, preferences, path, isHidden: true },
  );
  if (status >= 500) reply.header('retry-after', '15');
  return answerPage(request, reply, html, preferences, status);
}

function tellingOf(status: number): [Said, Said] {
  if (status === 404) return [words.notFoundTitle, words.notFound];
  if (status === 503) return [words.awayTitle, words.away];
  if (status >= 500) return [words.wrongTitle, words.wrong];
  return [words.refusedTitle, words.notFound];
}
