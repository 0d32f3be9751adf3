import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext } from 'playwright-core';
import { DEMO_PASSWORD } from '../server/modules/people/demo-accounts.ts';
import { bringChineseType } from '../tests/browser/chinese-type.ts';
import { openBrowser } from '../tests/browser/open-browser.ts';

const folder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
/** In bytes. The screen’s many soft lines are smaller as a photograph. */
const largest: Readonly<Record<string, number>> = { '.png': 250 * 1024, '.jpg': 200 * 1024 };

type Shot = { readonly file: string; readonly at: string; readonly by?: string; readonly width: number; readonly height: number };
const shots: readonly Shot[] = [
  { file: 'figure.png', at: '/office/figures/6a', by: 'office', width: 1440, height: 1000 },
  { file: 'ledger.png', at: '/office/ledger?measure=7', by: 'office', width: 1440, height: 1000 },
  { file: 'screen.jpg', at: '/screen', by: 'leader', width: 1920, height: 1080 },
  { file: 'progress.png', at: '/progress?lang=zh', width: 360, height: 740 },
];

/**
 * The pictures of the READMEs, in Chinese, from a demonstration that is running and has told its story:
 * `node --import tsx scripts/screenshots.ts http://127.0.0.1:3000` (on Node 24).
 */
async function take(address: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser();
  try {
    for (const shot of shots) {
      const file = path.join(folder, shot.file);
      await photograph(browser, address, shot, file);
      const { size } = await stat(file);
      console.log(`${shot.file}  ${Math.round(size / 1024)} KB`);
      if (size > (largest[path.extname(file)] ?? 0)) throw new Error(`${shot.file} is too large for a README`);
    }
  } finally {
    await browser.close();
  }
}

async function photograph(browser: Browser, address: string, { at, by, width, height }: Shot, file: string): Promise<void> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    reducedMotion: 'reduce',
    baseURL: address,
  });
  await bringChineseType(context);
  if (by) await signIn(context, by);
  const page = await context.newPage();
  await page.goto(at, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => !document.querySelector('.loading, .ant-skeleton') && document.fonts.status === 'loaded');
  await page.screenshot(file.endsWith('.jpg') ? { path: file, type: 'jpeg', quality: 60 } : { path: file });
  await context.close();
}

async function signIn(context: BrowserContext, name: string): Promise<void> {
  const answer = await context.request.post('/api/sign-in', { data: { name, password: DEMO_PASSWORD } });
  if (!answer.ok()) throw new Error(`${name} could not sign in: ${answer.status()}; is a demonstration running there?`);
}

await take(process.argv[2] ?? 'http://127.0.0.1:3000');
