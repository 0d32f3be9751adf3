import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, openMarket } from '../../../../tests/gig-market.ts';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { answerComplaint } from '../complaints/open.ts';
import { payWages } from '../day/pay.ts';
import { rateWorker } from '../ratings/rate.ts';
import { joined as joinedIn, textOf } from './pages.fixture.ts';

let house: WholeHouse;
let market: Market;
beforeAll(async () => {
  house = await openWholeHouse();
  market = await openMarket(house);
}, 120_000);
afterAll(() => house?.close());

const joined = () => joinedIn(house, market);

describe('the day’s work', () => {
  it('begins and ends by the codes at the site, with a reason where it ends early', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    const order = await market.soon();
    const [placement] = await market.round([{ worker: id, order }]);
    await browser.post(`/gigs/offers/${placement}/take`, {});
    const at = new Date(Date.now() - 30 * 60_000).toISOString();
    const wrong = await browser.post(`/gigs/placements/${placement}/start`, { code: '000000', at });
    expect(wrong.status).toBe(422);
    await browser.post(`/gigs/placements/${placement}/start`, { code: market.siteCode(order, 'start'), at });
    expect(textOf((await browser.get('/gigs/today')).body)).toContain('已上工');
    const end = { code: market.siteCode(order, 'end') };
    const early = await browser.post(`/gigs/placements/${placement}/end`, end);
    expect(early.status).toBe(422);
    expect(textOf(early.body)).toContain('还没到点，为什么收工');
    // Before it was to begin nobody is sent home by their own word.
    expect((await browser.post(`/gigs/placements/${placement}/end`, { ...end, ending: 'sent-home' })).status).toBe(422);
    await market.rows("UPDATE gig_order SET starts_at = starts_at - interval '20 minutes' WHERE id = $1", [order]);
    await browser.post(`/gigs/placements/${placement}/end`, { ...end, ending: 'sent-home' });
    const list = await browser.get('/gigs/work');
    expect(textOf(list.body)).toContain('应付 240 元');

    const address = `/gigs/work/${placement}`;
    const slip = textOf((await browser.get(address)).body);
    for (const told of ['工资条', '提前收工照付', '240 元', '单位还没说付了', '这班没有保险', '收到了，240 元'])
      expect(slip).toContain(told);
    const typed = await browser.post(`${address}/received`, { received: '两百' });
    expect(typed.status).toBe(422);
    expect(typed.body).toContain('value="两百"');
    await market.asEmployer(payWages, { employer: market.employer, wages: [{ placement, amount: 20_000 }] });
    const part = textOf((await browser.get(address)).body);
    expect(part).toContain('还差 40 元');
    expect(part).not.toContain('收到了，200 元');
    await browser.post(`${address}/received`, { received: '200' });
    expect(textOf((await browser.get(address)).body)).toMatch(/投诉 .* 正在处理/);

    const unstarred = await browser.post(`${address}/rate`, { said: '水不够喝' });
    expect(unstarred.status).toBe(422);
    expect(unstarred.body).toContain('value="水不够喝"');
    expect((await browser.post(`${address}/rate`, { stars: '4', said: '水不够喝' })).status).toBe(303);
    expect(textOf((await browser.get(address)).body)).toContain('您打了 4 颗星。 水不够喝');
    await browser.post(`${address}/complain`, { about: 'safety', text: '叉车没有倒车声' });
    const open = await browser.get('/gigs/work');
    expect(textOf(open.body)).toContain('安全，在办');
    const complaints = [...open.body.matchAll(/href="(\/gigs\/complaints\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(complaints).toHaveLength(2);
    const [complaint = ''] = complaints;
    const page = textOf((await browser.get(complaint)).body);
    for (const told of ['叉车没有倒车声', '窗口最迟', '您提出投诉', '还可以找谁', '12333']) expect(page).toContain(told);
    await market.asEmployer(answerComplaint, { complaint: complaint.split('/').at(-1), text: '已经修好了' });
    expect(textOf((await browser.get(complaint)).body)).toMatch(/用工单位答复 已经修好了/);
    const other = await joined();
    expect((await other.browser.get(complaint)).status).toBe(404);
    const short = await browser.post(`${complaint}/withdraw`, { reason: '好' });
    expect(short.body).toMatch(/<details open[^>]*>[\s\S]*<textarea[^>]*>好</);
    await browser.post(`${complaint}/withdraw`, { reason: '已经说好了' });
    const after = textOf((await browser.get(complaint)).body);
    for (const told of ['已撤回', '您撤回投诉', '已经说好了']) expect(after).toContain(told);
    expect(textOf((await browser.get('/gigs/work')).body)).toContain('安全，已撤回');
  });

  it('shows what employers said, to answer and to appeal against', async () => {
    const { browser, id } = await joined();
    await market.checkIn(id);
    const order = await market.soon();
    const [placement] = await market.round([{ worker: id, order }]);
    await browser.post(`/gigs/offers/${placement}/take`, {});
    const at = new Date(Date.now() - 30 * 60_000).toISOString();
    await browser.post(`/gigs/placements/${placement}/start`, { code: market.siteCode(order, 'start'), at });
    await browser.post(`/gigs/placements/${placement}/end`, { code: market.siteCode(order, 'end'), ending: 'left-early' });
    await market.asEmployer(rateWorker, { placement, stars: 2, text: '手脚慢', neverAgain: false });
    const page = await browser.get('/gigs/work');
    expect(textOf(page.body)).toContain('手脚慢');
    const action = /action="(\/gigs\/ratings\/[^"]+)\/answer"/.exec(page.body)?.[1] ?? '';
    // What was typed stays, in the form that was sent, which stays open.
    const wrong = (await browser.post(`${action}/appeal`, { why: 'late', text: '' })).body;
    expect(wrong).not.toMatch(/<details open[^>]*><summary>回应/);
    const telephone = await browser.post(`${action}/answer`, { text: '打我电话 13800001234' });
    expect(telephone.status).toBe(422);
    expect(telephone.body).toMatch(/<details open[^>]*>[\s\S]*?打我电话 13800001234/);
    await browser.post(`${action}/answer`, { text: '那天只有我一个人' });
    await browser.post(`${action}/appeal`, { why: 'false', text: '我一个人搬了两个人的货' });
    const after = textOf((await browser.get('/gigs/work')).body);
    expect(after).toContain('那天只有我一个人');
    expect(after).toContain('申诉正在处理');
  });

  it('of somebody else is nobody’s here', async () => {
    const { browser } = await joined();
    expect((await browser.get('/gigs/work/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('going together', () => {
  it('forms a team, is joined by its code, and left again', async () => {
    const [one, two] = [await joined(), await joined()];
    await one.browser.post('/gigs/team/form', {});
    const code = /number-big">(\d{4})</.exec((await one.browser.get('/gigs/team')).body)?.[1] ?? '';
    const wrong = await two.browser.post('/gigs/team/join', { code: '12' });
    expect(wrong.status).toBe(422);
    expect((await two.browser.post('/gigs/team/join', { code })).status).toBe(303);
    expect(textOf((await one.browser.get('/gigs/team')).body)).toContain(String(two.number));
    await two.browser.post('/gigs/team/leave', {});
    expect(textOf((await one.browser.get('/gigs/team')).body)).toContain('现在只有您一个人');
  });
});
