/**
 * Keeps a station's screen and kiosk (`/station/`) and its counter in the office (`/office/gig-station`) over a cut of the network:
 * pages from the network first, files by their hashed names once for all. It answers for no data, but for the counter who is signed in.
 */

// The browser's types of a worker and of a page do not go together; these few are all that is used.
type Kept = { waitUntil(work: Promise<unknown>): void };
type Fetched = Kept & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Told = Kept & { readonly data: { readonly keep?: readonly string[]; readonly page?: string } };
type Worker = {
  readonly location: Location;
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Kept) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
};
const worker = self as unknown as Worker; // reason: see above

const FILES = 'leye-files';
const PERSON = 'leye-person';
/** A network that does not answer for so long is as good as none. */
const PATIENCE = 5_000;

const isFile = (address: URL) => address.origin === worker.location.origin && address.pathname.startsWith('/app/');
/** One page for all addresses of a scope: its shell. */
const shell = () => new URL(worker.registration.scope).pathname;
const isOffice = () => shell().startsWith('/office');

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => event.waitUntil(keep(event.data)));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(fromNetwork(request, FILES, shell()));
  else if (isFile(address)) event.respondWith(fromFiles(request));
  else if (isOffice() && address.pathname === '/api/me') event.respondWith(fromNetwork(request, PERSON, '/api/me', isSignedIn));
});

/** The files of the page that is open now; older ones go. */
async function keep({ keep: given = [], page }: Told['data']): Promise<void> {
  const files = await caches.open(FILES);
  const wanted = given.filter((address) => isFile(new URL(address)));
  for (const address of wanted) if (!(await files.match(address))) await files.add(address).catch(() => undefined);
  if (page && !(await files.match(shell()))) {
    const answer = await fetch(page, { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (answer?.ok) await files.put(shell(), answer);
  }
  if (isOffice()) await fromNetwork(new Request('/api/me'), PERSON, '/api/me', isSignedIn).catch(() => undefined);
}

async function fromFiles(request: Request): Promise<Response> {
  const files = await caches.open(FILES);
  const kept = await files.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await files.put(request, answer.clone());
  return answer;
}

async function fromNetwork(
  request: Request,
  cache: string,
  name: string,
  isWorthKeeping: (answer: Response) => Promise<boolean> = async () => true,
): Promise<Response> {
  const held = await caches.open(cache);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok && !answer.redirected) {
      if (await isWorthKeeping(answer.clone())) await held.put(name, answer.clone());
      else await held.delete(name);
    }
    return answer;
  } catch (error) {
    const kept = await held.match(name);
    if (kept) return kept;
    throw error;
  }
}

const isSignedIn = async (answer: Response): Promise<boolean> => (await answer.json()).signedIn === true;

export {};
