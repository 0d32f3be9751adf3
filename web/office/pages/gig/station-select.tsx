import { useWords } from '../../../shared/words/index.ts';
import type { GigStation } from './use-stations.ts';

/** Which station; nothing where there is only one. `withAll`: all of them together is a choice too. */
export function StationSelect({
  stations,
  value,
  withAll = false,
  onChange,
}: {
  stations: readonly GigStation[];
  value: string | undefined;
  withAll?: boolean;
  onChange: (station: string | undefined) => void;
}) {
  const { say } = useWords();
  if (stations.length < 2) return null;
  return (
    <select
      className="native"
      aria-label={say('gig.which-station')}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      {withAll && <option value="">{say('gigs.all-stations')}</option>}
      {stations.map(({ id, name }) => (
        <option key={id} value={id}>
          {say(name)}
        </option>
      ))}
    </select>
  );
}
