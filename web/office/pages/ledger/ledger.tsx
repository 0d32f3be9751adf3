import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import type { Ledger, Light as LightName } from '../../../../server/modules/figures/contract.ts';
import { beijingDay, sayDay } from '../../../shared/day.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { lightOrder } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Light } from '../../parts/light.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { exportLedger } from './export.ts';
import { MeasureAside } from './measure-aside.tsx';
import { MeasureTable } from './measure-table.tsx';

const DayPicker = lazy(() => import('../../parts/day-picker.tsx').then(({ DayPicker }) => ({ default: DayPicker })));
const route = getRouteApi('/ledger');
export type LedgerSearch = ReturnType<typeof route.useSearch>;

/** Every task with its lights, units and figures; the one chosen beside the list. */
export function LedgerPage() {
  const { say } = useWords();
  const search = route.useSearch();
  const ledger = useAsk<Ledger>('/api/ledger', { on: search.on }, { keep: true, every: 60_000 });
  if (isRefusal(ledger.error, 'no-programme')) return <NoProgramme />;
  return (
    <div className="page">
      <Reading of={ledger} title={say('ledger.title')}>
        {(answer) => (
          <>
            <Top ledger={answer} search={search} />
            <Filters ledger={answer} search={search} />
            <Tasks ledger={answer} search={search} />
          </>
        )}
      </Reading>
    </div>
  );
}

function Top({ ledger, search }: { ledger: Ledger; search: LedgerSearch }) {
  const { say, language } = useWords();
  const navigate = useNavigate({ from: '/ledger' });
  const figures = ledger.measures.flatMap((measure) => measure.figures);
  return (
    <Heading
      title={say(ledger.title)}
      above={say('ledger.title')}
      lead={say('ledger.sentence', {
        measures: ledger.measures.length,
        figures: figures.length,
        on: sayDay(ledger.on, language),
      })}
    >
      <Suspense>
        <DayPicker
          label={say('ledger.as-of')}
          value={search.on}
          from={ledger.startsOn}
          to={beijingDay(new Date())}
          onChange={(on) => void navigate({ search: (old) => ({ ...old, on }), replace: true })}
        />
      </Suspense>
      <Button onClick={() => exportLedger(ledger, say, language)}>{say('action.export-csv')}</Button>
    </Heading>
  );
}

function Filters({ ledger, search }: { ledger: Ledger; search: LedgerSearch }) {
  const { say } = useWords();
  const navigate = useNavigate({ from: '/ledger' });
  const choose = (change: Partial<LedgerSearch>) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const units = new Map(
    ledger.measures.flatMap(({ lead, cooperating }) => [...lead, ...cooperating]).map((unit) => [unit.code, unit.name]),
  );
  const counts = countsOf(ledger);
  return (
    <div className="filters">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset around chips would need a legend that repeats their words */}
      <div className="chips" role="group" aria-label={say('ledger.lights')}>
        {lightOrder
          .filter((light) => counts[light] > 0 || search.light === light)
          .map((light) => (
            <button
              key={light}
              type="button"
              className="chip"
              aria-pressed={search.light === light}
              onClick={() => choose({ light: search.light === light ? undefined : light })}
            >
              <Light light={light} quiet /> <b>{counts[light]}</b>
            </button>
          ))}
      </div>
      <label className="filter">
        <span>{say('ledger.filter-area')}</span>
        <select
          className="native"
          value={search.area ?? ''}
          onChange={(event) => choose({ area: event.target.value || undefined })}
        >
          <option value="">{say('ledger.filter-area-any')}</option>
          {ledger.goalAreas.map((area) => (
            <option key={area.no} value={area.no}>
              {say(area.title)}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        <span>{say('ledger.filter-unit')}</span>
        <select
          className="native"
          value={search.unit ?? ''}
          onChange={(event) => choose({ unit: event.target.value || undefined })}
        >
          <option value="">{say('ledger.filter-unit-any')}</option>
          {[...units].map(([code, name]) => (
            <option key={code} value={code}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
      <label className="filter">
        <span>{say('ledger.order')}</span>
        <select
          className="native"
          value={search.order ?? ''}
          onChange={(event) => choose({ order: event.target.value || undefined })}
        >
          <option value="">{say('ledger.order-number')}</option>
          <option value="light">{say('ledger.order-light')}</option>
        </select>
      </label>
    </div>
  );
}

/** Figures by light; a task without figures counts as one, by the light of its plan. */
function countsOf(ledger: Ledger): Record<LightName, number> {
  const counts = { ...ledger.lights };
  for (const { figures, light } of ledger.measures) if (figures.length === 0) counts[light] += 1;
  return counts;
}

function Tasks({ ledger, search }: { ledger: Ledger; search: LedgerSearch }) {
  const { say } = useWords();
  const navigate = useNavigate({ from: '/ledger' });
  const measures = ledger.measures
    .filter((measure) => !search.area || String(measure.area) === search.area)
    .filter((measure) => !search.unit || [...measure.lead, ...measure.cooperating].some(({ code }) => code === search.unit))
    .filter(
      (measure) => !search.light || measure.light === search.light || measure.figures.some(({ light }) => light === search.light),
    );
  const chosen = ledger.measures.find(({ no }) => String(no) === search.measure);
  if (measures.length === 0)
    return (
      <Empty title={say('ledger.empty')} hint={say('ledger.empty-hint')}>
        <Button onClick={() => void navigate({ search: ({ on, lang }) => ({ on, lang }) })}>{say('action.clear')}</Button>
      </Empty>
    );
  return (
    <div className={chosen ? 'split' : undefined}>
      <MeasureTable measures={measures} goalAreas={ledger.goalAreas} search={search} />
      {chosen && <MeasureAside measure={chosen} />}
    </div>
  );
}

function NoProgramme() {
  const { say } = useWords();
  const me = useSignedIn();
  return (
    <div className="page">
      <Heading title={say('ledger.title')} />
      <Empty title={say('ledger.none')} hint={say('ledger.none-hint')}>
        {opens(me, 'programme') && (
          <Link className="go" to="/programme/new">
            {say('ledger.none-go')}
          </Link>
        )}
      </Empty>
    </div>
  );
}
