import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { ServiceFlag, ServiceFlags } from '../../../../server/modules/gigs/services/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { sayChance } from './chance.ts';

/** Series of services that look otherwise than people do: what was seen, the records behind it, and what somebody found. */
export function GigFlagsPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const flags = useAsk<ServiceFlags>('/api/gig-flags', {}, { enabled: opens(me, 'gig-flags') });
  if (!opens(me, 'gig-flags')) return <NotYours />;
  return (
    <div className="page">
      <Heading title={say('flags.title')} lead={say('flags.lead')} />
      <Reading of={flags}>
        {({ today, open, settled, may }) => (
          <>
            <Group title={say('flags.open')} flags={open} maySettle={may.settle} />
            {open.length === 0 && today.length === 0 && <Empty title={say('flags.none')} hint={say('flags.none-hint')} />}
            {open.length === 0 && today.length > 0 && <p>{say('flags.none-yet')}</p>}
            <Group title={say('flags.today')} hint={say('flags.today-hint')} flags={today} maySettle={false} />
            <Group title={say('flags.settled')} flags={settled} maySettle={false} />
          </>
        )}
      </Reading>
    </div>
  );
}

function Group({
  title,
  hint,
  flags,
  maySettle,
}: {
  title: string;
  hint?: string;
  flags: readonly ServiceFlag[];
  maySettle: boolean;
}) {
  if (flags.length === 0) return null;
  return (
    <section className="section" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="grey">{hint}</p>}
      {flags.map((flag) => (
        <Flag key={`${flag.test} ${flag.day} ${flag.subject.zh}`} flag={flag} maySettle={maySettle} />
      ))}
    </section>
  );
}

function Flag({ flag, maySettle }: { flag: ServiceFlag; maySettle: boolean }) {
  const { say, language } = useWords();
  const [doing, setDoing] = useState<'sound' | 'reversed'>();
  const { test, day, subject, params, outcome, reason, settledBy, settledAt, services, total } = flag;
  const dated = {
    ...params,
    ...(typeof params.day === 'string' ? { day: sayDay(params.day, language) } : {}),
    ...(params.chance === undefined ? {} : { chance: sayChance(params.chance, say) }),
  };
  return (
    <article className="gig-flag">
      <h3>{say('flags.head', { what: say(`flags.test.${test}`), who: say(subject), day: sayDay(day, language) })}</h3>
      <p>{say(`flags.seen.${test}`, dated)}</p>
      {outcome && (
        <p className="past-line">
          {say(`flags.outcome.${outcome}`, {
            name: settledBy ?? '',
            at: settledAt ? sayMoment(settledAt, language) : '',
            reason: reason ?? '',
          })}
        </p>
      )}
      <details className="as-table">
        <summary>{say('flags.records', { n: total })}</summary>
        <Table
          caption={say('flags.records', { n: total })}
          rows={services}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'at',
              title: say('flags.at'),
              isRowTitle: true,
              cell: ({ at, from, id }) =>
                from === 'import' ? (
                  <Link to="/records/$type" params={{ type: 'gig-service' }} search={{ view: 'list', record: id }}>
                    {sayDay(day, language)}
                  </Link>
                ) : (
                  <span className="nowrap">{at ? sayMoment(at, language) : sayDay(day, language)}</span>
                ),
            },
            {
              key: 'service',
              title: say('flags.service'),
              cell: ({ service, isTakenBack }) => (
                <span>
                  {say(`flags.service.${service}`)} {isTakenBack && <span className="tag">{say('flags.taken-back')}</span>}
                </span>
              ),
            },
            { key: 'station', title: say('flags.station'), cell: ({ station }) => say(station) },
            { key: 'person', title: say('flags.person'), cell: ({ person }) => person },
            { key: 'from', title: say('flags.from'), cell: ({ from }) => say(`flags.from.${from}`) },
            { key: 'note', title: say('flags.note'), cell: ({ note }) => note },
          ]}
        />
      </details>
      {maySettle && !flag.mayTakeBack && <p className="grey">{say('flags.own')}</p>}
      {maySettle && flag.mayTakeBack && !doing && (
        <div className="buttons">
          <Button onClick={() => setDoing('sound')}>{say('flags.sound')}</Button>
          <Button danger onClick={() => setDoing('reversed')}>
            {say('flags.reverse')}
          </Button>
        </div>
      )}
      {doing && flag.id && <SettleFlag flag={flag.id} outcome={doing} onClose={() => setDoing(undefined)} />}
    </article>
  );
}

function SettleFlag({ flag, outcome, onClose }: { flag: string; outcome: 'sound' | 'reversed'; onClose: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const settle = useChange(
    (reason: string) => change<{ takenBack: number; left: number }>('POST', `/api/gig-flags/${flag}/settle`, { outcome, reason }),
    ['/api/gig-flags', '/api/today', '/api/figures', '/api/records'],
    {
      onSuccess: ({ takenBack, left }) => {
        void message.success(outcome === 'sound' ? say('flags.now-sound') : say('flags.now-reversed', { n: takenBack, left }));
        onClose();
      },
    },
  );
  return (
    <TextForm
      label={say(outcome === 'sound' ? 'flags.why-sound' : 'flags.why-reversed')}
      send={say(outcome === 'sound' ? 'flags.sound' : 'flags.reverse')}
      most={400}
      isBusy={settle.isPending}
      error={settle.error}
      onSend={settle.mutate}
      onCancel={onClose}
    />
  );
}
