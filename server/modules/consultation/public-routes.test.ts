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
  it('refuse a flood from one address, and say how long to wait', async () => {
    const codes: number[] = [];
    for (let i = 0; i < 12; i += 1) codes.push((await opinion({ why: `第${i}次。` }, '10.9.9.9')).statusCode);
    expect(codes.slice(0, 10)).toEqual(Array(10).fill(200));
    expect(codes.slice(10)).toEqual([429, 429]);
    expect((await opinion({ why: '第13次。' }, '10.9.9.9')).body).toContain('提交得太频繁了');
    expect((await opinion({ why: '别人。' }, '10.9.9.8')).statusCode).toBe(200);
  });
  it('never tell somebody else’s number, and cannot be asked for numbers at will', async () => {
    const wrong = await post('/consultations/answer', { receipt: 'ABCD-EFGH-JKLM' }, '10.9.9.7');
    expect(wrong.body).toContain('没有这个编号的意见');
    const codes: number[] = [];
    for (let i = 0; i < 11; i += 1)
      codes.push((await post('/consultations/answer', { receipt: `ABCD-EFGH-JK${i}` }, '10.9.9.7')).statusCode);
    expect(codes.at(-1)).toBe(429);
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
