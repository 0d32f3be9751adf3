import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useMemo } from 'react';
import type { OwnStations, Station } from '../../../../server/modules/gigs/faces/contract.ts';
import type { Letter, Outcome } from '../../../shared/offline/letter.ts';
import { pageOutbox, useOutbox } from '../../../shared/offline/use-outbox.ts';
import { useWords } from '../../../shared/words/index.ts';
import { forget } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { useKept } from '../../use-kept.ts';

export type OwnStation = OwnStations['stations'][number];

/** The stations at whose counter the person stands, and the one that the address names; else the first that is in use. */
export function useStation(asked: { readonly station?: string; readonly code?: string }) {
  const isTheirs = opens(useSignedIn(), 'gig-station');
  const own = useKept<OwnStations>('/api/gig-counters', {}, { every: 60_000, enabled: isTheirs });
  const working = own.data?.value.stations.filter(({ closedOn }) => closedOn === null) ?? [];
  const station = working.find(({ id, code }) => id === asked.station || code === asked.code) ?? working[0];
  return { own, working, station };
}

export type Post = <Answer>(path: string, body: object, about: Letter['about']) => Promise<Outcome<Answer>>;

/**
 * What the counter does goes through its outbox: at once while there is network, in order and once when it is back. Whatever has gone
 * makes what is shown be read anew.
 */
export function useCounterPost(): { readonly post: Post; readonly letters: readonly Letter[] } {
  const { say } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const owner = useSignedIn()?.account;
  const { letters, sent } = useOutbox(owner);
  // What has been sent meanwhile shows in the line.
  useEffect(() => void forget(queries, '/api/gig'), [queries, sent]);
  const post = useMemo(
    (): Post =>
      async <Answer>(path: string, body: object, about: Letter['about']) => {
        if (owner === undefined) return { is: 'refused', error: new Error('nobody is signed in') };
        const outbox = await pageOutbox();
        const outcome = await outbox.post<Answer>({ owner, path, body, about });
        if (outcome.is === 'done') await forget(queries, '/api/gig');
        if (outcome.is === 'waiting') void message.info(say('gig.noted'));
        return outcome;
      },
    [owner, queries, message, say],
  );
  return { post, letters };
}

/** Addresses of a station's own. */
export const stationPath = (station: Pick<Station, 'id'>, what: string): string => `/api/gig-stations/${station.id}/${what}`;
