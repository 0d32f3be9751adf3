import { useEffect, useSyncExternalStore } from 'react';
import { change } from '../client.ts';
import { type Box, openBox } from './box.ts';
import { createOutbox, type Outbox, type State } from './outbox.ts';

/** How often what waits is tried again; the browser's own word that there is network is not worth much. */
const EVERY = 4_000;
/** A letter on its way for so long is taken to be lost, and is sent again. */
const LONGEST = 15_000;

let box: Promise<Box> | undefined;
/** One box a page. */
export const pageBox = (): Promise<Box> => {
  box ??= openBox('leye-station');
  return box;
};

let outbox: Promise<Outbox> | undefined;
/** One outbox a page. */
export const pageOutbox = (): Promise<Outbox> => {
  outbox ??= pageBox().then((opened) =>
    createOutbox({
      box: opened,
      send: ({ path, body, key }) => change('POST', path, body, key, AbortSignal.timeout?.(LONGEST)),
      ...(navigator.locks ? { alone: (work) => navigator.locks.request('leye-outbox', work) } : {}),
    }),
  );
  return outbox;
};

const nothing: State = Object.freeze({ letters: [], sent: 0 });
let opened: Outbox | undefined;

/** What waits to be sent, and keeps sending it while the page is open. `owner`: whoever is signed in; undefined while nobody is. */
export function useOutbox(owner: string | undefined): State {
  useEffect(() => {
    if (owner === undefined) return;
    const flush = () => void pageOutbox().then((found) => found.flush(owner));
    flush();
    const timer = setInterval(flush, EVERY);
    window.addEventListener('online', flush);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', flush);
    };
  }, [owner]);
  return useSyncExternalStore(watch, look);
}

const look = (): State => opened?.look() ?? nothing;

function watch(listener: () => void): () => void {
  let stop = () => {};
  let isOver = false;
  void pageOutbox().then((found) => {
    opened = found;
    if (isOver) return;
    stop = found.subscribe(listener);
    listener();
  });
  return () => {
    isOver = true;
    stop();
  };
}
