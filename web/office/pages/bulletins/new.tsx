import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { BulletinKind, BulletinList, Span } from '../../../../server/modules/bulletins/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Problem, Reading } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { pastSpans, saySpan } from './say.ts';

const route = getRouteApi('/bulletins/new');
const kinds = ['month', 'quarter', 'year', 'span'] as const;

/** One question: of which days? The last full month is chosen already. */
export function NewBulletin() {
  const { say } = useWords();
  const me = useSignedIn();
  const list = useAsk<BulletinList>('/api/bulletins', {}, { enabled: holds(me, 'programme-office') });
  if (!holds(me, 'programme-office')) return <NotYours />;
  return (
    <div className="page">
      <Heading
        title={say('bulletins.new')}
        above={<Link to="/bulletins">{say('bulletins.title')}</Link>}
        lead={say('bulletins.lead')}
      />
      <Reading of={list}>{(answer) => <Choosing list={answer} />}</Reading>
    </div>
  );
}

function Choosing({ list }: { list: BulletinList }) {
  const { say, language } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/bulletins/new' });
  const kind: BulletinKind = kinds.find((known) => known === search.kind) ?? 'month';
  const [days, setDays] = useState<{ from?: string | undefined; to?: string | undefined }>({ from: search.from, to: search.to });
  const past = kind === 'span' ? [] : pastSpans(kind, list.suggested[kind], list.startsOn);
  const chosen: Span | undefined =
    kind === 'span'
      ? days.from && days.to
        ? { kind, from: days.from, to: days.to }
        : undefined
      : (past.find(({ from }) => from === search.from) ?? past[0]);
  const make = useChange(
    (span: Span) => change<{ bulletin: string }>('POST', '/api/bulletins', span),
    ['/api/bulletins', '/api/today'],
    { onSuccess: ({ bulletin }) => navigate({ to: '/bulletins/$bulletin', params: { bulletin } }) },
  );
  const choose = (given: { kind?: BulletinKind; from?: string | undefined; to?: string | undefined }) =>
    void navigate({ search: (old) => ({ lang: old.lang, ...given }), replace: true });
  return (
    <form
      className="bulletin-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) make.mutate(chosen);
      }}
    >
      <Choices
        label={say('bulletins.which')}
        value={kind}
        choices={kinds.map((value) => ({ value, label: say(`bulletins.kind.${value}`) }))}
        onChoose={(value) => choose({ kind: value })}
      />
      {kind !== 'span' && past.length === 0 && <p className="grey">{say('bulletins.too-young')}</p>}
      {kind !== 'span' && past.length > 0 && (
        <label className="filter">
          <span>{say('bulletins.which')}</span>
          <select className="native" value={chosen?.from ?? ''} onChange={({ target }) => choose({ kind, from: target.value })}>
            {past.map((span) => (
              <option key={span.from} value={span.from}>
                {saySpan(span, say, language)}
              </option>
            ))}
          </select>
        </label>
      )}
      {kind === 'span' && (
        <div className="filters">
          <DayPicker
            label={say('bulletins.first-day')}
            placeholder={say('bulletins.first-day')}
            value={days.from}
            to={days.to ?? list.today}
            onChange={(from) => setDays({ ...days, from })}
          />
          <DayPicker
            label={say('bulletins.last-day')}
            placeholder={say('bulletins.last-day')}
            value={days.to}
            from={days.from ?? list.startsOn}
            to={list.today}
            onChange={(to) => setDays({ ...days, to })}
          />
        </div>
      )}
      {chosen && <p className="grey">{say('bulletins.numbers-of', { day: sayDay(chosen.to, language) })}</p>}
      <Problem error={make.error} />
      <Button type="primary" htmlType="submit" disabled={!chosen} loading={make.isPending}>
        {say('bulletins.make')}
      </Button>
    </form>
  );
}
