/**
 * Has the browser keep this page and its files, so that a reload without network finds them. Browsers do so over https and on the
 * machine itself only; elsewhere the page works as long as it stays open. `scope`: the addresses that are kept.
 */
export function keepWithoutNetwork(scope: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker
    .register('/station/worker.js', { scope })
    .then(async (registration) => {
      const worker = registration.active ?? registration.waiting ?? registration.installing;
      // Files that came before the worker was there passed it by; it is told of them.
      const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
      const named = Array.from(
        document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]'),
        (element) => ('src' in element ? element.src : element.href),
      );
      worker?.postMessage({ keep: [...new Set([...loaded, ...named])], page: window.location.href });
    })
    .catch(() => undefined); // a browser that keeps nothing shows the page all the same
}

/** Forgets who was signed in on the kept pages of the office. */
export const forgetKeptPerson = async (): Promise<void> => {
  if ('caches' in window) await caches.delete(PERSON).catch(() => false);
};

/** The cache of the worker (station/worker.ts) that holds who is signed in, apart from the files. */
const PERSON = 'leye-person';
