import type { ReactNode } from 'react';
import { useWords } from '../../../shared/words/index.ts';
import { Empty, Reading } from '../../parts/notices.tsx';
import { StationSelect } from './station-select.tsx';
import { type GigStation, useGigStations } from './use-stations.ts';

/** What is shown of one station: the one that the address names, else the first; and that there is none. */
export function OneStation({
  asked,
  onChoose,
  filters,
  children,
}: {
  asked: string | undefined;
  onChoose: (station: string | undefined) => void;
  /** Beside the choice of the station. */
  filters?: ReactNode;
  children: (station: GigStation) => ReactNode;
}) {
  const { say } = useWords();
  const stations = useGigStations();
  return (
    <Reading of={stations}>
      {({ stations: all }) => {
        const station = all.find(({ id }) => id === asked) ?? all[0];
        if (!station) return <Empty title={say('gig.no-station')} hint={say('gig.no-station-hint')} />;
        return (
          <>
            <div className="filters">
              <StationSelect stations={all} value={station.id} onChange={onChoose} />
              {filters}
            </div>
            {children(station)}
          </>
        );
      }}
    </Reading>
  );
}
