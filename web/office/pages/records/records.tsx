import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import type { ImportList, RecordTypeView } from '../../../../server/modules/records/contract.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { ImportStateTag } from './import-state.tsx';

/** What there is to report, by the tasks it serves, and the tables uploaded lately. */
export function RecordsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const types = useAsk<{ readonly types: readonly RecordTypeView[] }>('/api/record-types', {}, { enabled: opens(me, 'records') });
  const [wanted, want] = useState('');
  if (!opens(me, 'records')) return <NotYours />;
  const matches = ({ title, about }: RecordTypeView) =>
    [title.zh, title.en, about.zh, about.en].some((text) => text.toLowerCase().includes(wanted.trim().toLowerCase()));
  return (
    <div className="page">
      <Heading title={say('records.title')} lead={say('records.lead')}>
        <Input
          className="search"
          allowClear
          aria-label={say('records.find-type')}
          placeholder={say('records.find-type')}
          value={wanted}
          onChange={(event) => want(event.target.value)}
        />
      </Heading>
      <div className="split">
        <Reading of={types}>
          {({ types: all }) => {
            const shown = all.filter(matches);
            if (shown.length === 0) return <Empty title={say('records.types-none')} hint={say('records.types-none-hint')} />;
            return (
              <ul className="types">
                {shown.map(({ name, title, about, measure }) => (
                  <li key={name}>
                    <Link to="/records/$type" params={{ type: name }} className="type">
                      <b>{say(title)}</b>
                      <span className="grey">{say('records.for-measure', { no: measure })}</span>
                      <span className="type-about">{say(about)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            );
          }}
        </Reading>
        <Recent />
      </div>
    </div>
  );
}

export function Recent({ type }: { type?: string }) {
  const { say, language } = useWords();
  const imports = useAsk<ImportList>('/api/record-imports', { type, limit: 8 }, { every: 15_000 });
  return (
    <section className="aside aside-after" aria-labelledby="recent">
      <h2 id="recent">{say('records.recent')}</h2>
      <Reading of={imports}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="grey">{say('records.recent-none')}</p>
          ) : (
            <ul className="plain rows">
              {rows.map((one) => (
                <li key={one.id}>
                  <Link to="/records/imports/$import" params={{ import: one.id }}>
                    {one.fileName}
                  </Link>
                  <p className="grey">
                    {say(one.title)} · {sayMoment(one.uploadedAt, language)}
                  </p>
                  <ImportStateTag state={one.state} percent={one.percent} />
                </li>
              ))}
            </ul>
          )
        }
      </Reading>
    </section>
  );
}
