import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { ResidentBrowser } from '../../../../tests/resident-browser.ts';
import { syntheticCreditCode } from '../../../kernel/identifier/synthetic.ts';
import { openStationIn, verifiedEmployer } from './employer.fixture.ts';

let house: WholeHouse;
let browser: ResidentBrowser;
let employer: string;
let town: string;
beforeAll(async () => {
  house = await openWholeHouse();
  ({ town } = await openStationIn(house));
  browser = await new ResidentBrowser(house).signIn('19900000001');
  employer = await verifiedEmployer(house, browser, '示例物流有限公司');
});
afterAll(() => house.close());

const form = (more: Record<string, string> = {}) => ({
  trade: 'loading',
  level: '0',
  startsAt: '07:00',
  endsAt: '17:00',
  breakMinutes: '60',
  payBy: 'day',
  yuan: '240',
  paidWithinDays: '0',
  insurance: 'accident',
  insurer: '示例保险公司',
  transport: 'own-way',
  meetingPoint: '北门',
  bring: '手套',
  sites: '1',
  site0: '示例仓库',
  area0: town,
  seats0: '3',
  day1: 'on',
  ...more,
});

const textOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('an order on the employer’s pages', () => {
  it('is posted in one form, shown, and copied with everything but its day', async () => {
    const empty = await browser.get(`/employer/${employer}/orders/new`);
    expect(empty.status).toBe(200);
    const station = /<option value="([0-9a-f-]{36})"/.exec(empty.body)?.[1] ?? '';
    const posted = await browser.post(`/employer/${employer}/orders/new`, form({ station }));
    expect(posted.status).toBe(303);
    const order = await browser.get(String(posted.location));
    expect(order.body).toContain('示例仓库');
    expect(order.body).toContain('0/3 人');
    const said = textOf(order.body);
    for (const told of ['已发布 1 单', '明天', '07:00–17:00', '装卸搬运 · 示例仓库 · 3 人']) expect(said).toContain(told);
    expect(said).toContain('下一轮就开始找人');
    const later = await browser.post(`/employer/${employer}/orders/new`, { ...form({ station }), day1: '', day5: 'on' });
    expect(textOf((await browser.get(String(later.location))).body)).toContain('从前一天起找人');
    const [address = ''] = String(posted.location).split('?');
    expect(textOf((await browser.get(address)).body), 'once').not.toContain('已发布');
    const id = address.split('/').at(-1);
    const copied = await browser.get(`/employer/${employer}/orders/new?copy=${id}`);
    for (const kept of ['value="示例仓库"', 'value="240"', 'value="北门"', 'value="手套"']) expect(copied.body).toContain(kept);
  });

  it('is asked about before the same shift is posted a second time, and posted when it is meant', async () => {
    const page = await browser.get(`/employer/${employer}/orders/new`);
    const station = /<option value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
    const once = /name="once" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const later = form({ station, site0: '两次仓', bring: '自己的话' });
    const given = { ...later, once };
    const first = await browser.post(`/employer/${employer}/orders/new`, given);
    const again = await browser.post(`/employer/${employer}/orders/new`, given);
    expect(again.location, 'a form that is sent twice is one').toBe(first.location);
    const asked = await browser.post(`/employer/${employer}/orders/new`, later);
    expect(asked.status).toBe(422);
    expect(textOf(asked.body)).toContain('您已经发过同样的单，还要再发一单吗？');
    expect(asked.body).toContain(`href="${String(first.location).split('?')[0]}"`);
    expect(asked.body).toContain('value="自己的话"');
    const count = async () => (await browser.get(`/employer/${employer}/orders`)).body.split('两次仓 · 07:00').length - 1;
    const before = await count();
    expect(before).toBe(1);
    const meant = await browser.post(`/employer/${employer}/orders/new`, { ...later, again: 'yes' });
    expect(meant.status).toBe(303);
    expect(await count()).toBe(2);
  });

  it('keeps what was typed and says what is wrong, field by field', async () => {
    const wrong = await browser.post(`/employer/${employer}/orders/new`, form({ yuan: '很多', site0: '写了很久的地点' }));
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="写了很久的地点"');
    expect(wrong.body).toContain('role="alert"');
  });

  it('says of each field what it should be, in numbers', async () => {
    const page = await browser.get(`/employer/${employer}/orders/new`);
    const station = /<option value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
    const told = async (given: Record<string, string>) => {
      const { status, body } = await browser.post(`/employer/${employer}/orders/new`, form({ station, ...given }));
      expect(status, JSON.stringify(given)).toBe(422);
      return textOf(body);
    };
    for (const seats0 of ['0', '999', '1.5', '']) expect(await told({ seats0 })).toContain('几个人 ：请填 1 到 500 之间的整数。');
    for (const yuan of ['', '-1', 'abc', '999999999', '200.005'])
      expect(await told({ yuan })).toContain('多少元 ：请填 1 到 10000 元之间的数，最多两位小数。');
    expect(await told({ breakMinutes: '600' })).toContain('中间休息多少分钟 ：请填 0 到 240 之间的整数。');
    expect(await told({ day1: '' })).toContain('哪几天 ：请至少选一天。');
    const english = await browser.get(`/employer/${employer}/orders/new?lang=en`);
    expect(english.status).toBe(200);
    const posted = await browser.post(
      `/employer/${employer}/orders/new`,
      form({ station, site0: '改数仓', day3: 'on', day1: '' }),
    );
    const [address = ''] = String(posted.location).split('?');
    const changed = await browser.post(`${address}/change`, { revision: '1', seats: '0', meetingPoint: '', bring: '' });
    expect(changed.status).toBe(422);
    expect(textOf(changed.body)).toContain('1 to 500');
  });

  it('asks before a place that the form names twice becomes two orders, and names the next day of a night', async () => {
    const page = await browser.get(`/employer/${employer}/orders/new?lang=zh`);
    const station = /<option value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
    const night = { startsAt: '22:00', endsAt: '04:00', breakMinutes: '0' };
    const two = { ...night, sites: '2', site0: '夜班仓甲', site1: '夜班仓 甲', area1: town, seats1: '2' };
    const asked = await browser.post(`/employer/${employer}/orders/new`, form({ station, ...two }));
    expect(asked.status).toBe(422);
    expect(textOf(asked.body)).toContain('“夜班仓 甲”在这张表里不止一次');
    const before = (await browser.get(`/employer/${employer}/orders`)).body;
    expect(before).not.toContain('夜班仓');
    const posted = await browser.post(`/employer/${employer}/orders/new`, form({ station, ...two, again: 'yes' }));
    const list = textOf((await browser.get(String(posted.location))).body);
    expect(list).toContain('已发布 2 单');
    expect(list).toContain('22:00–次日 04:00');
  });

  it('grows by a place without losing a word, and posts one order a place and day', async () => {
    const page = await browser.get(`/employer/${employer}/orders/new`);
    const station = /<option value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
    const longer = await browser.post(`/employer/${employer}/orders/new`, form({ station, more: 'site' }));
    expect(longer.body).toContain('name="site1"');
    expect(longer.body).toContain('value="示例仓库"');
    const two = form({ station, sites: '2', site1: '第二仓库', area1: town, seats1: '2', day2: 'on' });
    const posted = await browser.post(`/employer/${employer}/orders/new`, { ...two, site0: '第一仓库' });
    expect(posted.location).toMatch(new RegExp(`^/employer/${employer}/orders\\?posted=`));
    expect(textOf((await browser.get(String(posted.location))).body)).toContain('已发布 4 单');
    const list = await browser.get(`/employer/${employer}/orders`);
    expect(list.body.split('第二仓库').length - 1).toBe(2);
  });

  it('leads from the address of a form to the page that it stands on', async () => {
    const order = '00000000-0000-7000-8000-000000000001';
    const { status, location } = await browser.get(`/employer/${employer}/orders/${order}/cancel?lang=en`);
    expect([status, location]).toEqual([303, `/employer/${employer}/orders/${order}`]);
    expect((await browser.get('/gigs/team/join')).location).toBe('/gigs/team');
  });

  it('leads to wages, complaints and ratings, empty at first', async () => {
    const list = await browser.get(`/employer/${employer}/orders`);
    for (const path of ['wages', 'complaints', 'ratings']) {
      expect(list.body).toContain(`/employer/${employer}/${path}`);
      expect((await browser.get(`/employer/${employer}/${path}`)).status).toBe(200);
    }
  });

  it('is told with everything else that the insurer is missing, and on opening the form that nothing can be posted yet', async () => {
    const page = await browser.get(`/employer/${employer}/orders/new?lang=zh`);
    const station = /<option value="([0-9a-f-]{36})"/.exec(page.body)?.[1] ?? '';
    const wrong = await browser.post(
      `/employer/${employer}/orders/new`,
      form({ station, seats0: '0', insurance: 'accident', insurer: '' }),
    );
    expect(textOf(wrong.body)).toContain('有保险的，请写承保公司');
    expect(textOf(page.body)).toContain('满 18 岁才能干的（《特种作业人员安全技术培训考核管理规定》第四条）');
    const other = await new ResidentBrowser(house).signIn('19900000077');
    const { location } = await other.post('/employer/new', {
      name: '还没核实的单位',
      creditCode: syntheticCreditCode(Math.random),
    });
    const unverified = await other.get(`${String(location).split('?')[0]}/orders/new`);
    expect(textOf(unverified.body)).toContain('单位还没有通过核实，现在填了也发不出去');
  });

  it('is nobody else’s business', async () => {
    const other = await new ResidentBrowser(house).signIn('19900000002');
    expect((await other.get(`/employer/${employer}/orders`)).status).toBe(403);
    const visitor = new ResidentBrowser(house);
    expect((await visitor.get(`/employer/${employer}/orders`)).location).toMatch(/^\/sign-in\?/);
  });
});
