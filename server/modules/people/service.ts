import type { FastifyRequest } from 'fastify';
import type { Config } from '../../config.ts';
import type { Actor } from '../../kernel/actor/actor.ts';
import { type Clock, systemClock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database/connect.ts';
import { districtReader } from '../../kernel/district/read.ts';
import type { District } from '../../kernel/http/host.ts';
import { type Auth, createAuth } from './accounts/auth.ts';
import { createIdentify, type Identity } from './identify.ts';
import { type Attempts, createAttempts } from './sign-in/attempts.ts';
import { createSignInAudit, type SignInAudit } from './sign-in/audit.ts';
import { createIdentityProvider, type IdentityProvider } from './sign-in/identity-provider.ts';

/** Who asks, and how they sign in. */
export type PeopleService = {
  /** Who a request comes from; a visitor where nothing is shown. Throws not-signed-in for a bearer token that opens nothing. */
  readonly identify: (request: FastifyRequest) => Promise<Actor>;
  /** The same with what the sign-in pages need: assurance, what is still pending. */
  readonly identityOf: (request: FastifyRequest) => Promise<Identity>;
  readonly districtOf: (request: FastifyRequest) => Promise<District>;
  readonly auth: Auth;
  readonly attempts: Attempts;
  readonly audit: SignInAudit;
  readonly identityProvider: IdentityProvider | undefined;
  readonly foundation: { readonly config: Config; readonly database: Database; readonly clock: Clock };
};

declare module '../../kernel/command/services.ts' {
  interface Services {
    readonly people: PeopleService;
  }
}

/** `log` hears when the identity provider can't be reached; without it the console does. */
export async function createPeople(options: {
  readonly config: Config;
  readonly database: Database;
  readonly clock?: Clock;
  readonly log?: (sentence: string) => void;
}): Promise<PeopleService> {
  const foundation = { config: options.config, database: options.database, clock: options.clock ?? systemClock };
  const districts = districtReader(options.database);
  const identityOf = createIdentify({ ...foundation, districtOf: districts.of });
  return Object.freeze({
    identify: async (request: FastifyRequest) => (await identityOf(request)).actor,
    identityOf,
    districtOf: districts.of,
    auth: createAuth(foundation),
    attempts: createAttempts({ ...foundation, secret: options.config.secrets.sessionSecret }),
    audit: createSignInAudit(foundation),
    identityProvider: options.config.oidc && createIdentityProvider(foundation, options.config.oidc, options.log ?? console.warn),
    foundation,
  });
}
