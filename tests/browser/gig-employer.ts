import pg from 'pg';
import type { Page } from 'playwright-core';
import { latestCode } from '../resident-browser.ts';
import { tooWide, violations } from './axe.ts';
import { setChineseType } from './chinese-type.ts';
import type { Office } from './office.ts';

/** A phone of 360 px on which no script runs. */
export async function phone(office: Office): Promise<Page> {
  const context = await office.browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: false,
    baseURL: office.base,
  });
  context.setDefaultTimeout(15_000);
  await context.addCookies([{ name: 'lang', value: 'zh', url: office.base }]);
  return await context.newPage();
}

/** What a thumb does: every tap and every field that is typed or chosen counts. */
export function thumbOn(page: Page) {
  let [taps, fields] = [0, 0];
  return {
    async tap(name: string | RegExp, role: 'button' | 'link' = 'button') {
      taps += 1;
      await page.getByRole(role, { name }).first().click();
    },
    async fill(label: string, text: string) {
      fields += 1;
      await page.getByLabel(label, { exact: true }).fill(text);
    },
    async choose(label: string, option: string) {
      fields += 1;
      await page.getByLabel(label, { exact: true }).selectOption({ label: option });
    },
    async tick(label: string | RegExp) {
      taps += 1;
      await page.getByLabel(label).check();
    },
    take() {
      const counted = { taps, fields };
      [taps, fields] = [0, 0];
      return counted;
    },
  };
}

export async function signIn(office: Office, page: Page, mobile: string): Promise<void> {
  await page.getByLabel('手机号').fill(mobile);
  await page.getByRole('button', { name: '发送验证码' }).click();
  await page.getByLabel('6 位验证码').fill(await latestCode(office));
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

const shots = process.env.LEYE_SHOTS;
const readings = [
  { lang: 'zh', elder: false },
  { lang: 'en', elder: false },
  { lang: 'zh', elder: true },
] as const;
type Reading = (typeof readings)[number];

/** One window for each way of reading, kept from one look to the next: a new one would load its type again. */
const windows = new WeakMap<Office, Map<Reading, Page>>();

async function windowFor(office: Office, reading: Reading): Promise<Page> {
  const opened = windows.get(office) ?? new Map<Reading, Page>();
  windows.set(office, opened);
  const before = opened.get(reading);
  if (before) return before;
  const context = await office.browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
  await context.addCookies([
    { name: 'lang', value: reading.lang, url: office.base },
    { name: 'elder', value: reading.elder ? '1' : '0', url: office.base },
  ]);
  await setChineseType(context);
  const page = await context.newPage();
  opened.set(reading, page);
  return page;
}

/** What does not fit, what a thumb would miss and what axe finds, on the page as it stands: in both languages and in large type. */
export async function faultsOf(office: Office, page: Page, name: string): Promise<string[]> {
  const address = new URL(page.url());
  const cookies = (await page.context().cookies()).filter((cookie) => cookie.name.includes('resident'));
  const faults: string[] = [];
  for (const reading of readings) {
    const { lang, elder } = reading;
    const other = await windowFor(office, reading);
    await other.context().addCookies(cookies);
    await other.goto(address.href);
    await other.evaluate(() => document.fonts.ready);
    const least = elder ? 60 : 44;
    const small = await other.evaluate(
      (min) =>
        [
          ...document.querySelectorAll(
            'main a, main button:not([aria-hidden]), main select, main summary, main input:not([type=hidden])',
          ),
        ]
          .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.height < min || box.width < min))
          .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${Math.round(box.width)} × ${Math.round(box.height)}`),
      least,
    );
    const beyond = await tooWide(other);
    const found = [...(beyond > 0 ? [`${beyond} px too wide`] : []), ...small, ...(await violations(other))];
    faults.push(...found.map((fault) => `${name} ${lang}${elder ? ' elder' : ''}: ${fault}`));
    if (shots) await other.screenshot({ path: `${shots}/${name}-${lang}${elder ? '-elder' : ''}.png`, fullPage: true });
  }
  return faults;
}

/** So many hours pass for an employer: its orders, shifts and wages lie that much further back. Numbers of orders move out of the way. */
export async function passing({ urls, district }: Office, employer: string, hours: number): Promise<void> {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  const by = `${hours} hours`;
  try {
    await owner.query('SELECT set_config($1, $2, false)', ['app.district', district]);
    await owner.query(
      `UPDATE gig_order SET number = number + 1000, starts_at = starts_at - $2::interval, ends_at = ends_at - $2::interval,
         day = ((starts_at - $2::interval) AT TIME ZONE 'Asia/Shanghai')::date WHERE employer = $1`,
      [employer, by],
    );
    await owner.query(
      `UPDATE gig_placement SET starts_at = starts_at - $2::interval, ends_at = ends_at - $2::interval, placed_at = placed_at - $2::interval,
         started_at = started_at - $2::interval, ended_at = ended_at - $2::interval,
         day = ((starts_at - $2::interval) AT TIME ZONE 'Asia/Shanghai')::date WHERE employer = $1`,
      [employer, by],
    );
    await owner.query(
      'UPDATE gig_wage SET day = day - $2::integer, due_on = due_on - $2::integer, paid_at = paid_at - $3::interval WHERE employer = $1',
      [employer, Math.floor(hours / 24), by],
    );
  } finally {
    await owner.end();
  }
}
