/**
 * Stands between a day worker's pages and the network: pages from the network first; without one the page of today as it last was, and
 * for a station's code a page that checks in later. Sends what was kept when the browser says that there is network.
 */
import { OFFLINE, OWN_PAGES, SHELL, TODAY } from './keep-pages.ts';
import { NOBODY, OWN_NUMBER, openWorkerBox } from './worker-outbox.ts';

// The browser's types of a worker and of a page do not go together; these few are all that is used.
type Kept = { waitUntil(work: Promise<unknown>): void };
type Fetched = Kept & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Synced = Kept & { readonly tag: string };
type Worker = {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Kept) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
  addEventListener(type: 'sync', listener: (event: Synced) => void): void;
};
const worker = self as unknown as Worker; // reason: see above

/** A network that does not answer for so long is as good as none. */
const PATIENCE = 8_000;
const ownPages: readonly string[] = [TODAY, '/gigs/work'];
const signingOut = /^\/me\/(?:sign-out|sessions\/end)$/;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== worker.location.origin) return;
  if (request.method === 'POST' && signingOut.test(pathname)) event.waitUntil(forget());
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && /^\/(?:s|gigs)(?:\/|$)/.test(pathname)) event.respondWith(pageOf(request, pathname));
  else if (/^\/(?:portal|gigs\/script)\/[\w-]+\.(?:css|js)$/.test(pathname)) event.respondWith(fileOf(request));
});
worker.addEventListener('sync', (event) => {
  if (event.tag === 'leye-worker') event.waitUntil(sendKept());
});

async function pageOf(request: Request, pathname: string): Promise<Response> {
  const isOwn = ownPages.includes(pathname);
  try {
    const answer = await inTime(fetch(request));
    // Sent on to sign in: whoever it was is signed in here no more.
    if (isOwn && answer.type === 'opaqueredirect') await caches.delete(OWN_PAGES);
    if (isOwn && answer.ok) await (await caches.open(OWN_PAGES)).put(pathname, answer.clone());
    return answer;
  } catch (error) {
    const kept = isOwn ? await (await caches.open(OWN_PAGES)).match(pathname) : undefined;
    const standIn = kept ?? (await (await caches.open(SHELL)).match(OFFLINE));
    if (standIn) return standIn;
    throw error;
  }
}

async function fileOf(request: Request): Promise<Response> {
  return (await (await caches.open(SHELL)).match(request)) ?? (await fetch(request));
}

const inTime = (answer: Promise<Response>): Promise<Response> =>
  Promise.race([
    answer,
    new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('no answer in time')), PATIENCE)),
  ]);

/** Nothing of whoever signs out stays to be read. What they tapped and was not sent is theirs, and waits until they sign in again. */
async function forget(): Promise<void> {
  await caches.delete(OWN_PAGES);
  await (await openWorkerBox()).box.forget();
}

/** A promise that is broken while something still waits makes the browser try again later. */
async function sendKept(): Promise<void> {
  const { box, outbox } = await openWorkerBox();
  const number = (await box.kept(OWN_NUMBER))?.value;
  if (typeof number !== 'string') return;
  await outbox.flush(number);
  await outbox.flush(NOBODY);
  if (outbox.look().letters.some(({ owner, refused }) => !refused && (owner === number || owner === NOBODY)))
    throw new Error('not all was sent');
}
