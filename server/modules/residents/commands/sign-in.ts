import { createHash, timingSafeEqual } from 'node:crypto';
import { Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';
import type { Database } from '../../../kernel/database/connect.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Seal } from '../../../kernel/seal/seal.ts';
import { requireMobile } from '../numbers.ts';
import { mobileIndex } from '../sealed.ts';
import { openSession } from '../session.ts';
import { changeResident } from '../store.ts';
import { registerPerson } from './register-resident.ts';
import { TypedNumber } from './shapes.ts';

export const CODE_MINUTES = 5;
const TRIES = 5;

const letter = {
  subject: said('登录验证码', 'Code to sign in'),
  text: said(
    '【乐业】验证码 {code}，{minutes} 分钟内有效，只能用一次。工作人员不会向您要验证码，请不要告诉别人。',
    'Leye: your code is {code}. It is valid for {minutes} minutes and works once. Officers never ask for it; tell it to nobody.',
  ),
};

/**
 * Sends a code to a mobile number, whether or not it is known here: the answer is the same. The code before it no longer works.
 * Who asks is limited before (`sign-in.ts`), by number and address.
 */
export const askCode = command({
  name: 'residents.ask-code',
  input: Type.Object(
    { mobile: TypedNumber, language: Type.Union([Type.Literal('zh'), Type.Literal('en')]) },
    { additionalProperties: false },
  ),
  may: allowSystem,
  run: async ({ mobile, language }, work): Promise<null> => {
    const { transaction, services, district, now } = work;
    const number = requireMobile(mobile);
    const index = mobileIndex(services.seal, number, district);
    const code = newCode(services.people.foundation.clock.random);
    const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
    await transaction.client.query('DELETE FROM sign_in_code WHERE district = $1 AND expires_at < $2', [district, now]);
    await transaction.client.query(
      `INSERT INTO sign_in_code (district, mobile_index, code, tries, expires_at) VALUES ($1, $2, $3, 0, $4)
       ON CONFLICT (district, mobile_index) DO UPDATE SET code = excluded.code, tries = 0, expires_at = excluded.expires_at`,
      [district, index, codeHash(services.seal, index, code, district), expiresAt],
    );
    await services.notify.send(work, {
      to: { phone: number },
      ...letter,
      params: { code, minutes: CODE_MINUTES },
      language,
      isSecret: true,
    });
    return null;
  },
});

/** 000000 to 999999, each as likely as any other. */
function newCode(random: (bytes: number) => Buffer): string {
  const most = Math.floor(2 ** 32 / 1e6) * 1e6;
  for (;;) {
    const number = random(4).readUInt32BE(0);
    if (number < most) return String(number % 1e6).padStart(6, '0');
  }
}

const codeHash = (seal: Seal, index: Buffer, code: string, district: string): Buffer =>
  seal.blindIndex(
    'digest',
    createHash('sha256')
      .update(`sign-in code ${index.toString('hex')} ${code}`)
      .digest('hex'),
    district,
  );

/**
 * Counts a try before the code is looked at, in a transaction of its own, so that many at once are limited too and none is forgotten.
 * @throws Problem `code-wrong`: wrong, used, too old, or tried too often; which of them is not told
 */
export async function tryCode(
  { database, seal, district, now }: { database: Database; seal: Seal; district: string; now: Date },
  mobile: string,
  code: string,
): Promise<void> {
  const index = mobileIndex(seal, requireMobile(mobile), district);
  const { rows } = await inDistrict(database, district, ({ client }) =>
    client.query<{ code: Buffer }>(
      `UPDATE sign_in_code SET tries = tries + 1
       WHERE district = $1 AND mobile_index = $2 AND expires_at > $3 AND tries < ${TRIES} RETURNING code`,
      [district, index, now],
    ),
  );
  if (!rows[0] || !timingSafeEqual(rows[0].code, codeHash(seal, index, code, district))) throw codeWrong();
}

const codeWrong = (): Problem => new Problem('invalid', 'code-wrong', {}, [{ at: '/code', code: 'code-wrong' }]);

/** Uses a code up and signs its holder in, who from then on is a resident known here. The token is answered once and kept nowhere. */
export const signIn = command({
  name: 'residents.sign-in',
  input: Type.Object(
    {
      mobile: TypedNumber,
      code: Type.String({ pattern: '^\\d{6}$' }),
      device: Type.Union([Type.Literal('phone'), Type.Literal('computer')]),
      /** Of the page: messages are written to them in it from now on. */
      language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
    },
    { additionalProperties: false },
  ),
  may: allowSystem,
  run: async ({ mobile, code, device, language = 'zh' }, work): Promise<{ resident: string; token: string }> => {
    const { transaction, services, district, now } = work;
    const number = requireMobile(mobile);
    const index = mobileIndex(services.seal, number, district);
    const { rowCount } = await transaction.client.query(
      'DELETE FROM sign_in_code WHERE district = $1 AND mobile_index = $2 AND code = $3 AND expires_at > $4',
      [district, index, codeHash(services.seal, index, code, district), now],
    );
    if (rowCount === 0) throw codeWrong(); // used meanwhile
    const { resident } = await registerPerson(work, { mobile: number });
    await changeResident(transaction, resident, { language });
    return { resident, token: await openSession(work, resident, device) };
  },
  keeps: () => null,
  audit: (_input, { resident }) => ({ resident }),
});
