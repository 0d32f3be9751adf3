import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RecordDetail, RecordTypeView } from '../../../../server/modules/records/contract.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { exact, withUnit } from '../../../shared/number.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Reading } from '../../parts/notices.tsx';
import { useUnitNames } from '../../places.ts';
import { TakeBack } from './record-work.tsx';
import { sayCell } from './say-value.ts';

/** One record: what it says, what it counts, how it came to be as it is, and how to take it back. */
export function RecordAside({ record, close }: { record: string; close: ReactNode }) {
  const { say } = useWords();
  const detail = useAsk<RecordDetail>(`/api/record/${record}`);
  const types = useAsk<{ readonly types: readonly RecordTypeView[] }>('/api/record-types');
  return (
    <aside className="aside" aria-label={say('counted.detail')}>
      {isRefusal(detail.error, 'not-found') ? (
        <>
          <div className="aside-head">
            <span />
            {close}
          </div>
          <p className="grey">{say('record.gone')}</p>
        </>
      ) : (
        <Reading of={detail}>
          {(found) => <Detail detail={found} type={types.data?.types.find(({ name }) => name === found.type)} close={close} />}
        </Reading>
      )}
    </aside>
  );
}

function Detail({ detail, type, close }: { detail: RecordDetail; type: RecordTypeView | undefined; close: ReactNode }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const isPersonal = type?.columns.some(({ kind }) => ['person-name', 'id-number', 'phone'].includes(kind)) ?? false;
  const keys = type ? type.columns.filter(({ key, kind }) => kind !== 'area' && detail.values[key] !== undefined) : [];
  return (
    <>
      <div className="aside-head">
        <h2>{say(detail.title)}</h2>
        {close}
      </div>
      <p>
        <span className="tag">{say(`record.state.${detail.state}`)}</span> {sayDay(detail.day, language)}
        {detail.endedOn && ` · ${say('record.ended-on', { day: sayDay(detail.endedOn, language) })}`}
      </p>
      <h3 className="aside-part">{say('record.values')}</h3>
      <dl className="facts">
        {keys.map((column) => (
          <div key={column.key} className="facts-row">
            <dt>{say(column.label)}</dt>
            <dd>{sayCell(column, detail.values[column.key], say, language)}</dd>
          </div>
        ))}
        <dt>{say('figure.unit')}</dt>
        <dd>{detail.unit ? unitNameOf(detail.unit, detail.unitName) : '—'}</dd>
        <dt>{say('list.place')}</dt>
        <dd>{[detail.townName, detail.placeName].filter(Boolean).join(' ') || '—'}</dd>
      </dl>
      {isPersonal && <p className="grey">{say('record.masked')}</p>}
      {detail.import && (
        <p>
          <Link to="/records/imports/$import" params={{ import: detail.import }}>
            {say('record.from-import', { row: detail.importRow ?? '' })}
          </Link>
        </p>
      )}
      <Facts detail={detail} />
      <h3 className="aside-part">{say('record.history')}</h3>
      <ol className="plain">
        {detail.history.map((step) => (
          <li key={step.id}>
            {sayMoment(step.recordedAt, language)} · {say(`record.state.${step.state}`)}
            {step.why && <span className="grey"> {say('record.why', { why: step.why })}</span>}
          </li>
        ))}
      </ol>
      {type?.mayRecord && (detail.state === 'current' || detail.state === 'ended') && (
        <TakeBack detail={detail} hasEnd={type.hasEnd && detail.state === 'current'} />
      )}
    </>
  );
}

function Facts({ detail }: { detail: RecordDetail }) {
  const { say, language } = useWords();
  return (
    <>
      <h3 className="aside-part">{say('record.facts')}</h3>
      {detail.facts.length === 0 && <p className="grey">{say('record.facts-none')}</p>}
      <ul className="plain">
        {detail.facts.map((fact) => (
          <li key={fact.id}>
            {say('text.name', {
              name: fact.variantTitle
                ? say('text.bracket', { text: say(fact.title), inside: say(fact.variantTitle) })
                : say(fact.title),
            })}
            <b>
              {say(`record.fact.${fact.effect}`, {
                quantity: withUnit(exact(Math.abs(fact.effect === 'count' ? fact.quantity : fact.stated), 2), say(fact.unit)),
              })}
            </b>{' '}
            <span className="grey">
              {sayDay(fact.day, language)}
              {fact.until && ` · ${say('record.fact-until', { day: sayDay(fact.until, language) })}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
