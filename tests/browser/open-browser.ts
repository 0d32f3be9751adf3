import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { broughtBrowser } from './brought-browser.ts';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/**
 * The machine's own Chromium; else the one npm brings with the libraries it needs. `LEYE_TEST_BROWSER=brought` takes the latter even
 * where there is one, to try what a bare machine does. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.LEYE_TEST_BROWSER === 'brought' ? undefined : installed.find((file) => existsSync(file));
  if (own) return await chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  // Without the package's own arguments: they run everything in one process, which ends with the first window that is closed.
  return await chromium.launch({ ...(await broughtBrowser()), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
