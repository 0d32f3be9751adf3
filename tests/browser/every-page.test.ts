import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { syntheticCreditCode } from '../../server/kernel/identifier/synthetic.ts';
import { demoAccounts } from '../../server/modules/people/demo-accounts.ts';
import { samplePaper } from '../../server/modules/programme/draft/papers.fixture.ts';
import { ResidentBrowser } from '../resident-browser.ts';
import { activityCsv, activityTable } from './activities.ts';
import { tooWide, violations } from './axe.ts';
import { openGigMarket } from './gig-market.ts';
import { type Office, openOffice, settled } from './office.ts';
import { supervised } from './supervised.ts';

const WIDE = 1440;
const PHONE = 360;

let office: Office;
let places: Awaited<ReturnType<typeof prepare>>;
/** One window for each language and account, through all tests. */
const windows = new Map<string, Page>();
beforeAll(async () => {
  office = await openOffice({ story: true });
  places = await prepare(office);
}, 120_000);
afterAll(() => office?.close());

/** Where a page is looked at, and by whom. The first of a route is looked at in both languages, the others in Chinese. */
type Example = { readonly at: string; readonly by?: string };

/**
 * At least one address for every route of the office, with the states in which it looks different. A route that is missing here
 * fails the first test below.
 */
const examples: Readonly<Record<string, (shown: typeof places) => readonly Example[]>> = {
  '/sign-in': () => [{ at: '/sign-in', by: 'nobody' }],
  '/': () => [
    { at: '/' },
    { at: '/', by: 'liaison' },
    { at: '/', by: 'leader' },
    { at: '/', by: 'street' },
    { at: '/', by: 'audit' },
  ],
  '/ledger': () => [
    { at: '/ledger?measure=7&order=light' },
    { at: '/ledger?on=2025-06-30' },
    { at: '/ledger?area=1&light=overdue' },
  ],
  '/measures/$no': () => [
    { at: '/measures/7' },
    { at: '/measures/9', by: 'liaison' },
    { at: '/measures/6?topic=plan', by: 'leader' },
  ],
  '/close-outs': () => [{ at: '/close-outs' }, { at: '/close-outs', by: 'liaison' }],
  '/figures/$code': () => [
    { at: '/figures/6a' },
    { at: '/figures/2a' },
    { at: '/figures/2b' },
    { at: '/figures/3b?view=month&by=unit' },
    { at: '/figures/7b' },
    { at: '/figures/14?on=2025-06-30' },
  ],
  '/figures/$code/records': ({ record }) => [
    { at: '/figures/2c/records' },
    { at: '/figures/7b/records?side=whole' },
    { at: `/figures/2c/records?record=${record}` },
  ],
  '/records': () => [{ at: '/records' }, { at: '/records', by: 'audit' }],
  '/records/$type': ({ record }) => [
    { at: '/records/activity' },
    { at: '/records/dispute?view=enter' },
    { at: `/records/activity?view=list&record=${record}` },
    { at: '/records/vacancy?view=list', by: 'leader' },
  ],
  '/records/imports/$import': ({ checked, taken }) => [
    { at: `/records/imports/${checked}` },
    { at: `/records/imports/${taken}` },
  ],
  '/gig-station': () => [
    { at: '/gig-station', by: 'station' },
    { at: '/gig-station', by: 'leader' },
  ],
  '/gig-stations': () => [{ at: '/gig-stations?station=new' }, { at: '/gig-stations', by: 'station' }],
  '/programme': () => [{ at: '/programme' }, { at: '/programme', by: 'liaison' }],
  '/programme/new': () => [{ at: '/programme/new' }],
  '/programme/compare': ({ draft }) => [{ at: `/programme/compare?before=version&after=draft:${draft}` }],
  '/programme/drafts/$draft': ({ draft }) => [
    { at: `/programme/drafts/${draft}` },
    { at: `/programme/drafts/${draft}?view=paper` },
    { at: `/programme/drafts/${draft}?item=/measures/0/figures/0&edit=1` },
    { at: `/programme/drafts/${draft}?item=/measures/0`, by: 'leader' },
  ],
  '/bulletins': () => [{ at: '/bulletins' }, { at: '/bulletins', by: 'street' }],
  '/bulletins/new': () => [{ at: '/bulletins/new' }, { at: '/bulletins/new?kind=span' }],
  '/bulletins/$bulletin': ({ bulletin }) => [
    { at: `/bulletins/${bulletin}` },
    { at: `/bulletins/${bulletin}?view=words` },
    { at: `/bulletins/${bulletin}?view=verify` },
    { at: `/bulletins/${bulletin}?view=differences` },
  ],
  '/consultations': () => [{ at: '/consultations' }, { at: '/consultations', by: 'liaison' }],
  '/consultations/new': () => [{ at: '/consultations/new' }],
  '/consultations/$consultation': ({ consultation }) => [
    { at: `/consultations/${consultation}` },
    { at: `/consultations/${consultation}?view=units` },
    { at: `/consultations/${consultation}?view=edit` },
    { at: `/consultations/${consultation}?view=versions` },
    { at: `/consultations/${consultation}?view=summary`, by: 'leader' },
    { at: `/consultations/${consultation}`, by: 'liaison' },
  ],
  '/employers': ({ employer }) => [
    { at: `/employers?state=registered&employer=${employer}`, by: 'station' },
    { at: '/employers' },
  ],
  '/people': ({ person }) => [
    { at: `/people?person=${person}`, by: 'security' },
    { at: '/people', by: 'system' },
    { at: '/people?view=clients', by: 'security' },
  ],
  '/messages': () => [{ at: '/messages', by: 'system' }],
  '/audit': ({ entry }) => [
    { at: `/audit?entry=${entry}`, by: 'audit' },
    { at: '/audit?view=chain', by: 'audit' },
  ],
  '/measures/$no/plan': () => [
    { at: '/measures/3/plan', by: 'liaison' },
    { at: '/measures/2/plan' },
    { at: '/measures/1/plan', by: 'leader' },
    { at: '/measures/9/plan', by: 'street' },
  ],
  '/notices': () => [{ at: '/notices?state=all' }, { at: '/notices', by: 'liaison' }, { at: '/notices?unit=finance' }],
  '/notices/new': () => [{ at: '/notices/new' }],
  '/notices/$notice': ({ answered, late, byHand }) => [
    { at: `/notices/${late}`, by: 'liaison' },
    { at: `/notices/${answered}` },
    { at: `/notices/${byHand}`, by: 'evaluator' },
  ],
  '/supervision': () => [{ at: '/supervision' }],
  '/units': () => [{ at: '/units' }],
  '/units/$unit': () => [{ at: '/units/human-resources', by: 'liaison' }],
  '/market-rounds': () => [{ at: '/market-rounds' }, { at: '/market-rounds', by: 'street' }],
  '/market-rounds/$round': ({ round, station }) => [
    { at: `/market-rounds/${round}?station=${station}` },
    { at: `/market-rounds/${round}`, by: 'leader' },
  ],
  '/market-inspections/$inspection': ({ inspection, inspector }) => [
    { at: `/market-inspections/${inspection}`, by: inspector },
    { at: `/market-inspections/${inspection}` },
  ],
  '/gig/complaints': () => [
    { at: '/gig/complaints', by: 'station' },
    { at: '/gig/complaints?state=overdue' },
    { at: '/gig/complaints', by: 'leader' },
  ],
  '/gig/complaints/$complaint': ({ gigComplaint }) => [{ at: `/gig/complaints/${gigComplaint}`, by: 'station' }],
  '/gig/appeals': () => [{ at: '/gig/appeals', by: 'station' }],
  '/gig/licences': () => [
    { at: '/gig/licences', by: 'station' },
    { at: '/gig/licences', by: 'leader' },
  ],
  '/gig/wages': ({ gigEmployer }) => [
    { at: '/gig/wages', by: 'station' },
    { at: `/gig/wages?employer=${gigEmployer}`, by: 'station' },
  ],
  '/gig/rules': () => [
    { at: '/gig/rules' },
    { at: '/gig/rules?kind=weather', by: 'station' },
    { at: '/gig/rules?kind=terms&set=new' },
  ],
  '/gig/batches': ({ gigStation }) => [
    { at: `/gig/batches?station=${gigStation}`, by: 'station' },
    { at: `/gig/batches?station=${gigStation}`, by: 'leader' },
  ],
  '/gig/batches/$batch': ({ gigBatch }) => [
    { at: `/gig/batches/${gigBatch}?view=unmatched`, by: 'station' },
    { at: `/gig/batches/${gigBatch}?view=fairness`, by: 'evaluator' },
  ],
  '/gig/fairness': ({ gigStation }) => [
    { at: '/gig/fairness', by: 'leader' },
    { at: `/gig/fairness?view=mornings&station=${gigStation}`, by: 'station' },
  ],
  '/gig-flags': () => [{ at: '/gig-flags' }, { at: '/gig-flags', by: 'leader' }],
  '/account': () => [{ at: '/account' }],
  'no such page': () => [{ at: '/nothing-here' }],
};

/** What the pages are to show: a record, tables on their way, a draft, a person, an entry of the log. */
async function prepare(house: Office) {
  const { enter, today } = house;
  const page = await enter('office');
  const { request } = page.context();
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes; a wrong one fails the preparation
  const answerOf = async (response: Awaited<ReturnType<typeof request.get>>): Promise<any> => {
    if (!response.ok()) throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
    return await response.json();
  };
  const post = async (path: string, data: object = {}) => answerOf(await request.post(path, { data }));
  const upload = async (path: string, name: string, mimeType: string, text: string) =>
    answerOf(await request.post(path, { multipart: { file: { name, mimeType, buffer: Buffer.from(text) } } }));
  const reaches = async (id: string, state: string) => {
    await vi.waitFor(async () => expect((await answerOf(await request.get(`/api/record-imports/${id}`))).state).toBe(state), {
      timeout: 20_000,
      interval: 100,
    });
    return id;
  };
  const table = async (rows: ReturnType<typeof activityTable>) =>
    reaches((await upload('/api/record-types/activity/imports', '活动.csv', 'text/csv', activityCsv(rows))).import, 'checked');

  const { id: record } = await post('/api/records/activity', {
    row: { name: '样例招聘会', form: '招聘会', heldOn: today, area: '马驹桥镇', employers: '30' },
  });
  const checked = await table(activityTable(today, '甲'));
  const taken = await table(activityTable(today, '乙').slice(0, 3));
  await post(`/api/record-imports/${taken}/take`, { mode: 'all' });
  await reaches(taken, 'taken');
  const { paper } = await upload('/api/programme/papers', '样例.txt', 'text/plain', samplePaper());
  const { draft } = await post(`/api/programme/papers/${paper}/draft`);
  const { bulletin } = await post('/api/bulletins', { kind: 'span', from: today, to: today });
  const consultation = await consulted(post, (await enter('liaison')).context().request, today);
  const market = await inspected(post, today);
  const { inRound } = await answerOf(await request.get(`/api/market-rounds/${market.round}`));
  await seenTwice(post, today);
  const security = (await enter('security')).context();
  const people = await answerOf(await security.request.get('/api/people?search=street'));
  const audit = (await enter('audit')).context();
  const log = await answerOf(await audit.request.get('/api/audit/entries?limit=1'));
  await Promise.all([page.context(), security, audit].map((context) => context.close()));
  const notices = await supervised(house);
  const manager = await new ResidentBrowser(house).signIn('19900000001');
  const registered = await manager.post('/employer/new', {
    name: '云澜搬运有限公司',
    creditCode: syntheticCreditCode(() => 0.5),
  });
  const employer = String(registered.location).split('/')[2];
  await manager.post(`/employer/${employer}/foremen`, { mobile: '19900000002' });
  const another = await new ResidentBrowser(house).signIn('19900000003');
  await another.post('/employer/new', { name: '云澜搬运有限公司', creditCode: syntheticCreditCode(() => 0.5) });
  const gigs = await (await openGigMarket(house)).afterWork();
  return {
    employer,
    bulletin,
    record,
    checked,
    taken,
    draft,
    consultation,
    person: people.rows[0].account,
    entry: log.entries[0].id,
    ...market,
    ...gigs,
    inspection: inRound[0].cross.id,
    inspector: demoAccounts.find(({ name }) => name.zh === inRound[0].cross.inspectorName)?.userName,
    ...notices,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: as above
type Post = (path: string, data: object) => Promise<any>;

/** A station in another street than the officers of the demonstration work in: one of them is drawn for it. */
async function inspected(post: Post, today: string): Promise<{ round: string; station: string }> {
  const { station } = await post('/api/gig-stations', {
    name: { zh: '玉桥零工驿站', en: 'Yuqiao gig station' },
    address: '样例路3号',
    area: '110112004000',
    telephone: '010-00000000',
    opensAt: '05:00',
    closesAt: '18:00',
    roundMinutes: 5,
    answerMinutes: 10,
  });
  const days = { from: `${today.slice(0, 4)}-01-01`, to: today, selfDays: 5, crossDays: 10 };
  const { round } = await post('/api/market-rounds', { title: '年度检查', ...days, stations: [station], sample: 4 });
  return { round, station };
}

/** One person with four services on one day, from as many rows: what the page of unusual series shows. */
async function seenTwice(post: Post, today: string): Promise<void> {
  const own = { phone: '13800001234', servedOn: today, station: '样例零工驿站', area: '马驹桥镇' };
  const rows = ['岗位对接', '技能培训', '咨询指导', '参保服务'].map((service) => ({ ...own, service }));
  await post('/api/records/gig-service/batch', { rows });
}

/** A consultation with an opinion that was adopted and reworded, in its second version. */
async function consulted(
  // biome-ignore lint/suspicious/noExplicitAny: as above
  post: (path: string, data: object) => Promise<any>,
  liaison: ReturnType<Page['context']>['request'],
  today: string,
): Promise<string> {
  const text = '样例区零工服务若干措施\n一、主要任务\n1.开展技能培训。培训合格的发给证书。\n牵头单位：区人力社保局\n';
  const { consultation } = await post('/api/consultations', { title: '零工服务若干措施', text });
  const dueOn = `${Number(today.slice(0, 4)) + 1}-01-15`;
  const open = { version: 1, units: ['human-resources', 'finance'], isPublic: true, dueOn };
  await post(`/api/consultations/${consultation}/open`, open);
  const words = '培训合格的发给证书';
  const data = {
    unit: 'human-resources',
    version: 1,
    span: [text.indexOf(words), text.indexOf(words) + words.length],
    kind: 'replace',
    newWords: '培训合格的学员由机构免费发给证书',
    why: '谁发证书要写清楚。',
  };
  const { opinion } = await (await liaison.post(`/api/consultations/${consultation}/opinions`, { data })).json();
  await post(`/api/opinions/${opinion}/decision`, { revision: 0, decision: 'adopted', reason: '同意，文字略作调整。' });
  const edited = text.replace(words, '培训合格的零工，由机构免费发给证书');
  await post(`/api/consultations/${consultation}/versions`, { base: 1, note: '按意见修改', text: edited });
  return consultation;
}

/**
 * Opens a page: by its address, as somebody does whom a link was sent, or from the page before it, as somebody who works on. The built
 * office's own router is asked, so that the page is drawn as a click would draw it.
 */
async function open(page: Page, address: string, byAddress: boolean): Promise<void> {
  const isInside = !byAddress && new URL(page.url()).pathname.startsWith('/office') && address.startsWith('/office');
  if (isInside) {
    await page.evaluate((to) => {
      // reason: as below, the router is there
      (window as unknown as { __TSR_ROUTER__: { history: { push(to: string): void } } }).__TSR_ROUTER__.history.push(to);
    }, address);
    await page.waitForFunction((to) => {
      const { state } = (
        window as unknown as { __TSR_ROUTER__: { state: { status: string; resolvedLocation?: { pathname: string } } } }
      ).__TSR_ROUTER__; // reason: as below
      return (
        state.status === 'idle' && `/office${state.resolvedLocation?.pathname}`.startsWith(new URL(to, location.href).pathname)
      );
    }, address);
  } else await page.goto(address);
  await settled(page);
}

/** Opens every example in turn, wide and then narrow, and says everything that is wrong with it. */
async function faultsOf(lang: 'zh' | 'en', chosen: readonly Example[], prefix = '/office'): Promise<string[]> {
  const faults: string[] = [];
  for (const [no, { at, by = 'office' }] of chosen.entries()) {
    const page = windows.get(`${lang} ${by}`) ?? (await (by === 'nobody' ? office.visit({ lang }) : office.enter(by, { lang })));
    windows.set(`${lang} ${by}`, page);
    await page.setViewportSize({ width: WIDE, height: 900 });
    await open(page, prefix + at, no === 0 && lang === 'zh');
    for (const width of [WIDE, PHONE]) {
      await page.setViewportSize({ width, height: 800 });
      const beyond = await tooWide(page);
      if (beyond > 0) faults.push(`${at} (${by}) at ${width} px: ${beyond} px too wide`);
      faults.push(...(await violations(page)).map((violation) => `${at} (${by}) at ${width} px: ${violation}`));
    }
  }
  return [...faults, ...office.takeFaults()];
}

describe('every page of the office', () => {
  it('is looked at here: no route of the built office is without an example', async () => {
    const page = await office.visit();
    await page.goto('/office');
    await settled(page);
    const routes = await page.evaluate(() =>
      // reason: the router itself says there which routes it was built with
      Object.keys((window as unknown as { __TSR_ROUTER__: { routesByPath: object } }).__TSR_ROUTER__.routesByPath),
    );
    await page.context().close();
    expect(routes.length).toBeGreaterThan(10);
    expect(Object.keys(examples)).toEqual(expect.arrayContaining(routes));
  });

  describe.each(Object.keys(examples))('%s', (route) => {
    it('passes axe, fits 1440 and 360 px, and asks no other host, in Chinese and in English', async () => {
      const shown = examples[route]?.(places) ?? [];
      expect(shown.length).toBeGreaterThan(0);
      expect(await faultsOf('zh', shown)).toEqual([]);
      expect(await faultsOf('en', shown.slice(0, 1))).toEqual([]);
    });
  });

  it('can be walked by keyboard: the skip link first, then the rail, and focus always shows', async () => {
    const page = await office.enter('office');
    await page.goto('/office/ledger');
    await settled(page);
    const stops: { text: string; shows: boolean }[] = [];
    for (let stop = 0; stop < 8; stop += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(() => {
          const element = document.activeElement as HTMLElement; // reason: something always has the focus
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          const shows = outlineStyle !== 'none' && outlineWidth !== '0px';
          return { text: element.textContent?.trim() ?? '', shows };
        }),
      );
    }
    expect(stops[0]?.text).toBe('跳到正文');
    expect(stops.map(({ text }) => text)).toEqual(expect.arrayContaining(['今天', '台账', '报记录', '方案']));
    expect(stops.filter(({ shows }) => !shows)).toEqual([]);

    await page.goto('/office/ledger');
    await settled(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.context().close();
    expect(office.takeFaults()).toEqual([]);
  });

  it('on a phone, the doors at the bottom open a sheet with everything else', async () => {
    const page = await office.enter('security', { width: PHONE, height: 740 });
    await page.goto('/office');
    await settled(page);
    await page.getByRole('button', { name: '更多' }).click();
    await page.locator('#sheet').getByRole('link', { name: '人员与权限' }).click();
    await page.getByRole('heading', { level: 1, name: '人员与权限' }).waitFor();
    expect(await page.locator('#sheet').count()).toBe(0);
    await page.context().close();
    expect(office.takeFaults()).toEqual([]);
  });
});

describe('the big screen', () => {
  it('passes axe in both languages, and asks nobody else', async () => {
    expect(await faultsOf('zh', [{ at: '/screen', by: 'leader' }], '')).toEqual([]);
    expect(await faultsOf('en', [{ at: '/screen', by: 'leader' }], '')).toEqual([]);
  });

  it('stays closed to whoever has not signed in, and shows the way to the door', async () => {
    const page = await office.visit();
    await page.goto('/screen');
    await page.getByRole('link', { name: '去登录' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
    expect(office.takeFaults(401)).toEqual([]);
  });
});
