import { Button } from 'antd';
import { useState } from 'react';
import type { ClaimedLicences } from '../../../../server/modules/gigs/faces/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Empty, Problem, Reading } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';

type Licence = ClaimedLicences['licences'][number];

/** Licences that people say they hold, until an officer has seen them. */
export function Licences() {
  const { say } = useWords();
  const claimed = useAsk<ClaimedLicences>('/api/gig-licences/claimed', {}, { every: 30_000 });
  return (
    <Reading of={claimed}>
      {({ licences }) =>
        licences.length === 0 ? (
          <Empty title={say('gig.licences-none')} hint={say('gig.licences-none-hint')} />
        ) : (
          <ul className="plain rows">
            {licences.map((licence) => (
              <li key={licence.licence}>
                <Claimed licence={licence} />
              </li>
            ))}
          </ul>
        )
      }
    </Reading>
  );
}

function Claimed({ licence: { licence, name, workerName, workerNumber, expiresOn, claimedAt } }: { licence: Licence }) {
  const { say, language } = useWords();
  const [day, setDay] = useState(expiresOn ?? undefined);
  const [isRefusing, refuse] = useState(false);
  const check = useChange((body: object) => change('POST', `/api/gig-licences/${licence}/check`, body), ['/api/gig']);
  return (
    <div className="claimed">
      <p>
        <b>{say(name)}</b> · {say('gig.of-worker', { name: workerName, n: workerNumber })}
        <br />
        <span className="grey">{say('gig.claimed-at', { at: sayMoment(claimedAt, language) })}</span>
      </p>
      {isRefusing ? (
        <TextForm
          label={say('gig.licence-refuse-why')}
          send={say('gig.licence-refuse')}
          least={2}
          most={200}
          isBusy={check.isPending}
          error={check.error}
          onSend={(reason) => check.mutate({ holds: false, reason })}
          onCancel={() => refuse(false)}
        />
      ) : (
        <>
          <Problem error={check.error} />
          <div className="buttons">
            <DayPicker label={say('gig.licence-until')} value={day} onChange={setDay} placeholder={say('gig.licence-until')} />
            <Button
              type="primary"
              disabled={!day}
              loading={check.isPending}
              onClick={() => check.mutate({ holds: true, expiresOn: day })}
            >
              {say('gig.licence-holds')}
            </Button>
            <Button onClick={() => refuse(true)}>{say('gig.licence-refuse')}</Button>
          </div>
        </>
      )}
    </div>
  );
}
