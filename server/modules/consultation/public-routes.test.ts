import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';
import { addDays, dayOf } from '../../kernel/term/day.ts';
import { DRAFT } from './consultation.fixture.ts';

let house: WholeHouse;
let consultation: string;
let address = 0;
beforeAll(async () => {
  house = await openWholeHouse();
  const office = await house.signIn('office');
  const made = await office.ask('POST', '/api/consultations', { title: '零工<b>措施</b>', text: DRAFT });
  consultation = String(made.body.consultation);
  const dueOn = addDays(dayOf(new Date()), 14);
  const open = { version: 1, units: ['finance'], isPublic: true, dueOn };
  expect((await office.ask('POST', `/api/consultations/${consultation}/open`, open)).status).toBe(200);
}, 120_000);
afterAll(() => house?.close());

const page = (url: string) => house.app.inject({ url, headers: { accept: 'text/html' } });
/** From a new address each time, unless one is named. */
const post = (url: string, form: Record<string, string>, from?: string) => {
  address += 1;
  return house.app.inject({
    method: 'POST',
    url,
    remoteAddress: from ?? `10.1.${Math.floor(address / 250)}.${address % 250}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(form).toString(),
  });
};
const opinion = (form: Record<string, string> = {}, from?: string) =>
  post(`/consultations/${consultation}`, { version: '1', kind: 'remark', why: '写得清楚。', ...form }, from);
const receiptIn = (html: string): string => /class="receipt">([^<]+)</.exec(html)?.[1] ?? '';
const count = async () =>
  (await (await house.signIn('office')).ask('GET', `/api/consultations/${consultation}`)).body.opinions.length as number;

describe('the public’s pages', () => {
  it('show the paper as text, whatever its title and words hold', async () => {
    const { statusCode, body, headers } = await page(`/consultations/${consultation}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('零工&lt;b>措施&lt;/b>');
    expect(body).not.toContain('<script');
    expect(headers['cache-control']).toBe('no-store');
  });
  it('find nothing where there is nothing to find', async () => {
    expect((await page('/consultations/00000000-0000-7000-8000-000000000000')).statusCode).toBe(404);
    expect((await page('/consultations/not-an-id')).statusCode).toBe(422);
    expect((await post('/consultations/00000000-0000-7000-8000-000000000000', { why: '写得清楚。' })).statusCode).toBe(404);
  });
  it('keep what was typed when something is missing, and say what', async () => {
    const { statusCode, body } = await opinion({ kind: 'replace', newWords: '"><img src=x>', why: '<i>为什么</i>' });
    expect(statusCode).toBe(422);
    expect(body).toContain('请写明要修改或删除哪些字');
    expect(body).toContain('&lt;i>为什么&lt;/i>');
    expect(body).not.toContain('<img');
    const wrongs: Record<string, string>[] = [
      { kind: 'nonsense' },
      { why: ' ' },
      { why: 'x'.repeat(1001) },
      { version: 'x' },
      { version: '99' },
    ];
    for (const wrong of wrongs) expect((await opinion(wrong)).statusCode, JSON.stringify(wrong)).toBe(422);
  });
  it('take the same form once, however often it is sent', async () => {
    const before = await count();
    const once = '0196f1c0-0000-7000-8000-0000000000aa';
    const sent = await Promise.all(Array.from({ length: 4 }, () => opinion({ once })));
    const numbers = new Set(sent.map(({ body }) => receiptIn(body)));
    expect(numbers.size).toBe(1);
    expect([...numbers][0]).toMatch(/^[2-9A-Z]{4}-/);
    expect(await count()).toBe(before + 1);
  });
  it('of a form sent again with other words, say that the first arrived and how to give another', async () => {
    const once = '0196f1c0-0000-7000-8000-0000000000ab';
    expect((await opinion({ once, why: '头一条意见。' })).statusCode).toBe(200);
    const before = await count();
    const again = await opinion({ once, why: '又想到一条。' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('这张表上一次提交的意见已经收到');
    expect(again.body).not.toContain('幂等');
    const next = /name="once" value="([^"]+)"/.exec(again.body)?.[1] ?? '';
    expect((await opinion({ once: next, why: '又想到一条。' })).statusCode).toBe(200);
    expect(await count()).toBe(before + 1);
  });
  it('let somebody choose which place is meant where the words stand more than once', async () => {
    const asked = await opinion({ kind: 'remove', oldWords: '区教委', why: '不用参加。' });
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain('这几个字有多处，您说的是哪一处？');
    const places = Array.from(asked.body.matchAll(/name="place" value="([^"]+)"/g), ([, value]) => value ?? '');
    expect(places).toHaveLength(3);
    expect((await opinion({ kind: 'remove', oldWords: '区教委', why: '不用参加。', place: places[1] ?? '' })).statusCode).toBe(
      200,
    );
    const nowhere = await opinion({ kind: 'remove', oldWords: '免费供餐', why: '没有钱。' });
    expect([nowhere.statusCode, nowhere.body.includes('文件里没有“免费供餐”这几个字')]).toEqual([422, true]);
  });
  it('refuse a flood from one address, and say how long to wait; what was refused does not count', async () => {
    const from = '10.9.9.9';
    for (let i = 0; i < 12; i += 1) expect((await opinion({ kind: 'replace', why: `第${i}次。` }, from)).statusCode).toBe(422);
    const codes: number[] = [];
    for (let i = 0; i < 52; i += 1) codes.push((await opinion({ why: `第${i}次。` }, from)).statusCode);
    expect(codes.slice(0, 50)).toEqual(Array(50).fill(200));
    expect(codes.slice(50)).toEqual([429, 429]);
    expect((await opinion({ why: '再来一次。' }, from)).body).toMatch(/这个网络地址刚才提交得太多了，请过 \d+ 分钟再提交/);
    expect((await opinion({ why: '别人。' }, '10.9.9.8')).statusCode).toBe(200);
  });
  it('never tell somebody else’s number, and cannot be asked for numbers at will', async () => {
    const wrong = await post('/consultations/answer', { receipt: 'ABCD-EFGH-JKLM' }, '10.9.9.7');
    expect(wrong.body).toContain('没有这个编号的意见');
    const codes: number[] = [];
    let last = '';
    for (let i = 0; i < 51; i += 1) {
      const { statusCode, body } = await post('/consultations/answer', { receipt: `ABCD-EFGH-JK${i}` }, '10.9.9.7');
      codes.push(statusCode);
      last = body;
    }
    expect(codes.at(-1)).toBe(429);
    expect(last).toMatch(/刚才查得太多了，请过 \d+ 分钟再查/);
    const guess = { receipt: 'ABCD-EFGH-JKLM', revision: '1', response: 'contested', why: '我写的话。' };
    const held = await post('/consultations/response', guess, '10.9.9.7');
    expect([held.statusCode, held.body.includes('我写的话。')]).toEqual([429, true]);
  });
  it('let somebody look at their own as often as they like, and keep a refused answer as it was given', async () => {
    const from = '10.9.9.6';
    const receipt = receiptIn((await opinion({ why: '请写清楚补贴标准。' }, from)).body);
    const office = await house.signIn('office');
    const { opinions } = (await office.ask('GET', `/api/consultations/${consultation}`)).body;
    const decision = { revision: 0, decision: 'not adopted', reason: '标准另行公布。' };
    await office.ask('POST', `/api/opinions/${opinions.at(-1).opinion}/decision`, decision);
    for (let i = 0; i < 60; i += 1) expect((await post('/consultations/answer', { receipt }, from)).statusCode).toBe(200);
    const respond = (form: Record<string, string>) => post('/consultations/response', { receipt, revision: '1', ...form }, from);
    const unchosen = await respond({ why: '我看不懂。' });
    expect([unchosen.statusCode, unchosen.body.includes('我看不懂。')]).toEqual([422, true]);
    expect(unchosen.body).toContain('请选“认可”或“不认可”');
    const refused = await respond({ response: 'contested', why: '打 13800001234 找我说。' });
    expect([refused.statusCode, refused.body.includes('打 13800001234 找我说。')]).toEqual([422, true]);
    expect(refused.body).toMatch(/value="contested" checked/);
    expect((await respond({ response: 'contested', why: '标准要先公布。' })).statusCode).toBe(200);
  });
  it('refuse a form that is too large', async () => {
    expect((await opinion({ newWords: 'x'.repeat(70_000) })).statusCode).toBe(413);
  });
});

describe('a large paper', () => {
  it('of more than a megabyte goes in and out as JSON', async () => {
    const office = await house.signIn('office');
    const text = `大方案\n一、任务\n1.办事。${'组织培训，提供服务。'.repeat(40_000)}\n牵头单位：区人力社保局\n`;
    const made = await office.ask('POST', '/api/consultations', { title: '大方案', text });
    expect(made.status, made.text.slice(0, 200)).toBe(200);
    expect((await office.ask('GET', `/api/consultations/${made.body.consultation}`)).body.text).toBe(text);
  });
  it('of no text, or of far too much, is refused with a sentence', async () => {
    const office = await house.signIn('office');
    expect((await office.ask('POST', '/api/consultations', { title: '空的' })).body.code).toBe('consultation-without-text');
    expect((await office.ask('POST', '/api/consultations', { title: '空的', text: '  ' })).status).toBe(422);
    const huge = await office.ask('POST', '/api/consultations', { title: '太大', text: 'x'.repeat(6_000_000) });
    expect(huge.status).toBe(413);
  });
});
