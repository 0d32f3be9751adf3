import { Button } from 'antd';
import { useState } from 'react';
import type { DeskServices } from '../../../../server/modules/gigs/faces/contract.ts';
import { change } from '../../../shared/client.ts';
import { timeAt } from '../../../shared/say-gig.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { Empty, Reading } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { desks } from './desk-service.tsx';
import { type OwnStation, stationPath } from './use-counter.ts';

type DeskServicesShown = { readonly rows: DeskServices['services'] };

/** What the desks did today; what was written down by mistake is taken back with a reason. */
export function Services({ station }: { station: OwnStation }) {
  const { say } = useWords();
  const services = useAsk<DeskServices>(stationPath(station, 'services'), {}, { every: 30_000 });
  return (
    <Reading of={services}>
      {({ services: rows }) =>
        rows.length === 0 ? (
          <Empty title={say('gig.services-none')} hint={say('gig.services-none-hint')} />
        ) : (
          <>
            <Sum rows={rows} />
            <ul className="plain rows">
              {rows.map((row) => (
                <li key={row.service}>
                  <Service row={row} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Reading>
  );
}

/** How many were served at which desk, and how many person-times that counts; what was taken back is neither. */
function Sum({ rows }: DeskServicesShown) {
  const { say } = useWords();
  const standing = rows.filter(({ isReversed }) => !isReversed);
  const counted = standing.filter(({ isRepeat }) => !isRepeat).length;
  const ofDesk = desks
    .map((desk) => ({ desk, n: standing.filter((row) => row.desk === desk).length }))
    .filter(({ n }) => n > 0)
    .map(({ desk, n }) => say('gig.services-of', { desk: say(`gig.desk.${desk}`), n }));
  return (
    <p>
      <b>{say('gig.services-sum', { n: standing.length, counted })}</b>{' '}
      <span className="grey">
        {[
          ...ofDesk,
          ...(standing.length < rows.length ? [say('gig.services-reversed', { n: rows.length - standing.length })] : []),
        ].join(' · ')}
      </span>
    </p>
  );
}

function Service({ row }: { row: DeskServices['services'][number] }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  const reverse = useChange(
    (reason: string) => change('POST', `/api/gig-services/${row.service}/reverse`, { reason }),
    ['/api/gig'],
    {
      onSuccess: () => setOpen(false),
    },
  );
  return (
    <>
      <p className="line">
        <span>
          {timeAt(Date.parse(row.at))} <b>{say(`gig.desk.${row.desk}`)}</b> ·{' '}
          {say('gig.of-worker', { name: row.workerName, n: row.workerNumber })}{' '}
          {row.isRepeat && <span className="tag">{say('gig.service-repeat', { kind: say(`gig.counts-as.${row.desk}`) })}</span>}
          <br />
          {row.note}
        </span>
        {row.isReversed ? (
          <span className="tag">{say('gig.service-reversed')}</span>
        ) : (
          !isOpen && (
            <Button size="small" onClick={() => setOpen(true)}>
              {say('gig.service-reverse')}
            </Button>
          )
        )}
      </p>
      {isOpen && (
        <TextForm
          label={say('gig.service-reverse-why')}
          send={say('gig.service-reverse')}
          most={200}
          isBusy={reverse.isPending}
          error={reverse.error}
          onSend={reverse.mutate}
          onCancel={() => setOpen(false)}
        />
      )}
    </>
  );
}
