import { useQueries } from '@tanstack/react-query';
import type { OwnStations } from '../../../../server/modules/gigs/faces/contract.ts';
import { ask } from '../../../shared/client.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';

export type GigStation = Pick<OwnStations['stations'][number], 'id' | 'name'>;
type Stations = { readonly stations: readonly GigStation[] };

/** The stations somebody may look into: those at whose counter they stand; of whoever stands at none, all. */
export function useGigStations() {
  const me = useSignedIn();
  return useAsk<Stations>(opens(me, 'gig-station') ? '/api/gig-counters' : '/api/gig-stations');
}

/** The same asked of several stations, of whoever stands at their counters; undefined until all have answered. */
export function useOfStations<T>(all: readonly GigStation[] | undefined, what: string) {
  const isTheirs = opens(useSignedIn(), 'gig-station');
  const stations = isTheirs ? all : undefined;
  const asked = useQueries({
    queries: (stations ?? []).map(({ id }) => {
      const path = `/api/gig-stations/${id}/${what}`;
      return {
        queryKey: [path, {}],
        queryFn: ({ signal }: { signal: AbortSignal }) => ask<T>(path, {}, signal),
        refetchInterval: 60_000,
      };
    }),
  });
  const answers = asked.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    data: stations && answers.length === asked.length ? answers : undefined,
    error: asked.find(({ error }) => error)?.error ?? null,
    refetch: () => void Promise.all(asked.map(({ refetch }) => refetch())),
  };
}
