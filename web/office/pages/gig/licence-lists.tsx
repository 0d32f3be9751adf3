import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type {
  ClaimedLicence,
  EndingLicence,
  LicenceList,
  ListedLicence,
} from '../../../../server/modules/gigs/workers/contract.ts';
import { change } from '../../../shared/client.ts';
import { daysBetween, sayDay, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Empty, Problem, Reading } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { AmendLicence, changed } from './amend-licence.tsx';

export function useLicences() {
  const enabled = opens(useSignedIn(), 'gig-station');
  return useAsk<LicenceList>('/api/gig-licences', {}, { enabled, every: 30_000 });
}

/** Licences that people say they hold, until an officer has seen them; then those that end soon or have just ended, and those seen lately. */
export function Licences() {
  const { say, language } = useWords();
  return (
    <Reading of={useLicences()}>
      {({ claimed, ending, checked, day }) => (
        <>
          <section className="section">
            <h2>{say('gigs.licences-claimed')}</h2>
            {claimed.length === 0 ? (
              <Empty title={say('gig.licences-none')} hint={say('gig.licences-none-hint')} />
            ) : (
              <ul className="plain rows">
                {claimed.map((licence) => (
                  <li key={licence.id}>
                    <Claimed licence={licence} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="section">
            <h2>{say('gigs.licences-ending')}</h2>
            <p className="grey">{say(ending.length === 0 ? 'gigs.licences-ending-none' : 'gigs.licences-ending-hint')}</p>
            {ending.length > 0 && (
              <ul className="plain rows">
                {ending.map((licence) => (
                  <li key={licence.id}>
                    <Ending licence={licence} today={day} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          {checked.length > 0 && (
            <section className="section">
              <h2>{say('gigs.licences-checked')}</h2>
              <p className="grey">{say('gigs.licences-checked-hint')}</p>
              <ul className="plain rows">
                {checked.map((licence) => (
                  <li key={licence.id} className="claimed">
                    <Whose licence={licence}>
                      <span className="grey">
                        {say('gigs.licence-checked', {
                          day: sayDay(licence.expiresOn, language),
                          at: sayMoment(licence.checkedAt, language),
                        })}
                      </span>
                    </Whose>
                    <AmendLicence licence={licence} />
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Reading>
  );
}

function Claimed({ licence }: { licence: ClaimedLicence }) {
  const { say, language } = useWords();
  const [isRefusing, refuse] = useState(false);
  const check = useChange((body: object) => change('POST', `/api/gig-licences/${licence.id}/check`, body), changed);
  return (
    <div className="claimed">
      <Whose licence={licence}>
        <span className="grey">{say('gig.claimed-at', { at: sayMoment(licence.claimedAt, language) })}</span>
      </Whose>
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
        <Seen
          label={say('gig.licence-until')}
          initial={licence.expiresOn}
          isBusy={check.isPending}
          error={check.error}
          onSeen={(expiresOn) => check.mutate({ holds: true, expiresOn })}
        >
          <Button onClick={() => refuse(true)}>{say('gig.licence-refuse')}</Button>
        </Seen>
      )}
    </div>
  );
}

function Ending({ licence, today }: { licence: EndingLicence; today: string }) {
  const { say, language } = useWords();
  const [isRenewing, renew] = useState(false);
  const seeNew = useChange(async (expiresOn: string) => {
    const claim = { licence: licence.licence, expiresOn };
    const { licence: id } = await change<{ licence: string }>('POST', `/api/gig-workers/${licence.worker}/licences`, claim);
    return change('POST', `/api/gig-licences/${id}/check`, { holds: true, expiresOn });
  }, changed);
  const days = daysBetween(today, licence.expiresOn);
  const day = sayDay(licence.expiresOn, language);
  return (
    <div className="claimed">
      <Whose licence={licence}>
        {licence.isOver ? (
          <span className="task-late">
            <span aria-hidden="true">■ </span>
            {say('gigs.licence-ended', { day, n: -days })}
          </span>
        ) : (
          <span className="grey">{days === 0 ? say('gigs.licence-ends-today') : say('gigs.licence-ends', { day, n: days })}</span>
        )}
      </Whose>
      {isRenewing ? (
        <Seen
          label={say('gigs.licence-new-until')}
          initial={null}
          isBusy={seeNew.isPending}
          error={seeNew.error}
          onSeen={seeNew.mutate}
        >
          <Button onClick={() => renew(false)}>{say('action.cancel')}</Button>
        </Seen>
      ) : (
        <div className="buttons">
          <Button onClick={() => renew(true)}>{say('gigs.licence-renew')}</Button>
        </div>
      )}
      {!isRenewing && !licence.isOver && <AmendLicence licence={licence} />}
    </div>
  );
}

function Whose({ licence: { name, workerName, workerNumber }, children }: { licence: ListedLicence; children: ReactNode }) {
  const { say } = useWords();
  return (
    <p>
      <b>{say(name)}</b> · {say('gig.of-worker', { name: workerName, n: workerNumber })}
      <br />
      {children}
    </p>
  );
}

/** An officer has the licence in their hand: until when it holds. */
function Seen(given: {
  label: string;
  initial: string | null;
  isBusy: boolean;
  error: unknown;
  onSeen: (expiresOn: string) => void;
  children: ReactNode;
}) {
  const { say } = useWords();
  const { label, initial, isBusy, error, onSeen, children } = given;
  const [day, setDay] = useState(initial ?? undefined);
  return (
    <>
      <Problem error={error} />
      <div className="buttons">
        <DayPicker label={label} value={day} onChange={setDay} placeholder={label} />
        <Button type="primary" disabled={!day} loading={isBusy} onClick={() => day && onSeen(day)}>
          {say('gig.licence-holds')}
        </Button>
        {children}
      </div>
    </>
  );
}
