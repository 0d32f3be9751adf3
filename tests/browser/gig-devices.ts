import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Market } from './gig-market.ts';
import type { Office } from './office.ts';

/** What a browser says of itself when the network is cut. */
export const isOfCut = (fault: string) => /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/.test(fault);

/** A browser that an officer has made a device of the station. */
export async function openDevice(
  { office, market }: { office: Office; market: Market },
  kind: 'kiosk' | 'screen',
  size: { width: number; height: number },
): Promise<Page> {
  const page = await office.enter('station', size);
  const { request } = page.context();
  const answer = await request.post(`/api/gig-stations/${market.station}/devices`, { data: { kind, name: '大厅' } });
  expect(answer.status()).toBe(200);
  await request.post('/api/sign-out', { data: {} });
  return page;
}

/** The changes that the server answered from now on, each by its key: sent twice, a key stands there twice. */
export function answeredPosts(page: Page): { readonly keys: () => string[] } {
  const keys: string[] = [];
  page.on('response', (response) => {
    const key = response.request().headers()['idempotency-key'];
    if (key !== undefined) keys.push(key);
  });
  return { keys: () => keys };
}

/** Waits until the worker has kept a page and its files, and knows who is signed in. */
export const isKept = (page: Page, scope: string): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async (kept) => {
          const files = await caches.open('leye-files');
          const isWhole = (await files.match(kept)) !== undefined && (await files.keys()).length > 3;
          return isWhole && (!kept.startsWith('/office') || (await caches.match('/api/me')) !== undefined);
        }, scope),
      { timeout: 20_000 },
    )
    .toBe(true);
