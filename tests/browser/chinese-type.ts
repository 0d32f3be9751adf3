import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext } from 'playwright-core';
import type { Module } from '../../server/kernel/module.ts';

const folder = '/type-of-the-tests';
const weights = ['400', '600'] as const;
const faces = weights
  .map((weight) => `@font-face { font-family: 'Noto Sans SC'; font-weight: ${weight}; src: url('${folder}/${weight}.woff2'); }`)
  .join('\n');

const fileOf = (weight: string): string =>
  createRequire(import.meta.url).resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`);

/**
 * A Chinese typeface from npm, served beside the pages: a machine without one draws boxes, and boxes are narrower than characters, so
 * a page that is too wide would look as if it fitted.
 */
export const chineseType: Module = {
  name: 'type-of-the-tests',
  routes: (app) => {
    for (const weight of weights) {
      app.get(`${folder}/${weight}.woff2`, async (_request, reply) =>
        reply
          .type('font/woff2')
          .header('cache-control', 'max-age=3600')
          .send(await readFile(fileOf(weight))),
      );
    }
  },
};

/** Every page of this context knows the typeface by the name that the office's style asks for. */
export const setChineseType = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript((css) => {
    addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style');
      style.textContent = css;
      document.head.append(style);
    });
  }, faces);

/** The same where the server is another one: the browser itself answers for the typeface. */
export async function bringChineseType(context: BrowserContext): Promise<void> {
  for (const weight of weights)
    await context.route(`**${folder}/${weight}.woff2`, (route) => route.fulfill({ path: fileOf(weight) }));
  await setChineseType(context);
}
