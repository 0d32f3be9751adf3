import { useEffect, useState } from 'react';
import type { CloseOutMark, CloseOutMarks } from '../../server/modules/close-out/contract.ts';
import type { MapAnswer, ScreenAnswer } from '../../server/modules/figures/contract.ts';
import { ask } from '../shared/client.ts';
import { isRefusal } from '../shared/refusal.ts';

const EVERY = 5_000;
const MARKS_EVERY = 60_000;
/** After this long without an answer the screen says that it is no longer live. */
const STALE_AFTER = 20_000;

export type Live = {
  readonly answer: ScreenAnswer | undefined;
  readonly error: unknown;
  /** When the last answer came, in milliseconds; 0 before the first. */
  readonly readAt: number;
  readonly isStale: boolean;
  /** The session ended, or the role may not see the screen. */
  readonly isShut: boolean;
};

/** Reads the screen's answer every five seconds; the next reading starts when the last has ended, so that a slow server is not pushed. */
export function useLive(): Live {
  const [live, setLive] = useState<Omit<Live, 'isStale'>>({ answer: undefined, error: undefined, readAt: 0, isShut: false });
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const read = async () => {
      try {
        const answer = await ask<ScreenAnswer>(
          '/api/screen',
          {},
          AbortSignal.any ? AbortSignal.any([stop.signal, AbortSignal.timeout(15_000)]) : stop.signal,
        );
        if (!stop.signal.aborted) setLive({ answer, error: undefined, readAt: Date.now(), isShut: false });
      } catch (error) {
        if (stop.signal.aborted) return;
        setLive((old) => ({ ...old, error, isShut: isRefusal(error) && (error.status === 401 || error.status === 403) }));
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
  }, []);
  return { ...live, isStale: live.readAt > 0 && now - live.readAt > STALE_AFTER };
}

/** The waivers that close something although it is short: seen wherever their figures are. */
export function useWaivers(isOpen: boolean): readonly CloseOutMark[] {
  const [marks, setMarks] = useState<readonly CloseOutMark[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    const read = () =>
      void ask<CloseOutMarks>('/api/close-outs/marks').then(
        (answer) => setMarks(answer.marks.filter(({ waiver }) => typeof waiver?.signedAt === 'string')),
        () => {},
      );
    read();
    const timer = setInterval(read, MARKS_EVERY);
    return () => clearInterval(timer);
  }, [isOpen]);
  return marks;
}

/** The outline does not change while the screen is on; it is asked for again only until it has come. */
export function useOutline(isOpen: boolean): MapAnswer | undefined {
  const [map, setMap] = useState<MapAnswer>();
  useEffect(() => {
    if (!isOpen || map) return;
    let timer: ReturnType<typeof setTimeout>;
    const read = () => void ask<MapAnswer>('/api/map').then(setMap, () => (timer = setTimeout(read, EVERY)));
    read();
    return () => clearTimeout(timer);
  }, [isOpen, map]);
  return map;
}
