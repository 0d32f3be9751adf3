import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { addDays, type Day, dayOf } from '../../server/kernel/term/day.ts';
import { tellStory } from '../../server/modules/demo/module.ts';
import { DEMO_PASSWORD } from '../../server/modules/people/demo-accounts.ts';
import { openWholeHouse } from '../house.ts';
import { chineseType, setChineseType } from './chinese-type.ts';
import { openBrowser } from './open-browser.ts';

type Entering = { readonly lang?: 'zh' | 'en'; readonly width?: number; readonly height?: number };

/**
 * The built office before the real server in this process, and one browser. With `story`, the last weeks of the demonstration have
 * been told: every kind of record has some.
 */
export async function openOffice({ story = false } = {}) {
  const page = fileURLToPath(new URL('../../dist/web/office/index.html', import.meta.url));
  if (!existsSync(page)) throw new Error('The office is not built; `npm test` builds it first, or run: node scripts/build.mjs');
  const house = await openWholeHouse(undefined, [chineseType]);
  const today = dayOf(new Date());
  if (story) {
    const from: Day = `${addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
    await tellStory(house.kernel, { district: house.district, from, to: today, seed: 7, gigServices: 40 });
  }
  await house.app.listen({ host: '127.0.0.1', port: 0 });
  const base = `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`; // reason: it listens on TCP
  const browser = await openBrowser();
  const faults: string[] = [];

  const open = async ({ lang = 'zh', width = 1440, height = 900 }: Entering = {}): Promise<BrowserContext> => {
    const context = await browser.newContext({
      locale: lang === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
      viewport: { width, height },
      reducedMotion: 'reduce',
      baseURL: base,
    });
    context.setDefaultTimeout(20_000);
    await setChineseType(context);
    context.on('page', (opened) => watch(opened, base, faults));
    return context;
  };
  const signIn = async (context: BrowserContext, name: string) => {
    const answer = await context.request.post('/api/sign-in', { data: { name, password: DEMO_PASSWORD } });
    if (!answer.ok()) throw new Error(`${name} could not sign in: ${answer.status()} ${await answer.text()}`);
  };
  const signedIn = async (account: string, entering?: Entering): Promise<BrowserContext> => {
    const context = await open(entering);
    await signIn(context, account);
    return context;
  };

  return {
    ...house,
    base,
    browser,
    today,
    /** Another browser of somebody's own, with nobody signed in. */
    visit: async (entering?: Entering): Promise<Page> => (await open(entering)).newPage(),
    /** A browser in which this demonstration account has signed in already, with no page open: for what is only asked of the server. */
    signedIn,
    /** The same with a page. */
    enter: async (account: string, entering?: Entering): Promise<Page> => (await signedIn(account, entering)).newPage(),
    /**
     * What no page may do, since it was last asked: an error on the console, a script that broke, a request to another host. Refusals
     * that the story meant to provoke (`meant`: their statuses) are left out.
     */
    takeFaults: (...meant: readonly number[]): string[] =>
      faults.splice(0).filter((fault) => !meant.some((status) => fault.includes(`responded with a status of ${status}`))),
    async close() {
      await browser.close();
      await house.close();
    },
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

function watch(page: Page, base: string, faults: string[]): void {
  const where = () => new URL(page.url(), base).pathname;
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console on ${where()}: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => faults.push(`script on ${where()}: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== base) faults.push(`request to another host on ${where()}: ${origin}`);
  });
}

/** Waits until the page shows what it was opened for: its heading stands and nothing is still being read. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('.loading, .ant-skeleton, [aria-busy=true], .is-stale') && document.fonts.status === 'loaded',
  );
}
