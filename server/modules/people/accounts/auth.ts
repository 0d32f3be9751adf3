import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { Kysely, PostgresDialect } from 'kysely';
import type { Config } from '../../../config.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database/connect.ts';

export const cookiePrefix = 'leye';
/** A working day and the evening; after that the password again. Idle sessions end sooner (identify.ts). */
const SESSION_SECONDS = 12 * 3600;
export const identityProviderId = 'identity-provider';

/** How sure we are who it is. Only the last two open an account's powers, except a demonstration account's. */
export type Assurance = 'password' | 'second-factor' | 'identity-provider';

type Foundation = { readonly config: Config; readonly database: Database; readonly clock: Clock };

/**
 * better-auth on our own tables (0002-people.sql). It is asked in process only, by sign-in routes of ours that limit, audit and say
 * things in plain words; of its own HTTP surface nothing is mounted but the identity provider's callback, so there is no sign-up.
 */
export function authOptions({ config, database, clock }: Foundation) {
  return {
    appName: '乐业 Leye',
    baseURL: config.publicAddress,
    basePath: '/api/auth',
    secret: config.secrets.sessionSecret,
    database: {
      db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: database.pool }) }),
      type: 'postgres',
    },
    trustedOrigins: [config.publicAddress],
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // ours is by account and by address, and survives restarts (attempts.ts)
    advanced: {
      cookiePrefix,
      database: { generateId: () => clock.newId() },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1, // the rule is ours (rules.ts), and does not judge a password when it is only tried
      maxPasswordLength: 200,
    },
    user: {
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      freshAge: 0,
      cookieCache: { enabled: false }, // a role change ends sessions at once; a cached one would live on
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: { assurance: { type: 'string', required: true, input: false, defaultValue: 'password' } },
    },
    account: {
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [] },
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const now = clock.now();
            const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
            return { data: { ...session, createdAt: now, updatedAt: now, expiresAt, assurance: assuranceOf(context?.path) } };
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: '乐业 Leye',
        twoFactorCookieMaxAge: 300,
        backupCodeOptions: { amount: 10, length: 10 },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
  } satisfies BetterAuthOptions;
}

/** Which door the session came through decides what it is worth. */
function assuranceOf(path: string | undefined): Assurance {
  if (path?.startsWith('/two-factor/verify-')) return 'second-factor';
  if (path?.startsWith('/callback/')) return 'identity-provider';
  return 'password';
}

export const createAuth = (foundation: Foundation) => betterAuth(authOptions(foundation));
export type Auth = ReturnType<typeof createAuth>;

/**
 * The same with the identity provider's door. ID tokens must verify against the provider's keys; only an account that the security
 * administrator has made is found, by an e-mail address that the provider has verified.
 */
export function createAuthWithProvider(foundation: Foundation, oidc: NonNullable<Config['oidc']>, discoveryUrl: string) {
  const options = authOptions(foundation);
  const provider = genericOAuth({
    config: [
      {
        providerId: identityProviderId,
        discoveryUrl,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
      },
    ],
  });
  return betterAuth({ ...options, plugins: [...options.plugins, provider] });
}
