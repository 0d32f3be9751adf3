import { afterEach, describe, expect, it, vi } from 'vitest';
import { everyRow } from '../../../tests/canary-search.ts';
import { system } from '../../kernel/actor/actor.ts';
import { execute } from '../../kernel/command/run.ts';
import { Problem } from '../../kernel/problem.ts';
import { beginDelivery, endDelivery } from './deliver.ts';
import { administrator, openGateway, openMailServer, openMessages } from './messages.fixture.ts';
import { retry } from './retry.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});
const opened = async <T extends { close(): unknown }>(one: Promise<T>): Promise<T> => {
  const is = await one;
  open.push(is);
  return is;
};
type House = Awaited<ReturnType<typeof openMessages>>;

const PHONE = '13800001234';
const EMAIL = 'zhang.canary@example.cn';
const settles = { timeout: 20_000, interval: 100 };
const tryAgain = ({ kernel }: House, message: string) =>
  execute(kernel, retry, { message }, { district: '110112', actor: administrator });
const asSystem = { district: '110112', actor: system('messages') };

describe('a message', { timeout: 60_000 }, () => {
  it('leaves when the work it belongs to is done, and never when that failed', async () => {
    const gateway = await opened(openGateway());
    const server = await opened(openMailServer());
    const house = await opened(openMessages({ smsUrl: gateway.url, smtpUrl: server.url }));
    await expect(house.tell({ phone: PHONE, fails: true })).rejects.toThrow('the work itself failed');
    expect(await house.list()).toEqual([]);
    expect(await house.jobs()).toBe(0);
    const [sms, mail] = [await house.tell({ phone: '+86 138-0000-1234' }), await house.tell({ email: EMAIL })];
    expect(gateway.taken).toEqual([]);
    await house.work();
    await vi.waitFor(async () => expect((await house.list()).map(({ state }) => state)).toEqual(['sent', 'sent']), settles);
    expect(gateway.taken.map(({ body }) => body)).toEqual([{ to: PHONE, text: '请于3月5日前来。', id: sms }]);
    expect(server.mails.map(({ to }) => to)).toEqual([[EMAIL]]);
    expect(await house.of(mail)).toMatchObject({ channel: 'mail', recipient: 'z***@example.cn', subject: '通知', attempts: 1 });
    expect(await house.of(sms)).toMatchObject({ channel: 'sms', recipient: '138****1234', text: '请于3月5日前来。' });
    expect(await house.list('110113'), 'another district').toEqual([]);
  });

  it('is sent once, however many workers take hold of it at the same moment', async () => {
    const gateway = await opened(openGateway());
    const server = await opened(openMailServer());
    gateway.delay = 300;
    const house = await opened(openMessages({ smsUrl: gateway.url, smtpUrl: server.url }));
    const ids = [await house.tell({ phone: PHONE }), await house.tell({ email: EMAIL })];
    await Promise.all(ids.flatMap((id) => Array.from({ length: 20 }, () => house.deliver(id))));
    for (const id of ids) await house.deliver(id);
    expect(gateway.taken).toHaveLength(1);
    expect(server.mails).toHaveLength(1);
    expect((await house.list()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['sent', 1],
      ['sent', 1],
    ]);
  });

  it('whose first attempt fails is tried again by itself and arrives once', async () => {
    const gateway = await opened(openGateway([503]));
    const server = await opened(openMailServer([451]));
    const house = await opened(openMessages({ smsUrl: gateway.url, smtpUrl: server.url }));
    const [sms] = [await house.tell({ phone: PHONE }), await house.tell({ email: EMAIL })];
    await house.work();
    await vi.waitFor(async () => expect((await house.list()).map(({ state }) => state)).toEqual(['sent', 'sent']), settles);
    expect((await house.list()).map(({ attempts, reason }) => [attempts, reason])).toEqual([
      [2, undefined],
      [2, undefined],
    ]);
    expect(server.mails).toHaveLength(1);
    expect(gateway.taken.map(({ body }) => body.id)).toEqual([sms, sms]);
  });

  it('waits for its time: a worker that comes early puts it off, and each pause is the next of the list', async () => {
    const gateway = await opened(openGateway([503, 503]));
    const house = await opened(openMessages({ smsUrl: gateway.url, pauses: [60_000, 3_600_000] }));
    const id = await house.tell({ phone: PHONE });
    await house.deliver(id);
    const { nextAt = '' } = await house.of(id);
    expect(Date.parse(nextAt) - Date.now()).toBeGreaterThan(50_000);
    expect(Date.parse(nextAt) - Date.now()).toBeLessThan(60_001);
    await house.deliver(id);
    expect(gateway.taken).toHaveLength(1);
    expect(await house.of(id)).toMatchObject({ state: 'waiting', nextAt, reason: 'channel-refused', reasonNumber: 503 });
  });

  it('fails with its reason when the gateway stays away, and a person sends it again when it is back', async () => {
    const gateway = await opened(openGateway());
    await gateway.close();
    const house = await opened(openMessages({ smsUrl: gateway.url }));
    const id = await house.tell({ phone: PHONE });
    await house.work();
    await vi.waitFor(async () => expect(await house.of(id)).toMatchObject({ state: 'failed' }), settles);
    expect(await house.of(id)).toMatchObject({ reason: 'unreachable', attempts: 3, nextAt: undefined });
    await gateway.start();
    const tries = await Promise.allSettled([tryAgain(house, id), tryAgain(house, id), tryAgain(house, id)]);
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await vi.waitFor(async () => expect(await house.of(id)).toMatchObject({ state: 'sent', attempts: 4 }), settles);
    expect(gateway.taken).toHaveLength(1);
    await expect(tryAgain(house, id)).rejects.toMatchObject({ code: 'message-not-failed' });
    await expect(tryAgain(house, '0196f1c0-0000-7000-8000-000000000001')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that the other side refuses for good fails at once', async () => {
    const gateway = await opened(openGateway([422]));
    const house = await opened(openMessages({ smsUrl: gateway.url }));
    const id = await house.tell({ phone: PHONE });
    await house.deliver(id);
    await house.deliver(id);
    expect(await house.of(id)).toMatchObject({ state: 'failed', reason: 'refused', reasonNumber: 422, attempts: 1 });
    expect(gateway.taken).toHaveLength(1);
  });

  it('whose attempt was lost with its server is sent again where its id is known, and left to a person where it may have arrived', async () => {
    const gateway = await opened(openGateway());
    const server = await opened(openMailServer());
    const house = await opened(openMessages({ smsUrl: gateway.url, smtpUrl: server.url, lostAfter: 500 }));
    const [sms, mail] = [await house.tell({ phone: PHONE }), await house.tell({ email: EMAIL })];
    const lost = await Promise.all([sms, mail].map((message) => execute(house.kernel, beginDelivery, { message }, asSystem)));
    expect(lost.map((taken) => taken?.attempts)).toEqual([1, 1]);
    await house.work();
    await vi.waitFor(async () => expect(await house.of(sms)).toMatchObject({ state: 'sent', attempts: 2 }), settles);
    await vi.waitFor(async () => expect(await house.of(mail)).toMatchObject({ state: 'failed' }), settles);
    expect(await house.of(mail)).toMatchObject({ reason: 'outcome-unknown', attempts: 1 });
    expect(server.mails).toEqual([]);
    const late = { message: sms, attempt: 1, outcome: { isSent: false, reason: 'unreachable', again: true } } as const;
    expect(await execute(house.kernel, endDelivery, late, asSystem), 'news of the older attempt').toEqual({
      state: 'superseded',
    });
    const good = { message: mail, attempt: 1, outcome: { isSent: true } } as const;
    expect(await execute(house.kernel, endDelivery, good, asSystem), 'it had arrived after all').toEqual({ state: 'sent' });
  });

  it('is refused, and nothing is written, where its channel is missing, its address is none or its text tells a number', async () => {
    const server = await opened(openMailServer());
    const house = await opened(openMessages({ smtpUrl: server.url }));
    const refused = async (input: Parameters<House['tell']>[0]) => {
      const error = await house.tell(input).then(
        () => undefined,
        (problem: unknown) => problem,
      );
      expect(error).toBeInstanceOf(Problem);
      return error instanceof Problem ? error.code : '';
    };
    expect(await refused({ phone: PHONE })).toBe('message-no-sms');
    expect(await refused({ phone: '010-12345678' })).toBe('message-phone');
    for (const email of ['nobody', 'a@b.cn,c@d.cn', 'a@b.cn\r\nBcc: c@d.cn', '<a@b.cn>', 'a b@c.cn', '@c.cn'])
      expect(await refused({ email }), email).toBe('message-address');
    expect(await refused({ account: 'whoever' })).toBe('message-no-address');
    expect(await refused({ email: EMAIL, text: `请致电 ${PHONE}` })).toBe('message-personal');
    expect(await refused({ email: EMAIL, text: `已发至 ${EMAIL.toUpperCase()}` })).toBe('message-personal');
    expect(await refused({ email: EMAIL, text: '长'.repeat(2001) })).toBe('message-too-long');
    expect(await house.list()).toEqual([]);
    expect(await house.jobs()).toBe(0);
  });

  it('stays in the outbox where a demonstration has no channel, and is never said to be sent', async () => {
    const house = await opened(openMessages({ mode: 'demo' }));
    const ids = [await house.tell({ phone: PHONE }), await house.tell({ email: EMAIL })];
    expect(await house.jobs()).toBe(0);
    for (const id of ids) {
      await house.deliver(id);
      expect(await house.of(id)).toMatchObject({ state: 'kept', attempts: 0 });
      await expect(tryAgain(house, id)).rejects.toMatchObject({ code: 'message-not-failed' });
    }
  });

  it('leaves no number and no address in the database, in what is written out or in an error', async () => {
    const gateway = await opened(openGateway([503, 422]));
    const server = await opened(openMailServer([451, 550]));
    const house = await opened(openMessages({ smsUrl: gateway.url, smtpUrl: server.url }));
    const written: string[] = [];
    const watched = (['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0),
    );
    try {
      const ids = [await house.tell({ phone: PHONE }), await house.tell({ email: EMAIL })];
      for (const wrong of [{ phone: `${PHONE}9` }, { email: `${EMAIL},x@y.cn` }, { email: EMAIL, text: PHONE }])
        written.push(await house.tell(wrong).catch((error: Error) => JSON.stringify([error, error.message, error.stack])));
      for (let time = 0; time < 2; time += 1)
        for (const id of ids) {
          await new Promise((passed) => setTimeout(passed, 100));
          await house.deliver(id);
        }
      for (const row of await house.list()) {
        expect(row).toMatchObject({ state: 'failed', reason: 'refused' });
        written.push(JSON.stringify(row));
      }
    } finally {
      for (const spy of watched) spy.mockRestore();
    }
    expect(written.length).toBeGreaterThanOrEqual(5);
    let rows = 0;
    for await (const [table, row] of everyRow(house.urls.ownerUrl, ['110112', '110113'])) {
      written.push(row);
      if (table === 'public.message') rows += 1;
    }
    expect(rows).toBe(2);
    for (const canary of [PHONE, EMAIL, 'zhang.canary'])
      for (const hidden of [
        canary,
        Buffer.from(canary).toString('hex'),
        Buffer.from(canary).toString('base64').replace(/=+$/, ''),
      ])
        expect(written.filter((text) => text.toLowerCase().includes(hidden.toLowerCase()))).toEqual([]);
  });
});
