import { Button } from 'antd';
import { useState } from 'react';
import type { OpinionShown } from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { Asked, Decisions } from './opinion-card.tsx';
import { TextField } from './text-field.tsx';

type Props = { readonly of: OpinionShown; readonly isOpen: boolean; readonly today: string };

/** A unit's own opinion, what became of it, and whether the unit takes that. */
export function OwnOpinion({ of, isOpen, today }: Props) {
  const { say, language } = useWords();
  const latest = of.decisions.at(-1);
  return (
    <article className="opinion" aria-label={say('opinion.number', { n: of.number })}>
      <h3 className="opinion-title">{say('opinion.number', { n: of.number })}</h3>
      <Asked of={of} />
      {latest ? <Decisions of={of} /> : <p className="grey">{say('answer.waiting')}</p>}
      {latest && latest.response === null && (isOpen || today <= latest.respondBy) && (
        <>
          {today <= latest.respondBy && (
            <p className="grey">{say('answer.respond-by', { day: sayDay(latest.respondBy, language) })}</p>
          )}
          <Respond key={latest.revision} opinion={of.opinion} revision={latest.revision} />
        </>
      )}
    </article>
  );
}

function Respond({ opinion, revision }: { opinion: string; revision: number }) {
  const { say } = useWords();
  const [isContesting, setContesting] = useState(false);
  const [why, setWhy] = useState('');
  const respond = useChange(
    (response: 'accepted' | 'contested') =>
      change('POST', `/api/opinions/${opinion}/response`, {
        revision,
        response,
        why: response === 'contested' ? why.trim() : '',
      }),
    ['/api/consultations', '/api/today'],
  );
  return (
    <>
      <Problem error={respond.error} />
      {isContesting ? (
        <>
          <TextField label={say('answer.contest-why')} value={why} onChange={setWhy} most={1000} />
          <div className="buttons">
            <Button
              type="primary"
              disabled={why.trim().length < 2}
              loading={respond.isPending}
              onClick={() => respond.mutate('contested')}
            >
              {say('answer.contest-send')}
            </Button>
            <Button onClick={() => setContesting(false)}>{say('action.cancel')}</Button>
          </div>
        </>
      ) : (
        <div className="buttons">
          <Button loading={respond.isPending} onClick={() => respond.mutate('accepted')}>
            {say('answer.accept')}
          </Button>
          <Button onClick={() => setContesting(true)}>{say('answer.contest')}</Button>
        </div>
      )}
    </>
  );
}
