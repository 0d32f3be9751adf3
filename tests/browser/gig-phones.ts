import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { openMarket } from '../gig-market.ts';
import { openWholeHouse } from '../house.ts';
import { latestCode } from '../resident-browser.ts';
import { tooWide, violations } from './axe.ts';
import { chineseType, setChineseType } from './chinese-type.ts';
import { openNetwork } from './network.ts';
import { openBrowser } from './open-browser.ts';

export type Phone = { readonly lang?: 'zh' | 'en'; readonly elder?: boolean; readonly script?: boolean; readonly width?: number };

/** Day workers' phones in front of a whole house with a gig market, over a network that can be slow or gone. */
export async function openPhones() {
  const script = fileURLToPath(new URL('../../dist/portal/worker.js', import.meta.url));
  if (!existsSync(script))
    throw new Error('The pages are not built; `npm test` builds them first, or run: node scripts/build.mjs');
  const house = await openWholeHouse(undefined, [chineseType]);
  const market = await openMarket(house);
  await house.app.listen({ host: '127.0.0.1', port: 0 });
  const network = await openNetwork((house.app.server.address() as AddressInfo).port); // reason: it listens on TCP
  const base = `http://127.0.0.1:${network.port}`;
  const browser = await openBrowser();
  /** What the pages' scripts threw. */
  const faults: string[] = [];

  async function phone({ lang = 'zh', elder = false, script = true, width = 360 }: Phone = {}): Promise<BrowserContext> {
    const context = await browser.newContext({
      viewport: { width, height: 740 },
      javaScriptEnabled: script,
      baseURL: base,
      permissions: ['geolocation'],
      geolocation: { latitude: 39.7512, longitude: 116.5601 },
    });
    context.setDefaultTimeout(15_000);
    if (script) await setChineseType(context);
    await context.addCookies([
      { name: 'lang', value: lang, url: base },
      { name: 'elder', value: elder ? '1' : '0', url: base },
    ]);
    context.on('page', (page) =>
      page.on('pageerror', (error) => faults.push(`${new URL(page.url()).pathname}: ${error.message}`)),
    );
    return context;
  }

  /** Signs in by the code that lies in the demonstration's messages, and joins. */
  async function join(page: Page, { lang = 'zh' }: Phone = {}, mobile = market.mobile()): Promise<void> {
    const zh = lang === 'zh';
    await page.getByLabel(zh ? '手机号' : 'Mobile number').fill(mobile);
    await page.getByRole('button', { name: zh ? '发送验证码' : 'Send me a code' }).click();
    await page.getByLabel(zh ? '6 位验证码' : 'Six-digit code').waitFor();
    await page.getByLabel(zh ? '6 位验证码' : 'Six-digit code').fill(await latestCode(house));
    await page.getByRole('button', { name: zh ? '登录' : 'Sign in', exact: true }).click();
  }

  async function answerThree(
    page: Page,
    shoot: (name: string) => Promise<void> = async () => {},
    { script = true }: Phone = {},
  ): Promise<void> {
    await page.getByLabel('姓名').fill('王大力');
    await page.getByLabel('哪年出生').fill('1985');
    await shoot('join-me');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('装卸搬运', { exact: true }).check();
    await page.locator('#level-loading').selectOption('2');
    await shoot('join-trades');
    await page.getByRole('button', { name: '下一步' }).click();
    if (!script) await page.getByLabel('早上从哪里出发').selectOption(house.town);
    else {
      await page.getByRole('button', { name: '用我现在的位置' }).click();
      await page.getByText('已用上您现在的位置').waitFor();
    }
    await page.getByLabel('最少要多少元').fill('180');
    await page.getByLabel('最好能有多少元').fill('240');
    await shoot('join-terms');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByRole('heading', { name: '登记好了' }).waitFor();
    await shoot('card');
  }

  const workerOf = async (page: Page): Promise<string> => {
    const number = Number(await page.locator('#worker').getAttribute('data-number'));
    const [row] = await market.rows<{ id: string }>('SELECT id FROM gig_worker WHERE number = $1', [number]);
    return row?.id ?? '';
  };
  /** Joined, and checked in at the counter. */
  async function inLine(context: BrowserContext): Promise<{ readonly page: Page; readonly worker: string }> {
    const page = await context.newPage();
    await page.goto('/gigs/join');
    await join(page);
    await answerThree(page);
    const worker = await workerOf(page);
    await market.checkIn(worker);
    return { page, worker };
  }
  const linesOf = (worker: string) => market.rows<{ at: Date }>('SELECT at FROM gig_check_in WHERE worker = $1', [worker]);
  /** How often the server carried this out for somebody: once is once, however often it was sent. */
  const doneBy = async (worker: string, command: string): Promise<number> => {
    const rows = await market.rows('SELECT 1 FROM command_key WHERE command = $1 AND actor = $2', [
      command,
      `resident:${worker}`,
    ]);
    return rows.length;
  };

  /** No network at all: what the browser says of itself, and for everything that it would send, the service worker's too. */
  async function cut(context: BrowserContext): Promise<void> {
    network.isCut(true);
    await context.setOffline(true);
  }
  async function mend(context: BrowserContext): Promise<void> {
    network.isCut(false);
    await context.setOffline(false);
  }

  return {
    market,
    network,
    base,
    faults,
    phone,
    join,
    answerThree,
    workerOf,
    inLine,
    linesOf,
    doneBy,
    cut,
    mend,
    async close() {
      await browser.close();
      network.close();
      await house.close();
    },
  };
}
export type Phones = Awaited<ReturnType<typeof openPhones>>;

const shots = process.env.LEYE_SHOTS;
export const shooting =
  (page: Page, folder: string) =>
  async (name: string): Promise<void> => {
    if (shots) await page.screenshot({ path: `${shots}/${folder}-${name}.png`, fullPage: true });
  };

/** What does not fit, what a thumb would miss and, unless told otherwise, what axe finds. */
export async function faultsOf(page: Page, least = 44, withAxe = true): Promise<string[]> {
  const beyond = await tooWide(page);
  const small = await page.evaluate(
    (min) =>
      [...document.querySelectorAll('main a, main button, main select, main summary, main input:not([type=hidden])')]
        .map((element) => ({
          element,
          box: element.closest('label, .tick')?.getBoundingClientRect() ?? element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width > 0 && (box.height < min || box.width < min))
        .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${Math.round(box.width)} × ${Math.round(box.height)}`),
    least,
  );
  const where = new URL(page.url()).pathname;
  return [...(beyond > 0 ? [`${beyond} px too wide`] : []), ...small, ...(withAxe ? await violations(page) : [])].map(
    (fault) => `${where}: ${fault}`,
  );
}
