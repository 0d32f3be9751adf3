import { Button } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import type { IssuedCard } from '../../../../server/modules/gigs/workers/contract.ts';
import { change, isPassing } from '../../../shared/client.ts';
import { beijingDay } from '../../../shared/day.ts';
import { QrCode } from '../../../shared/qr-code.tsx';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';

/** What the server answers; sent a second time it comes without the code, which is kept nowhere. */
export type Handed = Pick<IssuedCard, 'number'> & Partial<Pick<IssuedCard, 'name' | 'card'>>;

/** A card as it is handed over: to look at, and alone on the paper when it is printed. */
export function CardToHand({ handed }: { handed: Handed }) {
  const { say } = useWords();
  if (!handed.card) return <p className="grey">{say('gig.card-gone')}</p>;
  return (
    <>
      <CardFace handed={handed} />
      {createPortal(
        <div className="card-sheet" aria-hidden="true">
          <CardFace handed={handed} />
        </div>,
        document.body,
      )}
    </>
  );
}

/** In both languages: whoever reads it is not who chose the page's language. */
function CardFace({ handed: { number, name, card = '' } }: { handed: Handed }) {
  const { say } = useWords();
  return (
    <div className="card-face">
      <QrCode title={say('gig.card-code')} value={card} />
      <div className="card-says">
        <p className="card-title">
          工友卡 <span lang="en">Worker’s card</span>
        </p>
        <p className="card-number">{String(number).replace(/\B(?=(\d{3})+$)/g, ' ')}</p>
        <p>
          {name} · {beijingDay(new Date())}
        </p>
        <p className="card-how">
          到哪个零工站都能刷卡签到。丢了请到窗口换，旧卡作废。
          <span lang="en">Check in at any gig station. Lost? Any counter makes a new one; the old one stops working.</span>
        </p>
      </div>
    </div>
  );
}

const whys = ['lost', 'worn'] as const;

/** A card for whoever has lost theirs. Its code comes from the server, so without network there is none; the number still checks in. */
export function RenewCard({ worker }: { worker: string }) {
  const { say } = useWords();
  const [why, setWhy] = useState<(typeof whys)[number]>('lost');
  const renew = useChange((given: { why: string }) => change<Handed>('POST', `/api/gig-workers/${worker}/card`, given));
  return (
    <details className="as-table">
      <summary>{say('gig.card-renew')}</summary>
      {renew.data ? (
        <div className="worker-card" role="status">
          <p>{say('gig.card-renewed')}</p>
          <CardToHand handed={renew.data} />
          <div className="buttons">
            <Button type="primary" autoFocus onClick={() => window.print()}>
              {say('gig.card-print')}
            </Button>
            <Button onClick={() => renew.reset()}>{say('gig.card-handed')}</Button>
          </div>
        </div>
      ) : (
        <form
          className="text-form"
          onSubmit={(event) => {
            event.preventDefault();
            renew.mutate({ why });
          }}
        >
          <fieldset className="join-shifts">
            <legend>{say('gig.card-why')}</legend>
            {whys.map((one) => (
              <label key={one} className="filter">
                <input type="radio" name="card-why" checked={why === one} onChange={() => setWhy(one)} />
                <span>{say(`gig.card-why-${one}`)}</span>
              </label>
            ))}
          </fieldset>
          <p className="grey">{say('gig.card-renew-means')}</p>
          {isPassing(renew.error) ? <p role="alert">{say('gig.card-cut')}</p> : <Problem error={renew.error} />}
          <Button htmlType="submit" loading={renew.isPending}>
            {say('gig.card-renew-do')}
          </Button>
        </form>
      )}
    </details>
  );
}
