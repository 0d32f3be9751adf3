import { Link } from '@tanstack/react-router';
import type { Task } from '../../../../server/kernel/module.ts';
import type { Board } from '../../../../server/modules/gigs/dawn/contract.ts';
import type { OwnStations as Own } from '../../../../server/modules/gigs/faces/contract.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';

/** As many as a page of today has room for; the others are on the list of all stations. */
const MOST = 4;

/** The way to the counter for whoever runs a station: whether it is open, who waits, which work is to be filled. */
export function OwnStations({ tasks }: { tasks: readonly Task[] }) {
  const { say } = useWords();
  const own = useAsk<Own>('/api/gig-counters', {}, { every: 60_000 });
  const stations = own.data?.stations.filter(({ closedOn }) => closedOn === null) ?? [];
  if (stations.length === 0) return null;
  const waiting = tasks.filter(({ code }) => code.startsWith('gig-')).length;
  return (
    <section className="task-group" aria-labelledby="own-stations">
      <h2 id="own-stations">{say('today.stations')}</h2>
      <ul className="tasks">
        {stations.slice(0, MOST).map((station) => (
          <OwnStation key={station.id} station={station} tasks={stations.length === 1 ? waiting : 0} />
        ))}
      </ul>
      {stations.length > MOST && <Link to="/gig-stations">{say('today.stations-all', { n: stations.length })}</Link>}
    </section>
  );
}

function OwnStation({ station, tasks }: { station: Own['stations'][number]; tasks: number }) {
  const { say } = useWords();
  const { id, name, isOpen, opensAt, closesAt } = station;
  const board = useAsk<Board>(`/api/gig-stations/${id}/board`, {}, { every: 30_000 });
  const parts = [
    say(isOpen ? 'today.station-open' : 'today.station-closed', { from: opensAt, to: closesAt }),
    ...(board.data ? sayBoard(board.data, say) : []),
    ...(tasks > 0 ? [say('today.station-tasks', { n: tasks })] : []),
  ];
  return (
    <li className="task">
      <span className="task-sign" aria-hidden="true">
        ›
      </span>
      <div>
        <Link className="task-title" to="/gig-station" search={{ station: id }}>
          {say(name)}
        </Link>
        <p className="grey">{parts.join(' · ')}</p>
      </div>
      <div className="task-do">
        <Link to="/gig-station" search={{ station: id }} aria-label={`${say('today.station-go')} ${say(name)}`}>
          {say('today.station-go')}
        </Link>
      </div>
    </li>
  );
}

/** Whoever has an offer to answer is counted apart from those who wait for one. */
function sayBoard({ waiting, offered, orders }: Board, say: Say): string[] {
  const seats = orders.reduce((sum, { open }) => sum + open, 0);
  return [
    say('today.station-line', { waiting: Math.max(0, waiting - offered.length) }),
    ...(offered.length > 0 ? [say('today.station-offered', { n: offered.length })] : []),
    orders.length > 0 ? say('today.station-orders', { n: orders.length, seats }) : say('today.station-no-orders'),
  ];
}
