import { Button } from 'antd';
import type { ConsultationShown, OpinionShown, Place } from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { CheckOf } from './check-of.tsx';
import { DecideForm } from './decide-form.tsx';
import type { Selected } from './paper-text.tsx';

type Props = {
  readonly of: OpinionShown;
  readonly in: ConsultationShown;
  readonly isChosen: boolean;
  readonly selected: Selected | undefined;
  readonly onChoose: () => void;
  readonly onPlace: (place: Place) => void;
};

/** One opinion: a line while it is only in the list, everything about it once it is chosen. */
export function OpinionCard({ of, in: consultation, isChosen, selected, onChoose, onPlace }: Props) {
  const { say } = useWords();
  const from = of.unitName === null ? say('opinion.public') : say(of.unitName);
  const about = of.measure === null ? say('consult.whole') : say('opinion.measure', { n: of.measure });
  return (
    <article
      className="opinion"
      aria-current={isChosen ? 'true' : undefined}
      aria-label={say('opinion.number', { n: of.number })}
    >
      <button type="button" className="opinion-head" aria-expanded={isChosen} onClick={onChoose}>
        <b>
          {say('opinion.number', { n: of.number })} · {from}
        </b>
        <span className="grey">{about}</span>
        <span className={`standing-${of.standing}`}>{say(`opinion.standing.${of.standing}`)}</span>
      </button>
      {isChosen && (
        <div className="opinion-body">
          <Asked of={of} />
          <Decisions of={of} />
          {consultation.mayManage && consultation.line.state === 'open' && <DecideForm key={of.decisions.length} of={of} />}
          <CheckOf of={of} in={consultation} selected={selected} onPlace={onPlace} />
          {of.hasContact && consultation.mayManage && <Contact opinion={of.opinion} />}
        </div>
      )}
    </article>
  );
}

/** What is asked for, and why. */
export function Asked({ of }: { of: OpinionShown }) {
  const { say, language } = useWords();
  return (
    <dl className="facts">
      <dt>{say('opinion.kind')}</dt>
      <dd>
        {say(`opinion.kind.${of.kind}`)} {of.isLate && <span className="tag">{say('consult.late')}</span>}
        {(of.anchor.state === 'edited' || of.anchor.state === 'lost') && (
          <span className="grey"> {say(`opinion.anchor.${of.anchor.state}`)}</span>
        )}
      </dd>
      {of.oldWords !== null && (
        <>
          <dt>{say('opinion.old')}</dt>
          <dd>{of.oldWords}</dd>
        </>
      )}
      {of.newWords !== null && (
        <>
          <dt>{say(of.kind === 'add' ? 'opinion.new-add' : 'opinion.new')}</dt>
          <dd>{of.newWords}</dd>
        </>
      )}
      <dt>{say('opinion.why')}</dt>
      <dd>
        {of.why}
        <span className="grey block">{[of.sentBy, sayMoment(of.sentAt, language)].filter(Boolean).join(' · ')}</span>
      </dd>
    </dl>
  );
}

/** Every decision, the newest last, with what its sender said to it. */
export function Decisions({ of }: { of: OpinionShown }) {
  const { say, language } = useWords();
  if (of.decisions.length === 0) return null;
  return (
    <ol className="plain decisions">
      {of.decisions.map(({ revision, decision, reason, promised, by, at, response, responseWhy }) => (
        <li key={revision}>
          <b>{say(`opinion.decided.${decision}`)}</b> {reason}
          {promised !== null && (
            <p>
              {say('opinion.new')} “{promised}”
            </p>
          )}
          <p className="grey">{say('opinion.decided-by', { by, at: sayMoment(at, language) })}</p>
          {response && <p>{say(`opinion.response.${response}`, { why: responseWhy ?? '' })}</p>}
        </li>
      ))}
    </ol>
  );
}

function Contact({ opinion }: { opinion: string }) {
  const { say } = useWords();
  const show = useChange(() => change<{ contact: string }>('POST', `/api/opinions/${opinion}/contact`));
  return (
    <div className="buttons">
      {show.data ? (
        <span>{show.data.contact}</span>
      ) : (
        <Button size="small" loading={show.isPending} onClick={() => show.mutate(undefined)}>
          {say('opinion.contact')}
        </Button>
      )}
      <span className="grey">{say('opinion.contact-hint')}</span>
      <Problem error={show.error} />
    </div>
  );
}
