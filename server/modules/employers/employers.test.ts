import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';
import type { Browser } from '../../../tests/http-browser.ts';
import { refusal } from '../../../tests/refusal.ts';
import { ResidentBrowser } from '../../../tests/resident-browser.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { syntheticCreditCode } from '../../kernel/identifier/synthetic.ts';
import { requireVerified } from './store.ts';

let house: WholeHouse;
let station: Browser;
beforeAll(async () => {
  house = await openWholeHouse();
  station = await house.signIn('station');
}, 120_000);
afterAll(() => house?.close());

let last = 0;
const newMobile = () => `1990003${String(++last).padStart(4, '0')}`;
const newCode = () => syntheticCreditCode(() => (++last % 97) / 97);
const resident = (mobile = newMobile()) => new ResidentBrowser(house).signIn(mobile);

async function managed(name = '云澜搬运有限公司') {
  const creditCode = newCode();
  const manager = await resident();
  const { location, body } = await manager.post('/employer/new', { name, creditCode });
  expect(location, body).toMatch(/^\/employer\/[0-9a-f-]{36}$/);
  const address = String(location);
  return { manager, creditCode, address, employer: address.split('/')[2] ?? '' };
}
const stateOf = async (employer: string) => (await station.ask('GET', `/api/employers/${employer}`)).body;

describe('an employer', () => {
  it('is registered by a resident, who becomes its manager, and verified by an officer', async () => {
    const { manager, employer, address } = await managed();
    expect((await manager.get('/employer')).body).toContain('等待核实');
    const verified = (transaction: Parameters<typeof requireVerified>[0]) => requireVerified(transaction, employer);
    const inHouse = () => inDistrict(house.kernel.database, house.district, verified, 'read');
    expect((await refusal(inHouse())).code).toBe('employer-not-verified');

    const list = (await station.ask('GET', '/api/employers?state=registered&search=%E6%90%AC%E8%BF%90')).body;
    expect(list.rows).toMatchObject([{ employer, state: 'registered' }]);
    expect(list.counts.registered).toBeGreaterThan(0);
    const { tasks } = (await station.ask('GET', '/api/today')).body;
    expect(tasks).toMatchObject([{ code: 'employers-waiting', link: '/employers?state=registered' }]);
    expect((await station.ask('POST', `/api/employers/${employer}/verify`, {})).status).toBe(200);
    expect((await station.ask('POST', `/api/employers/${employer}/verify`, {})).body.code).toBe('employer-verified-already');
    expect((await manager.get(address)).body).toContain('已核实');
    expect((await inHouse()).state).toBe('verified');
    expect(await stateOf(employer)).toMatchObject({ decidedBy: '零工市场 · 马原', members: [{ as: 'manager' }] });
  });

  it('is refused with a reason, which its manager reads; put right, it waits again', async () => {
    const { manager, employer, address, creditCode } = await managed('云澜搬运');
    expect((await station.ask('POST', `/api/employers/${employer}/refuse`, { reason: '  ' })).status).toBe(422);
    expect((await station.ask('POST', `/api/employers/${employer}/refuse`, { reason: '名称与执照不一致' })).status).toBe(200);
    expect((await manager.get(address)).body).toContain('名称与执照不一致');
    expect((await manager.post('/employer/new', { name: '云澜搬运有限公司', creditCode })).location).toBe(address);
    expect(await stateOf(employer)).toMatchObject({ state: 'registered', name: '云澜搬运有限公司', reason: null });
  });

  it('is named with what is wrong, and what was typed is kept', async () => {
    const browser = await resident();
    const { status, body } = await browser.post('/employer/new', { name: '<b>某公司', creditCode: '91110112MA0000000X' });
    expect(status).toBe(422);
    expect(body).toContain('href="#creditCode"');
    expect(body).toContain('value="&lt;b>某公司"');
    expect((await new ResidentBrowser(house).post('/employer/new', { name: '某公司', creditCode: newCode() })).location).toBe(
      '/sign-in?next=%2Femployer%2Fnew',
    );
  });

  it('is not registered twice, however many register it at once: the others ask to act for it', async () => {
    const creditCode = newCode();
    const people: ResidentBrowser[] = [];
    for (let index = 0; index < 4; index += 1) people.push(await resident()); // each reads the newest code
    const answers = await Promise.all(people.map((one) => one.post('/employer/new', { name: '云澜装卸队', creditCode })));
    expect(answers.map(({ location }) => location === '/employer').toSorted()).toEqual([false, true, true, true]);
    const first = answers.findIndex(({ location }) => location !== '/employer');
    const address = String(answers[first]?.location);
    const [manager, other] = [people[first] as ResidentBrowser, people[(first + 1) % 4] as ResidentBrowser];
    expect((await other.get(address)).status, 'not yet').toBe(403);
    expect((await other.get('/employer')).body).toContain('等待同意');
    await other.post('/employer/new', { name: '云澜装卸队', creditCode });

    const { body: sent } = await (await house.signIn('system')).ask('GET', '/api/messages');
    const told = JSON.stringify(sent).split('有人申请替“云澜装卸队”办事').length - 1;
    expect(told, 'once for each who asks, however often they ask').toBe(3);
    const page = (await manager.get(address)).body;
    const requests = [...page.matchAll(/name="request" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(requests).toHaveLength(3);
    const { body } = await station.ask('GET', `/api/employers/${address.split('/')[2]}`);
    expect(body.requests).toHaveLength(3);
    expect((await other.post(`${address}/requests`, { request: requests[0] ?? '', decision: 'manager' })).status).toBe(403);
    expect((await manager.post(`${address}/requests`, { request: requests[0] ?? '', decision: 'declined' })).location).toBe(
      address,
    );
    expect((await manager.post(`${address}/requests`, { request: requests[0] ?? '', decision: 'manager' })).status).toBe(422);
    for (const request of requests.slice(1)) {
      const url = `/api/employer-requests/${request}/decide`;
      expect((await station.ask('POST', url, { decision: 'manager' })).status).toBe(200);
    }
    expect((await stateOf(address.split('/')[2] ?? '')).members).toHaveLength(3);
  });

  it('has foremen by their mobile number, known or not; they see it when they sign in, and manage nothing', async () => {
    const { manager, address, employer } = await managed();
    const mobile = newMobile();
    expect((await manager.post(`${address}/foremen`, { mobile: '12345' })).body).toContain('href="#mobile"');
    expect((await manager.post(`${address}/foremen`, { mobile })).location).toBe(address);
    expect((await manager.post(`${address}/foremen`, { mobile })).body).toContain('已经在名单里了');
    expect((await manager.get(address)).body).not.toContain(mobile);

    const foreman = await resident(mobile);
    expect((await foreman.get(address)).body).toContain('带班人');
    expect((await foreman.post(`${address}/foremen`, { mobile: newMobile() })).body).toContain('只能由单位的管理人来办');
    const { members } = await stateOf(employer);
    const [boss, helper] = members as { resident: string }[]; // reason: the shape of EmployerWhole
    expect((await foreman.post(`${address}/end`, { resident: boss?.resident ?? '' })).status).toBe(422);
    expect((await manager.post(`${address}/end`, { resident: boss?.resident ?? '' })).body).toContain('至少要有一位管理人');
    expect((await foreman.post(`${address}/end`, { resident: helper?.resident ?? '' })).location).toBe('/employer');
    expect((await foreman.get(address)).status, 'who acts for none may not ask at all').toBe(403);
    const stranger = await resident();
    expect((await stranger.get(address)).status).toBe(403);
    const { manager: other } = await managed();
    expect((await other.get(address)).status).toBe(404);
  });
});
