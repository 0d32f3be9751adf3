/** What a phone keeps of the pages themselves, for when there is no network. Browsers do so over https and on the machine itself only. */

/** Everybody's: the page that stands in, its stylesheet and script. */
export const SHELL = 'leye-shell';
/** Whose phone it is: gone when they sign out. */
export const OWN_PAGES = 'leye-own-pages';
export const OFFLINE = '/gigs/offline';
export const TODAY = '/gigs/today';

const canKeep = () => 'serviceWorker' in navigator && 'caches' in window;

/** Registers the service worker, and keeps the page that stands in, as this reader reads: in their language and size. */
export function keepPages(script: string | undefined): void {
  if (!canKeep() || script === undefined) return;
  void navigator.serviceWorker.register('/sw.js', { scope: '/' }).catch(() => undefined);
  void keepShell([
    script,
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href),
  ]).catch(() => undefined);
}

async function keepShell(files: readonly string[]): Promise<void> {
  const reads = [document.documentElement.lang, document.documentElement.className, ...files].join(' ');
  const shell = await caches.open(SHELL);
  const kept = await shell.match(OFFLINE);
  if (kept?.headers.get('x-reads') === reads) return;
  const answer = await fetch(OFFLINE, { credentials: 'same-origin' });
  if (!answer.ok) return;
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'x-reads': reads });
  await Promise.all(files.map((file) => shell.add(file)));
  await shell.put(OFFLINE, new Response(await answer.text(), { headers }));
}

/** The page of today as it is now, to be read without network. */
export function keepToday(): void {
  if (!canKeep()) return;
  void (async () => {
    const answer = await fetch(TODAY, { credentials: 'same-origin' });
    if (answer.ok && !answer.redirected) await (await caches.open(OWN_PAGES)).put(TODAY, answer);
  })().catch(() => undefined);
}
