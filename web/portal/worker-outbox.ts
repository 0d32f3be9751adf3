/** What a day worker taps is written down on the phone before it is sent: shared by the page's script and the service worker. */
import { type Box, openBox } from '../shared/offline/box.ts';
import type { Letter } from '../shared/offline/letter.ts';
import { createOutbox, type Outbox } from '../shared/offline/outbox.ts';
import { Refusal, unreachable, unreadable } from '../shared/refusal.ts';

/** How long whoever tapped waits for an answer before the page says that it is kept. */
const PATIENCE = 8_000;
/** A letter on its way for so long is taken to be lost, and is sent again under the same key. */
const LONGEST = 20_000;

/** The worker's number that this phone last showed, for what is tapped where no page can say whose it is. */
export const OWN_NUMBER = 'number';
/** Letters of a phone that knew nobody: they go when somebody has signed in. */
export const NOBODY = '';

export type WorkerBox = { readonly box: Box; readonly outbox: Outbox; readonly needsSignIn: () => boolean };

export async function openWorkerBox(): Promise<WorkerBox> {
  const box = await openBox('leye-worker');
  let needsSignIn = false;
  const outbox = createOutbox({
    box,
    newKey,
    patience: PATIENCE,
    send: async (letter) => {
      try {
        const answer = await sendForm(letter);
        needsSignIn = false;
        return answer;
      } catch (error) {
        needsSignIn = error instanceof Refusal && error.status === 401;
        throw error;
      }
    },
    ...(navigator.locks ? { alone: (work) => navigator.locks.request('leye-worker', work) } : {}),
  });
  return { box, outbox, needsSignIn: () => needsSignIn };
}

/** The same plain form that the page would send, with its key, the moment of the tap, and who tapped. */
async function sendForm({ path, body, key, at, owner }: Letter): Promise<unknown> {
  const fields = new URLSearchParams({ ...(body as Record<string, string>), once: key, at }); // reason: the page writes nothing but texts
  if (owner !== NOBODY) fields.set('who', owner);
  const impatient = typeof AbortController === 'function' ? new AbortController() : undefined;
  const timer = setTimeout(() => impatient?.abort(), LONGEST);
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: fields.toString(),
      ...(impatient ? { signal: impatient.signal } : {}),
    }).catch(() => {
      throw unreachable();
    });
    const answer = await response.json().catch(() => {
      throw unreadable(response.status);
    });
    if (!response.ok) throw new Refusal(response.status, answer);
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

/** A UUID, as the server's own forms have them; `randomUUID` is missing on old phones. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
