import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { FigureDetail, Ledger } from '../../../../server/modules/figures/contract.ts';
import { beijingDay, sayDay } from '../../../shared/day.ts';
import { exact } from '../../../shared/number.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { sayTarget, sayValue, sayWhy } from '../../figure-format.ts';
import { holds, useSignedIn } from '../../me.ts';
import { MeasureMarks } from '../../parts/close-out-mark.tsx';
import { Heading } from '../../parts/heading.tsx';
import { LitLight } from '../../parts/lit-light.tsx';
import { Reading } from '../../parts/notices.tsx';
import { PaceBar } from '../../parts/pace-bar.tsx';
import { Breakdowns } from './breakdowns.tsx';
import { ForecastSentence } from './forecast.tsx';
import { Months } from './months.tsx';
import { StatementSection } from './statement.tsx';
import { TypeValue } from './type-value.tsx';

const DayPicker = lazy(() => import('../../parts/day-picker.tsx').then(({ DayPicker }) => ({ default: DayPicker })));
const route = getRouteApi('/figures/$code');

/** One figure whole: the number and its sentence, months, places, units, records, and what it rests on. */
export function FigurePage() {
  const { say } = useWords();
  const { code } = route.useParams();
  const { on } = route.useSearch();
  const figure = useAsk<FigureDetail>(
    `/api/figures/${encodeURIComponent(code)}`,
    { on },
    { keep: true, every: on ? false : 60_000 },
  );
  return (
    <div className="page">
      {
        <Reading of={figure} title={say('figure.title', { code })}>
          {(detail) => <Whole figure={detail} key={detail.code} />}
        </Reading>
      }
    </div>
  );
}

function Whole({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const me = useSignedIn();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/figures/$code' });
  const ledger = useAsk<Ledger>('/api/ledger', { on: search.on });
  const measure = ledger.data?.measures.find(({ no }) => no === figure.measure);
  const today = beijingDay(new Date());
  return (
    <>
      <Heading
        title={say(figure.title)}
        above={
          <>
            <Link to="/ledger" search={{ measure: String(figure.measure), on: search.on }}>
              {say('ledger.title')}
            </Link>{' '}
            › {measure ? say(measure.title) : say('ledger.measure', { no: figure.measure })}
          </>
        }
        lead={say(figure.promise)}
      >
        <Suspense>
          <DayPicker
            label={say('figure.as-of')}
            value={search.on}
            from={ledger.data?.startsOn}
            to={today}
            onChange={(on) => void navigate({ search: (old) => ({ ...old, on }), replace: true })}
          />
        </Suspense>
      </Heading>
      {search.on && search.on < today && (
        <p className="past-line">
          {say('figure.past', { on: sayDay(figure.on, language) })}{' '}
          <Link from="/figures/$code" search={(old) => ({ ...old, on: undefined })}>
            {say('figure.today')}
          </Link>
        </p>
      )}
      <MeasureMarks measure={figure.measure} withWaivers />
      <div className="figure-top">
        <BigNumber figure={figure} />
        <div className="figure-why">
          <LitLight
            light={figure.light}
            subject={`figure:${figure.code}`}
            title={say(figure.title)}
            why={figure.why}
            on={search.on}
          />
          <p>{sayWhy(figure, say, language)}</p>
          <PaceBar figure={figure} />
          <p className="grey">{say('text.pair', { name: say('figure.promise'), value: sayTarget(figure, say, language) })}</p>
        </div>
        <ForecastSentence figure={figure} />
      </div>
      {figure.rule === 'typed' && holds(me, 'programme-office') && <TypeValue figure={figure} />}
      <Months figure={figure} />
      <Breakdowns figure={figure} />
      <StatementSection figure={figure} />
    </>
  );
}

/** The number itself is the door to its records. */
function BigNumber({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const { on } = route.useSearch();
  const { current, rule } = figure;
  const value = sayValue(figure, current.value, language);
  const window = figure.window === 'standing' ? 'figure.standing-window' : 'figure.counts-window';
  if (rule === 'typed' || current.value === null)
    return (
      <div>
        <p className="big">{current.value === null ? say('figure.no-value') : value}</p>
        {current.value === null && rule !== 'typed' && <p className="grey">{say('figure.no-value-hint')}</p>}
      </div>
    );
  return (
    <div>
      <p className="big">
        <Link to="/figures/$code/records" params={{ code: figure.code }} search={{ on }}>
          {value}
        </Link>
      </p>
      {current.part !== undefined && current.whole !== undefined && (
        <p>{say('figure.part-of-whole', { part: exact(current.part, 2), whole: exact(current.whole, 2) })}</p>
      )}
      <p className="grey">
        {say(window, { n: exact(current.records), from: sayDay(figure.from, language), on: sayDay(figure.on, language) })}
      </p>
      <Link to="/figures/$code/records" params={{ code: figure.code }} search={{ on }}>
        {say('figure.see-records')}
      </Link>
    </div>
  );
}
