import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses } from '../../server/modules/portal/module.ts';
import { MAJUQIAO, portalInTests, SIGNED_IN } from '../portal.ts';
import { tooWide, violations } from './axe.ts';
import { openBrowser } from './open-browser.ts';

const examples: Readonly<Record<string, readonly string[]>> = {
  '/progress/:code': ['/progress/1', '/progress/2b', '/progress/6a', '/progress/7a'],
  '/nearby/:code': [`/nearby/${MAJUQIAO}`],
  '/bulletins/:number': ['/bulletins/2026-1'],
};
const pages = [
  ...addresses.flatMap((address) => examples[address] ?? [address]),
  '/sign-in',
  '/gigs',
  '/gigs/rules',
  '/gigs/grades',
  '/nothing-here',
];
/** Those of a resident who is signed in. */
const ownPages = ['/me', '/me/data', '/me/sessions', '/employer', '/employer/new'];

let portal: Awaited<ReturnType<typeof portalInTests>>;
let browser: Browser;
let base: string;
beforeAll(async () => {
  portal = await portalInTests();
  await portal.app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(portal.app.server.address() as AddressInfo).port}`; // reason: it listens on TCP
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await portal?.close();
});

/** A reader: how wide the screen, which language, how large the type. */
async function reader(
  width: number,
  lang: 'zh' | 'en',
  elder: '0' | '1',
  options: { script?: boolean } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: options.script ?? true,
  });
  await context.addCookies([
    { name: 'lang', value: lang, url: base },
    { name: 'elder', value: elder, url: base },
  ]);
  return context;
}

/** Links that a thumb would miss. The skip link is met by keyboard only. */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate(
    (min) =>
      [...document.querySelectorAll('a, button, input:not([type="hidden"], [type="radio"]), select, .choice')]
        .filter((element) => !element.classList.contains('skip'))
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < min || box.width < min)
        .map(({ text, box }) => `${text} ${Math.round(box.width)} × ${Math.round(box.height)}`),
    least,
  );

/** Until the largest thing of the page was painted, in ms: 400 kbit/s, 400 ms there and back, nothing in the cache. */
async function firstPaint(address: string): Promise<number> {
  const context = await reader(360, 'zh', '0');
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytesPerSecond = 400_000 / 8;
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(address, { waitUntil: 'load' });
  const painted = await page.evaluate(
    () =>
      new Promise<number>((done) =>
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        }),
      ),
  );
  await context.close();
  return painted;
}

describe.each([
  { width: 320, lang: 'zh', elder: '1' },
  { width: 320, lang: 'en', elder: '1' },
  { width: 320, lang: 'en', elder: '0' },
  { width: 1440, lang: 'zh', elder: '0' },
] as const)('on a screen $width px wide, in $lang, large text $elder', ({ width, lang, elder }) => {
  it('every page fits, can be tapped and passes axe', async () => {
    const context = await reader(width, lang, elder);
    const page = await context.newPage();
    const faults: string[] = [];
    for (const address of [...pages, ...ownPages, portal.employer]) {
      await context.setExtraHTTPHeaders(pages.includes(address) ? {} : { [SIGNED_IN]: '1' });
      await page.goto(base + address);
      const beyond = await tooWide(page);
      if (beyond > 0) faults.push(`${address} is ${beyond} px too wide`);
      faults.push(...(await smallTargets(page, elder === '1' ? 60 : 44)).map((target) => `${address}: ${target}`));
      faults.push(...(await violations(page)).map((violation) => `${address}: ${violation}`));
    }
    await context.close();
    expect(pages.length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });
});

describe('somebody with an old phone', () => {
  it('changes to large text and English, and reads on, without JavaScript', async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 640 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${base}/?lang=zh`);
    await page.getByRole('link', { name: '大字版' }).click();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: 'See every promise' }).click();
    await page.getByRole('link', { name: 'See details : Vacancies collected', exact: false }).first().click();
    expect(new URL(page.url()).pathname).toBe('/progress/1');
    expect(await page.locator('html').getAttribute('class')).toBe('elder');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Forty thousand openings');
    await context.close();
  });

  it('sees body text at 30 px in large text and 18 px otherwise', async () => {
    for (const [elder, size] of [
      ['1', '30px'],
      ['0', '18px'],
    ] as const) {
      const context = await reader(360, 'zh', elder);
      const page = await context.newPage();
      await page.goto(`${base}/privacy`);
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('main li') as Element).fontSize)).toBe(size); // reason: the page has lists
      await context.close();
    }
  });

  it('fetches two things on first load, together under 25 KB', async () => {
    const context = await reader(360, 'zh', '0');
    const page = await context.newPage();
    const fetched: string[] = [];
    let bytes = 0;
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    page.on('request', (request) => void (request.url().startsWith('http') && fetched.push(new URL(request.url()).pathname)));
    await page.goto(`${base}/`, { waitUntil: 'networkidle' });
    expect(fetched).toEqual(['/', expect.stringMatching(/^\/portal\/portal-[0-9a-f]{12}\.css$/)]);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(25_000);
    await context.close();
  });

  it('reads the home page within 2.5 s at 400 kbit/s, on a processor four times slower than this one', async () => {
    // The best of three: what another program does to this machine meanwhile is not the page's.
    const loads: number[] = [];
    for (let round = 0; round < 3; round += 1) loads.push(await firstPaint(`${base}/`));
    expect(Math.min(...loads)).toBeGreaterThan(0);
    expect(Math.min(...loads)).toBeLessThanOrEqual(2500);
  });

  it('walks by keyboard: the first stop is the skip link, and focus shows', async () => {
    const context = await reader(1440, 'zh', '0');
    const page = await context.newPage();
    await page.goto(`${base}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('直接看正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement; // reason: something always has focus
      return { text: element.textContent, outline: getComputedStyle(element).outlineStyle };
    });
    expect(focused.text).toContain('找工作');
    expect(focused.outline).toBe('solid');
    await context.close();
  });
});
