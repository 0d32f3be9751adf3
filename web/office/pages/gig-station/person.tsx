import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { LineEntry } from '../../../../server/modules/gigs/dawn/contract.ts';
import type { CounterWorker } from '../../../../server/modules/gigs/faces/contract.ts';
import { change, isPassing } from '../../../shared/client.ts';
import { sayDayInFull } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { useKept } from '../../use-kept.ts';
import { AmendLicence } from '../gig/amend-licence.tsx';
import { RenewCard } from './card.tsx';
import { DeskService } from './desk-service.tsx';
import { StateOf } from './line-table.tsx';
import { Offer } from './offer.tsx';
import { type Complaining, OpenComplaint } from './open-complaint.tsx';
import { PlaceByHand } from './place-by-hand.tsx';
import type { OwnStation, Post } from './use-counter.ts';

/** Somebody of the line, before the counter: what they can do, what they could take now, and what a desk did for them. */
export function Person({
  worker,
  entry,
  station,
  post,
  walkIns,
  onClose,
}: {
  worker: string;
  entry: LineEntry | undefined;
  station: OwnStation;
  post: Post;
  /** Counts how often the key for walk-ins was pressed. */
  walkIns: number;
  onClose: () => void;
}) {
  const { say, language } = useWords();
  const known = useKept<CounterWorker | null>('/api/gig-counter/worker', { worker });
  const [isPlacing, setPlacing] = useState(false);
  const [complaining, complain] = useState<Complaining>({ isOpen: false, asked: 0 });
  const aside = useRef<HTMLElement>(null);
  const pressed = useRef(walkIns);
  useEffect(() => {
    if (walkIns !== pressed.current) setPlacing(true);
    pressed.current = walkIns;
  }, [walkIns]);
  const found = known.data?.value;
  const name = entry?.name ?? found?.name ?? '';
  // While a work is looked for, the list has the panel to itself: it alone scrolls, and what is done with it stays in sight.
  const placing = isPlacing ? entry : undefined;
  useEffect(() => {
    if (placing || isAboveLine()) aside.current?.scrollIntoView();
  }, [placing === undefined]);
  return (
    <aside
      className={placing ? 'aside counter-aside counter-placing' : 'aside counter-aside'}
      ref={aside}
      aria-label={say('gig.person')}
    >
      <div className="aside-head">
        <h2>{entry ? say('gig.person-number', { n: entry.number, name }) : name}</h2>
        <button type="button" className="link-button" onClick={onClose}>
          {say('action.close')}
        </button>
      </div>
      {entry && (
        <p>
          <StateOf entry={entry} />
        </p>
      )}
      {entry?.state === 'offered' && <Offer worker={worker} number={entry.number} post={post} />}
      {placing && (
        <PlaceByHand
          worker={worker}
          number={placing.number}
          skills={placing.skills}
          station={station}
          post={post}
          onDone={() => setPlacing(false)}
        />
      )}
      {/* Hidden and not taken away: what was typed into a form of it stays. */}
      <div hidden={placing !== undefined}>
        <FullName worker={worker} />
        {entry ? (
          <div className="buttons">
            <Button type="primary" onClick={() => setPlacing(true)}>
              {say('gig.walk-in')}
              <span className="key" aria-hidden="true">
                W
              </span>
            </Button>
          </div>
        ) : (
          <p className="grey">{say('gig.not-in-line')}</p>
        )}
        <DeskService
          worker={worker}
          number={found?.worker.number ?? entry?.workerNumber ?? 0}
          station={station}
          post={post}
          onUnpaid={() => complain(({ asked }) => ({ isOpen: true, asked: asked + 1 }))}
        />
        <OpenComplaint worker={worker} station={station} complaining={complaining} onOpen={complain} />
        <RenewCard worker={worker} />
        {known.error && !found ? (
          isPassing(known.error) ? (
            <p className="grey">{say('gig.person-cut')}</p>
          ) : (
            <Problem error={known.error} />
          )
        ) : null}
        {found && (
          <>
            <h3 className="counter-part">{say('gig.skills')}</h3>
            <Skills found={found} />
            <dl className="facts counter-facts">
              <dt>{say('gig.worker-number')}</dt>
              <dd>{found.worker.number}</dd>
              <dt>{say('gig.pay-wish')}</dt>
              <dd>{say('gig.pay-range', { floor: found.worker.payFloor / 100, wish: found.worker.payWish / 100 })}</dd>
              <dt>{say('gig.shifts')}</dt>
              <dd>{found.worker.shifts.map((shift) => say(`gig.shift-${shift}`)).join(say('text.and'))}</dd>
              <dt>{say('gig.radius')}</dt>
              <dd>{say('gig.kilometres', { km: found.worker.radiusKm })}</dd>
              {found.worker.licences.map(({ id, name: licence, state, expiresOn }) => (
                <div key={id} className="facts-row">
                  <dt>{say('gig.licence')}</dt>
                  <dd>
                    {say(licence)} · {say(`gig.licence-${state}`)}
                    {expiresOn && ` · ${say('gig.until', { day: sayDayInFull(expiresOn, language) })}`}
                    {state === 'checked' && expiresOn && <AmendLicence licence={{ id, expiresOn }} />}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </aside>
  );
}

/** Where there is no room beside the line, the panel stands above it: whoever was pressed far down is looked at up there. */
const isAboveLine = (): boolean => window.matchMedia('(max-width: 1100px)').matches;

/** Name and number in full, for whoever has to be called or checked: an act of its own, kept in the audit. */
function FullName({ worker }: { worker: string }) {
  const { say } = useWords();
  const show = useChange(() => change<{ name: string; mobile: string }>('POST', `/api/residents/${worker}/show`));
  if (show.data)
    return (
      <p className="full-name">
        <b>{show.data.name}</b> {show.data.mobile}
      </p>
    );
  return (
    <>
      <button type="button" className="link-button" disabled={show.isPending} onClick={() => show.mutate(undefined)}>
        {say('gig.show')}
      </button>
      <Problem error={show.error} />
    </>
  );
}

/** What somebody says they can do; an officer who has seen it vouches for the level. */
function Skills({ found: { worker } }: { found: CounterWorker }) {
  const { say } = useWords();
  const vouch = useChange(
    ({ trade, level }: { trade: string; level: number }) =>
      change('POST', `/api/gig-workers/${worker.id}/skills/${trade}/check`, { level }),
    ['/api/gig'],
  );
  return (
    <>
      <Problem error={vouch.error} />
      <ul className="plain">
        {worker.skills.map(({ trade, name, level, checkedLevel }) => (
          <li key={trade} className="line">
            <span>
              {say(name)}
              {checkedLevel !== null && <span className="grey"> {say('gig.seen')}</span>}
            </span>
            <label className="filter">
              <span className="unseen">{say('gig.vouch', { trade: say(name) })}</span>
              <select
                className="native"
                value={checkedLevel ?? level}
                disabled={vouch.isPending}
                onChange={(event) => vouch.mutate({ trade, level: Number(event.target.value) })}
              >
                {([0, 1, 2, 3] as const).map((one) => (
                  <option key={one} value={one}>
                    {say(`gig.level-${one}`)}
                  </option>
                ))}
              </select>
              {checkedLevel === null && (
                <Button size="small" disabled={vouch.isPending} onClick={() => vouch.mutate({ trade, level })}>
                  {say('gig.vouch-as-said')}
                </Button>
              )}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
