import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../config.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database/connect.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type Auth, createAuthWithProvider, identityProviderId } from '../accounts/auth.ts';
import { endSession } from '../accounts/store.ts';
import type { PeopleService } from '../service.ts';
import { authHeaders, passCookies, refusalOf } from './ask-auth.ts';
import { barrierOf } from './password.ts';

/** What better-auth answers when the provider knows somebody whom we don't, or vouches for no e-mail. */
const unknown: ReadonlySet<string> = new Set([
  'signup_disabled',
  'account_not_linked',
  'unable_to_link_account',
  'email_not_found',
  'email_not_verified',
]);
const DISCOVERY_MS = 5000;
const AGAIN_AFTER_MS = 30_000;

export type IdentityProvider = {
  /** better-auth with the provider's endpoints. Throws unavailable while the provider can't be found. */
  readonly ready: () => Promise<Auth>;
};

/**
 * The identity provider, found by its discovery document. A provider that is away does not hold up the start: it is looked for again
 * every half minute, and at once when somebody wants to sign in through it.
 */
export function createIdentityProvider(
  foundation: { config: Config; database: Database; clock: Clock },
  oidc: NonNullable<Config['oidc']>,
  log: (sentence: string) => void,
): IdentityProvider {
  const discoveryUrl = `${oidc.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
  let found: Auth | undefined;
  let looking: Promise<Auth> | undefined;

  const look = async (): Promise<Auth> => {
    const response = await fetch(discoveryUrl, { signal: AbortSignal.timeout(DISCOVERY_MS), redirect: 'error' });
    if (!response.ok) throw new Error(`${response.status}`);
    const document: unknown = await response.json();
    const issuer = typeof document === 'object' && document !== null ? Reflect.get(document, 'issuer') : undefined;
    // OpenID Connect Discovery 1.0, 4.3: the issuer named must be the one asked, or its keys would be believed for another.
    if (issuer !== oidc.issuer) throw new Error('issuer');
    const auth = createAuthWithProvider(foundation, oidc, discoveryUrl) as unknown as Auth; // reason: the same endpoints; only the type's list of plugins differs
    const { socialProviders } = await auth.$context;
    if (!socialProviders.some((provider) => provider.id === identityProviderId)) throw new Error('endpoints');
    return auth;
  };

  const ready = async (): Promise<Auth> => {
    if (found) return found;
    looking ??= look().finally(() => {
      looking = undefined;
    });
    try {
      found = await looking;
      return found;
    } catch {
      throw new Problem('unavailable', 'identity-provider-away');
    }
  };

  let told = false;
  const keepLooking = (): void =>
    void ready().catch(() => {
      if (!told)
        log(
          `统一身份登录暂时连不上，将继续尝试。 The identity provider cannot be reached yet; Leye keeps trying: ${oidc.issuer}`,
        );
      told = true;
      setTimeout(keepLooking, AGAIN_AFTER_MS).unref();
    });
  keepLooking();
  return { ready };
}

/** Sends the browser to the provider. The state that protects the way back is kept by better-auth, in the database and a cookie. */
export async function startAtProvider(
  people: PeopleService,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const auth = await providerOf(people).ready();
  const response = await auth.api.signInSocial({
    body: { provider: identityProviderId, callbackURL: '/office', errorCallbackURL: '/office/sign-in', disableRedirect: true },
    headers: authHeaders(request, ['.session_token', '.two_factor']),
    asResponse: true,
  });
  if ((await refusalOf(response)) !== undefined) throw new Problem('unavailable', 'identity-provider-away');
  const { url } = (await response.json()) as { url: string }; // reason: better-auth's documented answer
  passCookies(response, reply);
  return reply.redirect(url, 302);
}

/** The way back: better-auth exchanges the code and finds the account; whether it may come in here is asked as with a password. */
export async function returnFromProvider(
  people: PeopleService,
  district: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const auth = await providerOf(people).ready();
  const { config, database } = people.foundation;
  const address = new URL(request.url, config.publicAddress);
  const response = await auth.handler(
    new Request(address, { method: 'GET', headers: authHeaders(request, ['.session_token', '.two_factor']) }),
  );
  const problem = (code: string) => reply.redirect(`/office/sign-in?problem=${code}`, 302);
  const token = sessionTokenSet(response);
  if (token === undefined) {
    const why = errorOf(response);
    await people.audit(district, { action: 'sign-in', outcome: 'refused', account: undefined, method: 'identity-provider', why });
    return problem(unknown.has(why) ? 'identity-unknown' : 'sign-in-unfinished');
  }
  const { rows } = await database.pool.query<{ id: string; is_demo: boolean }>(
    'SELECT u.id, u.is_demo FROM session s JOIN "user" u ON u.id = s.user_id WHERE s.token = $1',
    [token],
  );
  const [account] = rows;
  if (!account) return problem('identity-unknown');
  const barred = await barrierOf(people, district, { id: account.id, isDemo: account.is_demo, oneTimeUntil: undefined });
  if (barred) {
    await endSession(database.pool, token);
    await people.audit(district, {
      action: 'sign-in',
      outcome: 'refused',
      account: account.id,
      method: 'identity-provider',
      why: barred,
    });
    return problem(barred);
  }
  await people.audit(district, { action: 'sign-in', outcome: 'done', account: account.id, method: 'identity-provider' });
  passCookies(response, reply);
  return reply.redirect('/office', 302);
}

function providerOf(people: PeopleService): IdentityProvider {
  if (!people.identityProvider) throw new Problem('not-found', 'identity-provider-absent');
  return people.identityProvider;
}

const sessionTokenSet = (response: Response): string | undefined =>
  response.headers
    .getSetCookie()
    .map((cookie) => /\.session_token=([^.;]+)\./.exec(cookie)?.[1])
    .find((token) => token !== undefined);

/** better-auth names the reason in the address it would redirect to; only its code is kept. */
const errorOf = (response: Response): string =>
  /[?&]error=([a-z_]{1,60})/.exec(response.headers.get('location') ?? '')?.[1] ?? `status-${response.status}`;
