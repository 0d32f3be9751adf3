import { useEffect, useState } from 'react';
import type { Face } from '../../server/modules/gigs/faces/contract.ts';
import { pageBox } from '../shared/offline/use-outbox.ts';
import { Refusal } from '../shared/refusal.ts';

const EVERY = 3_000;
/** After this long without an answer the board says that it is no longer live. */
const STALE_AFTER = 12_000;

export type LiveFace = {
  readonly face: Face | undefined;
  /** When the last answer came, by the server's clock, in milliseconds. */
  readonly readAt: number;
  /** The server's clock, in milliseconds: a device in a hall has nobody to set its own. */
  readonly now: number;
  readonly isCut: boolean;
  readonly isUnknown: boolean;
  readonly error: boolean;
};

/** Another shape has another name: what an earlier version kept is not shown. */
const keptAs = (code: string) => `face 2 ${code}`;

type Answered = { readonly face: Face; readonly readAt: number };

/**
 * Asks for the board every few seconds; the server answers in full only what has changed. What came last is kept over a reload without
 * network, and shown with its time.
 */
export function useFace(code: string): LiveFace {
  const [answered, setAnswered] = useState<Answered>();
  const [fault, setFault] = useState<'none' | 'cut' | 'unknown'>('none');
  const [ahead, setAhead] = useState(0);
  const [now, setNow] = useState(Date.now());

  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    let tag = '';
    const read = async () => {
      try {
        const asked = await fetch(`/api/gig-faces/${encodeURIComponent(code)}`, {
          cache: 'no-store',
          credentials: 'same-origin',
          headers: tag ? { 'if-none-match': tag } : {},
          signal: AbortSignal.any ? AbortSignal.any([stop.signal, AbortSignal.timeout(10_000)]) : stop.signal,
        });
        if (asked.status === 404) throw new Refusal(404, { code: 'no-gig-station' });
        if (!asked.ok && asked.status !== 304) throw new Refusal(asked.status, { code: 'unreadable' });
        const readAt = Date.parse(asked.headers.get('date') ?? '') || Date.now();
        const face = asked.status === 304 ? undefined : ((await asked.json()) as Face); // reason: the address says what it answers
        if (stop.signal.aborted) return;
        tag = asked.headers.get('etag') ?? '';
        setAhead(readAt - Date.now());
        setFault('none');
        setAnswered((old) => {
          const latest = face ?? old?.face;
          return latest && { face: latest, readAt };
        });
        if (face) void pageBox().then((box) => box.keep(keptAs(code), { value: face, at: readAt }));
      } catch (error) {
        if (stop.signal.aborted) return;
        setFault(error instanceof Refusal && error.status === 404 ? 'unknown' : 'cut');
        const kept = await pageBox().then((box) => box.kept(keptAs(code)));
        if (kept) setAnswered((old) => old ?? { face: kept.value as Face, readAt: kept.at }); // reason: kept just above, under this name
      }
      if (!stop.signal.aborted) timer = setTimeout(read, EVERY);
    };
    void read();
    const clock = setInterval(() => setNow(Date.now()), 1_000);
    return () => {
      stop.abort();
      clearTimeout(timer);
      clearInterval(clock);
    };
  }, [code]);

  const readAt = answered?.readAt ?? 0;
  return {
    face: answered?.face,
    readAt,
    now: now + ahead,
    isCut: fault === 'cut' || (readAt > 0 && now + ahead - readAt > STALE_AFTER),
    isUnknown: fault === 'unknown',
    error: fault === 'cut',
  };
}
