import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The machine's own Chromium; else the one npm brings with the libraries it needs. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const own = installed.find((file) => existsSync(file));
  if (own) return await chromium.launch({ executablePath: own, args: ['--no-sandbox'] });
  // It unpacks its libraries only where it believes to be at home.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: brought } = await import('@sparticuz/chromium');
  return await chromium.launch({
    executablePath: await brought.executablePath(),
    args: [...brought.args, '--no-sandbox'],
    headless: true,
  });
}
