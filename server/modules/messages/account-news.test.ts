import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';

let house: WholeHouse;
beforeAll(async () => {
  house = await openWholeHouse();
}, 120_000);
afterAll(() => house?.close());

it('whoever is invited, or gets a new password, is told where to sign in and never the password', async () => {
  const security = await house.signIn('security');
  const administrator = await house.signIn('system');
  const read = async () => {
    const { body, status } = await administrator.ask('GET', '/api/messages');
    expect(status).toBe(200);
    return body;
  };
  expect(await read()).toMatchObject({ messages: [], isOutbox: true, channels: { sms: false, mail: false } });

  const invited = await security.ask('POST', '/api/people', { name: '韩梅', email: 'han.mei@example.cn' });
  expect(invited.status, invited.text).toBe(200);
  const reset = await security.ask('POST', `/api/people/${invited.body.account}/reset-password`, {});
  expect(reset.status, reset.text).toBe(200);
  const { messages } = await read();
  expect(messages).toMatchObject([
    { state: 'kept', channel: 'mail', recipient: 'h***@example.cn', subject: '您的乐业账号密码已重置', attempts: 0 },
    { state: 'kept', channel: 'mail', recipient: 'h***@example.cn', subject: '已为您开通乐业账号', attempts: 0 },
  ]);
  for (const { text } of messages) {
    expect(text).toContain('http://127.0.0.1:3000/office');
    for (const { body } of [invited, reset]) expect(text).not.toContain(body.oneTimePassword);
  }
  const [found] = (await administrator.ask('GET', '/api/messages?state=failed')).body.messages;
  expect(found).toBeUndefined();
  const first = (await administrator.ask('GET', '/api/messages?limit=1')).body;
  expect((await administrator.ask('GET', `/api/messages?limit=1&after=${first.next}`)).body.messages[0].id).toBe(messages[1].id);
});

it('a demonstration account has no mailbox: its new password is told to nobody', async () => {
  const security = await house.signIn('security');
  const administrator = await house.signIn('system');
  const before = (await administrator.ask('GET', '/api/messages')).body.messages.length;
  const { body } = await security.ask('GET', '/api/people?search=street');
  expect((await security.ask('POST', `/api/people/${body.rows[0].account}/reset-password`, {})).status).toBe(200);
  expect((await administrator.ask('GET', '/api/messages')).body.messages).toHaveLength(before);
});
