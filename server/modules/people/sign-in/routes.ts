import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { execute } from '../../../kernel/command/run.ts';
import { shaped } from '../../../kernel/command/shape.ts';
import type { Host } from '../../../kernel/http/host.ts';
import { Problem } from '../../../kernel/problem.ts';
import { identityProviderId } from '../accounts/auth.ts';
import { endSession } from '../accounts/store.ts';
import { changePassword } from '../commands/own-account.ts';
import { demoAccountsShown } from '../demo-accounts.ts';
import { authHeaders, passCookies } from './ask-auth.ts';
import { returnFromProvider, startAtProvider } from './identity-provider.ts';
import { describeMe } from './me.ts';
import { signInWithPassword } from './password.ts';
import { confirmSecondFactor, giveSecondFactor, startSecondFactor } from './second-factor.ts';

const Credentials = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 200 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
const Code = Type.String({ minLength: 6, maxLength: 20 });
const SecondFactor = Type.Object(
  { code: Type.Optional(Code), backupCode: Type.Optional(Code) },
  { minProperties: 1, maxProperties: 1, additionalProperties: false },
);
const PasswordOnly = Type.Object({ password: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false });
const NewPassword = Type.Object(
  { current: Type.String({ minLength: 1, maxLength: 200 }), next: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
);
const CodeOnly = Type.Object({ code: Code }, { additionalProperties: false });

/** Signing in and out. Not commands: who asks is a visitor, and what they prove must be kept by no idempotency key. */
export function signInRoutes(app: FastifyInstance, host: Host): void {
  const { people } = host.kernel.services;
  const noStore = {
    onSend: async (_request: unknown, reply: { header(name: string, value: string): unknown }) =>
      void reply.header('cache-control', 'no-store'),
  };

  app.get('/api/me', noStore, (request) => describeMe(host, request));

  /** What the sign-in page offers. */
  app.get('/api/sign-in', noStore, async () => ({
    identityProvider: people.identityProvider !== undefined,
    demoAccounts: host.isDemo ? demoAccountsShown : [],
  }));
  app.post('/api/sign-in', noStore, async (request, reply) => {
    const given = shaped(Credentials, request.body);
    return await signInWithPassword(people, (await host.districtOf(request)).code, given, request, reply);
  });
  app.post('/api/sign-in/second-factor', noStore, async (request, reply) => {
    const given = shaped(SecondFactor, request.body);
    return await giveSecondFactor(people, (await host.districtOf(request)).code, given, request, reply);
  });
  app.post('/api/sign-out', noStore, async (request, reply) => {
    const { actor, session } = await people.identityOf(request);
    if (session && actor.kind === 'staff') {
      await endSession(people.foundation.database.pool, session.token);
      await people.audit((await host.districtOf(request)).code, {
        action: 'sign-out',
        outcome: 'done',
        account: actor.id,
        method: 'session',
      });
    }
    passCookies(await people.auth.api.signOut({ headers: authHeaders(request), asResponse: true }), reply);
    return { signedIn: false };
  });

  app.post('/api/me/password', noStore, async (request) => {
    const given = shaped(NewPassword, request.body);
    const [{ actor, session }, district] = await Promise.all([people.identityOf(request), host.districtOf(request)]);
    if (actor.kind !== 'staff' || !session) throw new Problem('not-signed-in', 'not-signed-in');
    await people.attempts.begin(actor.id, request.ip);
    const changed = await execute(
      host.kernel,
      changePassword,
      { ...given, session: session.id },
      { district: district.code, actor },
    );
    await people.attempts.succeed(actor.id, request.ip);
    return changed;
  });
  app.post('/api/me/second-factor/start', noStore, async (request) => {
    const { password } = shaped(PasswordOnly, request.body);
    return await startSecondFactor(people, await people.identityOf(request), password, request);
  });
  app.post('/api/me/second-factor/confirm', noStore, async (request, reply) => {
    const { code } = shaped(CodeOnly, request.body);
    const district = (await host.districtOf(request)).code;
    return await confirmSecondFactor(people, district, await people.identityOf(request), code, request, reply);
  });

  app.get('/api/sign-in/identity-provider', noStore, (request, reply) => startAtProvider(people, request, reply));
  app.get(`/api/auth/callback/${identityProviderId}`, noStore, async (request, reply) =>
    returnFromProvider(people, (await host.districtOf(request)).code, request, reply),
  );
}
