import { useQuery } from '@tanstack/react-query';
import { address, ask, isPassing, type Search } from '../shared/client.ts';
import { pageBox } from '../shared/offline/use-outbox.ts';

/** An answer that is worth having without network, and when it was given. */
export type KeptAnswer<T> = {
  readonly value: T;
  /** Milliseconds. */
  readonly at: number;
  /** There is no network: this is what came last. */
  readonly isOld: boolean;
};

/** Older than a day's work it says nothing any more. */
const OLDEST = 12 * 3_600_000;
/** A network that does not answer for so long is as good as none. */
const PATIENCE = 8_000;

/** Reads like `useAsk`, and without network answers what was read last, over a reload too. For whoever works at a counter. */
export function useKept<T>(path: string, search: Search = {}, { enabled = true, every = false as number | false } = {}) {
  return useQuery<KeptAnswer<T>>({
    queryKey: [path, search, 'kept'],
    enabled,
    refetchInterval: every,
    // The browser's own word that there is no network is not worth much; asking tells.
    networkMode: 'always',
    retry: false,
    queryFn: async ({ signal }) => {
      const name = address(path, search);
      const box = await pageBox();
      try {
        const limits = AbortSignal.any ? AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) : signal;
        const value = await ask<T>(path, search, limits);
        void box.keep(name, { value, at: Date.now() });
        return { value, at: Date.now(), isOld: false };
      } catch (error) {
        const kept = isPassing(error) ? await box.kept(name) : undefined;
        if (!kept || Date.now() - kept.at > OLDEST) throw error;
        return { value: kept.value as T, at: kept.at, isOld: true }; // reason: kept under this very address
      }
    },
  });
}
