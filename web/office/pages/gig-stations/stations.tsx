import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { OwnStations } from '../../../../server/modules/gigs/faces/contract.ts';
import type { StationGrades } from '../../../../server/modules/market-standard/contract.ts';
import { change } from '../../../shared/client.ts';
import { beijingDay, sayDayInFull } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { StationForm } from './station-form.tsx';

const route = getRouteApi('/gig-stations');
type Station = OwnStations['stations'][number];

/** The city's gig stations: opened, changed and closed by the programme office. */
export function GigStationsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { station: chosen } = route.useSearch();
  const navigate = useNavigate({ from: '/gig-stations' });
  const isOffice = holds(me, 'programme-office');
  const stations = useAsk<OwnStations>('/api/gig-counters', {}, { enabled: isOffice });
  if (!isOffice) return <NotYours />;
  const go = (station: string | undefined) => void navigate({ search: (old) => ({ ...old, station }), resetScroll: false });
  return (
    <div className="page">
      <Heading
        title={say('gig.stations')}
        above={<Link to="/gig-station">‹ {say('gig.title')}</Link>}
        lead={say('gig.stations-lead')}
      >
        <Button type="primary" onClick={() => go('new')}>
          {say('gig.station-open')}
        </Button>
      </Heading>
      <Reading of={stations}>
        {({ stations: rows }) => {
          const found = rows.find(({ id }) => id === chosen);
          const isOpen = found !== undefined || chosen === 'new';
          return (
            <div className={isOpen ? 'split counter-split' : undefined}>
              {rows.length === 0 ? (
                <Empty title={say('gig.stations-none')} hint={say('gig.stations-none-hint')} />
              ) : (
                <StationTable rows={rows} chosen={chosen} onChoose={go} />
              )}
              {isOpen && (
                <aside className="aside counter-aside" aria-label={say(found ? 'gig.station-change' : 'gig.station-open')}>
                  <div className="aside-head">
                    <h2>{found ? say(found.name) : say('gig.station-open')}</h2>
                    <button type="button" className="link-button" onClick={() => go(undefined)}>
                      {say('action.close')}
                    </button>
                  </div>
                  {found?.closedOn ? (
                    <ClosedOn day={found.closedOn} />
                  ) : (
                    <>
                      <StationForm key={`${found?.id} ${found?.revision}`} station={found} onDone={go} />
                      {found && <Close station={found} />}
                    </>
                  )}
                </aside>
              )}
            </div>
          );
        }}
      </Reading>
    </div>
  );
}

function StationTable({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly Station[];
  chosen: string | undefined;
  onChoose: (station: string) => void;
}) {
  const { say, language } = useWords();
  const published = useAsk<StationGrades>('/api/market-grades').data?.grades ?? [];
  return (
    <Table
      caption={say('gig.stations')}
      rows={rows}
      rowKey={({ id }) => id}
      selected={chosen}
      columns={[
        {
          key: 'name',
          title: say('gig.station-name'),
          isRowTitle: true,
          cell: ({ id, name }) => (
            <button type="button" className="link-button" onClick={() => onChoose(id)}>
              {say(name)}
            </button>
          ),
        },
        { key: 'address', title: say('gig.station-address'), cell: ({ address }) => address },
        { key: 'hours', title: say('gig.station-hours'), cell: ({ opensAt, closesAt }) => `${opensAt}–${closesAt}` },
        {
          key: 'rhythm',
          title: say('gig.station-rhythm'),
          cell: ({ roundMinutes, answerMinutes }) => say('gig.station-rhythm-is', { round: roundMinutes, answer: answerMinutes }),
        },
        {
          key: 'state',
          title: say('gig.station-state'),
          cell: ({ closedOn, isOpen }) =>
            closedOn
              ? say('gig.station-closed-on', { day: sayDayInFull(closedOn, language) })
              : say(isOpen ? 'station.open' : 'station.closed'),
        },
        {
          key: 'grade',
          title: say('market.grade'),
          cell: ({ id }) => <Graded grade={published.find(({ station }) => station === id)} />,
        },
        {
          key: 'faces',
          title: say('gig.station-faces'),
          cell: ({ code, closedOn }) =>
            closedOn ? (
              '—'
            ) : (
              <a href={`/station/${code}/screen`} target="_blank" rel="noreferrer">
                {say('gig.device-screen')}
              </a>
            ),
        },
      ]}
    />
  );
}

/** The grade that stands, and since when; published on the portal with the standard it was given by. */
function Graded({ grade }: { grade: StationGrades['grades'][number] | undefined }) {
  const { say, language } = useWords();
  if (!grade) return <span className="grey">{say('market.grade-none')}</span>;
  return (
    <a href="/gigs/grades" target="_blank" rel="noreferrer">
      {say('market.graded-on', {
        grade: say(`market.grade.${grade.grade}`),
        day: sayDayInFull(beijingDay(grade.on), language),
      })}
    </a>
  );
}

function ClosedOn({ day }: { day: string }) {
  const { say, language } = useWords();
  return <p>{say('gig.station-closed-on', { day: sayDayInFull(day, language) })}</p>;
}

/** Closes a station from a day on. What it did stays; nothing is posted to it any more. */
function Close({ station }: { station: Station }) {
  const { say } = useWords();
  const [on, setOn] = useState<string>();
  const close = useChange(
    (reason: string) => change('POST', `/api/gig-stations/${station.id}/close`, { on, reason }),
    ['/api/gig'],
  );
  return (
    <details className="as-table">
      <summary>{say('gig.station-close')}</summary>
      <p className="grey">{say('gig.station-close-hint')}</p>
      <TextForm
        label={say('gig.station-close-why')}
        send={say('gig.station-close')}
        most={400}
        isBusy={close.isPending}
        error={close.error}
        onSend={(reason) => on && close.mutate(reason)}
      >
        <div className="field">
          <span className="field-label">{say('gig.station-close-from')}</span>
          <DayPicker label={say('gig.station-close-from')} value={on} onChange={setOn} placeholder={say('action.choose-day')} />
        </div>
      </TextForm>
    </details>
  );
}
