import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { broughtBrowser, isBrought } from './brought-browser.ts';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/**
 * The Chromium that npm brings: everywhere the same, and without the parts of a browser that draw its own windows, which cost a third of
 * the processor's time. Where npm has none for this machine, or `LEYE_TEST_BROWSER=own` asks for it, the machine's own. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const own = installed.find((file) => existsSync(file));
  if (own && (process.env.LEYE_TEST_BROWSER === 'own' || !isBrought))
    return await chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  // Without the package's own arguments: they run everything in one process, which ends with the first window that is closed.
  return await chromium.launch({ ...(await broughtBrowser()), args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
