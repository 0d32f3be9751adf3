import { afterEach, describe, expect, it } from 'vitest';
import { openBreakingServer, openGateway, openMailServer } from '../../modules/messages/messages.fixture.ts';
import { Personal } from '../seal/personal.ts';
import { mailServer } from './mail-server.ts';
import { smsGateway } from './sms-gateway.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const opened = async <T extends { close(): unknown }>(one: Promise<T>): Promise<T> => {
  const is = await one;
  open.push(is);
  return is;
};

const ID = '0196f1c0-0000-7000-8000-000000000001';
const sms = { id: ID, to: new Personal('13800001234'), subject: '通知', text: '请前来。', at: new Date('2026-03-05T02:00:00Z') };
const mail = { ...sms, to: new Personal('zhang@example.cn') };

describe('the SMS gateway', () => {
  it('is handed number, text and id, and what it says with 2xx or 409 counts as sent', async () => {
    const gateway = await opened(openGateway([200, 202, 409]));
    const channel = smsGateway(gateway.url);
    for (let time = 0; time < 3; time += 1) expect(await channel.deliver(sms)).toEqual({ isSent: true });
    expect(gateway.taken).toHaveLength(3);
    for (const { headers, body } of gateway.taken) {
      expect(body).toEqual({ to: '13800001234', text: '请前来。', id: ID });
      expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'idempotency-key': ID });
      expect(headers.authorization).toBeUndefined();
    }
  });

  it('gets the user and password of its address as Basic authorisation', async () => {
    const gateway = await opened(openGateway());
    await smsGateway(gateway.url.replace('http://', 'http://leye:p%40ss@')).deliver(sms);
    expect(gateway.taken[0]?.headers.authorization).toBe(`Basic ${Buffer.from('leye:p@ss').toString('base64')}`);
  });

  it.each([
    [400, 'refused', false],
    [422, 'refused', false],
    [401, 'channel-refused', true],
    [404, 'channel-refused', true],
    [429, 'channel-refused', true],
    [500, 'channel-refused', true],
    [503, 'channel-refused', true],
    [302, 'channel-refused', true],
    [307, 'channel-refused', true],
  ] as const)('answering %i means %s; trying again helps: %s', async (number, reason, again) => {
    const gateway = await opened(openGateway([number]));
    expect(await smsGateway(gateway.url).deliver(sms)).toEqual({ isSent: false, reason, number, again });
    expect(gateway.taken, 'a redirect would carry the number elsewhere').toHaveLength(1);
  });

  it('may be tried again when it is away, breaks off or stays silent, because it knows a message by its id', async () => {
    const gateway = await opened(openGateway([0, -1]));
    const channel = smsGateway(gateway.url, 200);
    expect(await channel.deliver(sms)).toEqual({ isSent: false, reason: 'unreachable', again: true });
    expect(await channel.deliver(sms)).toEqual({ isSent: false, reason: 'timeout', again: true });
    await gateway.close();
    expect(await channel.deliver(sms)).toEqual({ isSent: false, reason: 'unreachable', again: true });
    expect(channel.knowsRepeats).toBe(true);
    await gateway.start();
  });
});

describe('the mail server', () => {
  it('is handed one mail to one person, in Chinese, with the same Message-ID at every attempt', async () => {
    const server = await opened(openMailServer());
    const channel = mailServer(server.url, 'leye@leye.test');
    expect(await channel.deliver(mail)).toEqual({ isSent: true });
    const [got] = server.mails;
    expect(got).toMatchObject({ to: ['zhang@example.cn'], from: 'leye@leye.test' });
    expect(got?.raw).toContain(`Message-ID: <${ID}@leye.test>`);
    expect(got?.raw).toContain(`Subject: =?UTF-8?B?${Buffer.from('通知').toString('base64')}?=`);
    expect(got?.raw).toContain('Date: Thu, 05 Mar 2026 02:00:00 +0000');
    expect(got?.raw).toContain(Buffer.from('请前来。').toString('base64'));
    expect(channel.knowsRepeats).toBe(false);
  });

  it('is signed in to with the address’s own user and password, and the sender is the one it names', async () => {
    const server = await opened(openMailServer([], 'leye@city.test'));
    const address = server.url.replace('smtp://', 'smtp://leye%40city.test:p%40ss@');
    expect(await mailServer(address, 'leye@leye.test').deliver(mail)).toEqual({ isSent: true });
    expect(await mailServer(`${address}?from=office%40city.test`, 'leye@leye.test').deliver(mail)).toEqual({ isSent: true });
    expect(server.mails.map(({ from }) => from)).toEqual(['leye@city.test', 'office@city.test']);
    const wrong = await mailServer(address.replace('p%40ss', 'other'), 'leye@leye.test').deliver(mail);
    expect(wrong).toMatchObject({ isSent: false, reason: 'channel-refused', again: true });
  });

  it('that refuses for now may be tried again, one that refuses for good may not', async () => {
    const server = await opened(openMailServer([451, 550]));
    const channel = mailServer(server.url, 'leye@leye.test');
    expect(await channel.deliver(mail)).toEqual({ isSent: false, reason: 'channel-refused', number: 451, again: true });
    expect(await channel.deliver(mail)).toEqual({ isSent: false, reason: 'refused', number: 550, again: false });
    expect(server.mails).toEqual([]);
  });

  it('that is away or silent was never handed the mail', async () => {
    const silent = await opened(openBreakingServer('silent'));
    expect(await mailServer(silent.url, 'leye@leye.test', 200).deliver(mail)).toEqual({
      isSent: false,
      reason: 'timeout',
      again: true,
    });
    expect(await mailServer('smtp://127.0.0.1:9', 'leye@leye.test').deliver(mail)).toMatchObject({
      reason: 'unreachable',
      again: true,
    });
  });

  it('that breaks off with the whole mail in hand may have sent it: it is never tried again by itself', async () => {
    const server = await opened(openBreakingServer('after-the-message'));
    expect(await mailServer(server.url, 'leye@leye.test', 500).deliver(mail)).toEqual({
      isSent: false,
      reason: 'outcome-unknown',
      again: false,
    });
  });
});
