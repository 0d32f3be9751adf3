import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Board, Line } from '../../../../server/modules/gigs/dawn/contract.ts';
import { keepWithoutNetwork } from '../../../shared/offline/keep-page.ts';
import { useWords } from '../../../shared/words/index.ts';
import { holds, opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Problem, Reading } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { useKept } from '../../use-kept.ts';
import { Licences } from '../gig/licence-lists.tsx';
import { CheckIn } from './check-in.tsx';
import { Lead } from './counter-lead.tsx';
import { Devices } from './devices.tsx';
import { LineTable } from './line-table.tsx';
import { Orders } from './orders.tsx';
import { Person } from './person.tsx';
import { type AskedRound, RoundOutcome } from './round-outcome.tsx';
import { Services } from './services.tsx';
import { type OwnStation, stationPath, useCounterPost, useStation } from './use-counter.ts';
import { useKeys, useKeysOn } from './use-keys.ts';
import { Waiting } from './waiting.tsx';

const route = getRouteApi('/gig-station');
const views = ['line', 'orders', 'licences', 'services', 'devices'] as const;

/** The counter of a gig station: the line, who is next, what they could take, and the desks beside it. */
export function GigStationPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const search = route.useSearch();
  const { own, station, working } = useStation(search);
  useEffect(() => keepWithoutNetwork('/office/gig-station'), []);
  if (!opens(me, 'gig-station')) return <NotYours />;
  return (
    <div className="page">
      <Reading of={own} title={say('gig.title')}>
        {() =>
          station ? (
            <Counter key={station.id} station={station} working={working} />
          ) : (
            <>
              <Heading title={say('gig.title')} />
              <Empty title={say('gig.no-station')} hint={say('gig.no-station-hint')}>
                {holds(me, 'programme-office') && (
                  <Link className="go" to="/gig-stations">
                    {say('gig.stations')}
                  </Link>
                )}
              </Empty>
            </>
          )
        }
      </Reading>
    </div>
  );
}

function Counter({ station, working }: { station: OwnStation; working: readonly OwnStation[] }) {
  const { say } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/gig-station' });
  const me = useSignedIn();
  const { post, letters } = useCounterPost();
  const [keysOn, setKeysOn] = useKeysOn();
  const [problem, setProblem] = useState<unknown>();
  const [walkIns, askWalkIns] = useState(0);
  const [asked, setAsked] = useState<AskedRound>();
  const line = useKept<Line>(stationPath(station, 'line'), {}, { every: 4_000 });
  const board = useKept<Board>(stationPath(station, 'board'), {}, { every: asked ? 2_000 : 10_000 });
  const view = views.find((one) => one === search.view) ?? 'line';
  const go = (to: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...to }), resetScroll: false });

  const told = line.data?.value;
  // What is waiting to be sent counts already: the next after it is the next.
  const calledHere = Math.max(
    0,
    ...letters.filter(({ about }) => about.what === 'call').map(({ about }) => Number(about.number)),
  );
  const called = Math.max(told?.calledUpTo ?? 0, calledHere);
  const next = told?.entries.find(({ number, state }) => number > called && state !== 'placed')?.number;

  const callNext = async () => {
    if (next === undefined) return;
    const outcome = await post(stationPath(station, 'call'), { upTo: next }, { what: 'call', number: next });
    setProblem(outcome.is === 'refused' ? outcome.error : undefined);
    const worker = told?.entries.find(({ number }) => number === next)?.worker;
    if (worker && outcome.is !== 'refused') go({ person: worker, panel: undefined, view: undefined });
  };
  const runRound = async () => {
    const after = board.data?.value.lastBatch?.number ?? 0;
    const outcome = await post(stationPath(station, 'round'), {}, { what: 'round' });
    setProblem(outcome.is === 'refused' ? outcome.error : undefined);
    setAsked(outcome.is === 'done' ? { after } : undefined);
  };

  useKeys(
    {
      n: () => void callNext(),
      i: () => go({ panel: 'check-in', person: undefined }),
      r: () => void runRound(),
      w: () => askWalkIns((times) => times + 1),
      '/': () => document.querySelector<HTMLInputElement>('#line-search')?.focus(),
      escape: () => go({ panel: undefined, person: undefined }),
    },
    keysOn,
  );

  const isOld = line.data?.isOld ?? false;
  const person = told?.entries.find(({ worker }) => worker === search.person);
  const aside =
    search.panel === 'check-in' ? (
      <CheckIn
        station={station}
        post={post}
        onPerson={(worker) => go({ person: worker, panel: undefined, view: undefined })}
        onClose={() => go({ panel: undefined })}
      />
    ) : search.person && view === 'line' ? (
      <Person
        key={search.person}
        worker={search.person}
        entry={person}
        station={station}
        post={post}
        walkIns={walkIns}
        onClose={() => go({ person: undefined })}
      />
    ) : undefined;
  return (
    <>
      <Heading
        title={say(station.name)}
        above={
          <Above
            working={working}
            station={station}
            onStation={(id) => go({ station: id, code: undefined, person: undefined })}
          />
        }
        lead={told && <Lead line={told} board={board.data?.value} called={called} roundMinutes={station.roundMinutes} />}
      >
        <Button type="primary" size="large" disabled={next === undefined} onClick={() => void callNext()}>
          {next === undefined ? say('gig.call-none') : say('gig.call', { n: next })}
          {keysOn && next !== undefined && <Key name="N" />}
        </Button>
        <Button size="large" onClick={() => go({ panel: 'check-in', person: undefined })}>
          {say('gig.check-in')}
          {keysOn && <Key name="I" />}
        </Button>
        <Button size="large" onClick={() => void runRound()}>
          {say('gig.round')}
          {keysOn && <Key name="R" />}
        </Button>
      </Heading>
      <Waiting letters={letters} isCut={isOld} at={line.data?.at ?? 0} owner={me?.account} />
      <Problem error={problem} />
      <RoundOutcome asked={asked} board={board.data?.value} line={told} onOver={() => setAsked(undefined)} />
      <div className="filters counter-views">
        <Choices
          label={say('gig.views')}
          value={view}
          choices={views.map((value) => ({ value, label: say(`gig.view-${value}`) }))}
          onChoose={(chosen) => go({ view: chosen === 'line' ? undefined : chosen, person: undefined })}
        />
      </div>
      <div className={aside ? 'split counter-split' : undefined}>
        <div className="counter-main">
          {view === 'line' && (
            <Reading of={line}>
              {({ value }) => (
                <LineTable
                  line={value}
                  chosen={search.person}
                  onChoose={(worker) => go({ person: worker, panel: undefined })}
                  keysOn={keysOn}
                  noneHint={
                    board.data?.value.isOpen === false
                      ? say('gig.line-none-closed', { from: station.opensAt, to: station.closesAt })
                      : say('gig.line-none-hint')
                  }
                />
              )}
            </Reading>
          )}
          {view === 'orders' && <Orders station={station} />}
          {view === 'licences' && <Licences />}
          {view === 'services' && <Services station={station} />}
          {view === 'devices' && <Devices station={station} />}
        </div>
        {aside}
      </div>
      <KeyHelp isOn={keysOn} onSet={setKeysOn} />
    </>
  );
}

function Above({
  working,
  station,
  onStation,
}: {
  working: readonly OwnStation[];
  station: OwnStation;
  onStation: (station: string) => void;
}) {
  const { say } = useWords();
  const me = useSignedIn();
  return (
    <>
      {say('gig.title')}
      {working.length > 1 && (
        <>
          {' · '}
          <select
            className="native station-select"
            aria-label={say('gig.which-station')}
            value={station.id}
            onChange={(event) => onStation(event.target.value)}
          >
            {working.map(({ id, name }) => (
              <option key={id} value={id}>
                {say(name)}
              </option>
            ))}
          </select>
        </>
      )}
      {holds(me, 'programme-office') && (
        <>
          {' · '}
          <Link to="/gig-stations">{say('gig.stations')}</Link>
        </>
      )}
    </>
  );
}

/** A key beside what it does. Said to nobody: whoever listens hears it in the list of keys. */
function Key({ name }: { name: string }) {
  return (
    <span className="key" aria-hidden="true">
      {name}
    </span>
  );
}

const helped = ['n', 'i', 'w', 'r', '/', 'arrows', 'escape'] as const;

function KeyHelp({ isOn, onSet }: { isOn: boolean; onSet: (isOn: boolean) => void }) {
  const { say } = useWords();
  return (
    <details className="as-table key-help">
      <summary>{say('gig.keys')}</summary>
      <dl className="facts">
        {helped.map((key) => (
          <div key={key} className="facts-row">
            <dt>
              <kbd className="key">{key === 'arrows' ? '↑ ↓' : key === 'escape' ? 'Esc' : key.toUpperCase()}</kbd>
            </dt>
            <dd>{say(`gig.key.${key}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="filter">
        <input type="checkbox" checked={isOn} onChange={(event) => onSet(event.target.checked)} />
        <span>{say('gig.keys-on')}</span>
      </label>
    </details>
  );
}
