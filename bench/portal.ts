import { visitor } from '../server/kernel/actor/actor.ts';
import { districtReader } from '../server/kernel/district/read.ts';
import { createApp } from '../server/kernel/http/app.ts';
import { kernelWords } from '../server/kernel/http/errors.ts';
import { nobody } from '../server/kernel/http/identity.ts';
import { languageOf } from '../server/kernel/http/language.ts';
import { figures } from '../server/modules/figures/module.ts';
import { portal } from '../server/modules/portal/module.ts';
import { openBrowser } from '../tests/browser/open-browser.ts';
import { type Line, openHouse } from './house.ts';

const KBIT_PER_SECOND = 400;
const ROUNDS = 5;

/** First load of the portal on a cheap phone: 400 kbit/s, 400 ms latency, a processor four times slower, nothing in the cache. */
export async function benchPortal(): Promise<Line[]> {
  const house = await openHouse(4);
  const districts = districtReader(house.kernel.database);
  const host = {
    kernel: house.kernel,
    identify: async () => visitor,
    knownOutside: async () => nobody,
    districtOf: districts.of,
    languageOf,
    words: new Map(Object.entries(kernelWords)),
    isDemo: true,
    publicAddress: 'http://127.0.0.1',
  };
  const app = await createApp(host, [figures, portal], { logger: false, trustProxy: [], version: 'bench' });
  const browser = await openBrowser();
  try {
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const lines: Line[] = [];
    for (const page of ['/', '/progress']) {
      const loads = [];
      for (let round = 0; round < ROUNDS; round += 1) loads.push(await firstLoad(browser, address + page));
      const lcp = loads.map((load) => load.lcp).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
      const kilobytes = Math.max(...loads.map((load) => load.bytes)) / 1024;
      lines.push({
        what: `portal ${page}, first load`,
        leye: `${kilobytes.toFixed(1)} KB, LCP ${(lcp / 1000).toFixed(2)} s (median of ${ROUNDS})`,
        peer: `${KBIT_PER_SECOND} kbit/s, 400 ms, 4 × slower CPU`,
        ratio: '–',
        bar: '≤ 100 KB, LCP ≤ 2.5 s',
        holds: kilobytes <= 100 && lcp <= 2500,
      });
    }
    return lines;
  } finally {
    await browser.close();
    await app.close();
    await house.close();
  }
}

async function firstLoad(browser: Awaited<ReturnType<typeof openBrowser>>, url: string): Promise<{ lcp: number; bytes: number }> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: (KBIT_PER_SECOND * 1000) / 8,
    uploadThroughput: (KBIT_PER_SECOND * 1000) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'load' });
  const lcp = await page.evaluate<number>(
    `new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))`,
  );
  await context.close();
  return { lcp, bytes };
}
