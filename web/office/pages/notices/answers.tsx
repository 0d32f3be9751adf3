import { App, Button } from 'antd';
import { useState } from 'react';
import type { Notice, NoticeAnswer, Rules } from '../../../../server/modules/supervision/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { EvidenceList } from '../../parts/evidence.tsx';
import { milestoneReadings } from '../../parts/milestone-readings.ts';
import { Problem } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';

/** What was answered, oldest first, and what the office said to it; the last one is decided here. */
export function Answers({ notice }: { notice: Notice }) {
  const { say, language } = useWords();
  const { answers } = notice;
  const asksHere = notice.may.answer && (notice.state === 'open' || notice.state === 'returned');
  if (answers.length === 0 && (notice.clock === null || asksHere)) return null;
  const waiting = notice.state === 'answered' && notice.may.decide ? answers.at(-1) : undefined;
  return (
    <section className="section" aria-labelledby="answers">
      <h2 id="answers">{say('notice.answers')}</h2>
      {answers.length === 0 && <p className="grey">{say('notice.answers-none')}</p>}
      <ol className="plain rows">
        {answers.map((answer) => (
          <li key={answer.id}>
            <p>
              <b>{say(`notice.answer.${answer.kind}`)}</b>{' '}
              {answer.newDate && <b>{say('notice.answer-to', { day: sayDay(answer.newDate, language) })}</b>}{' '}
              <span className="grey">
                {say('notice.answer-line', { day: sayDay(answer.answeredOn, language), name: answer.answeredByName })}
              </span>
            </p>
            <p className="as-written">{answer.text}</p>
            <EvidenceList items={answer.evidence} />
            <Verdict answer={answer} />
          </li>
        ))}
      </ol>
      {waiting && <Decide notice={notice} answer={waiting} />}
    </section>
  );
}

function Verdict({ answer: { verdict, reason, decidedOn, decidedByName } }: { answer: NoticeAnswer }) {
  const { say, language } = useWords();
  if (!verdict) return null;
  return (
    <p className={`verdict verdict-${verdict}`}>
      <b>
        {say('notice.verdict-line', {
          verdict: say(`notice.verdict.${verdict}`),
          day: decidedOn ? sayDay(decidedOn, language) : '',
          name: decidedByName ?? '',
        })}
      </b>
      {reason && ` ${reason}`}
    </p>
  );
}

/** What accepting brings about depends on what the notice is about: a milestone has a date, a figure its records, an instruction neither. */
function hintOf(subject: string, kind: NoticeAnswer['kind']) {
  if (subject.startsWith('milestone:')) return kind;
  if (kind === 'new-date') return 'date-alone' as const;
  if (kind === 'measure') return kind;
  return subject.startsWith('measure:') ? ('evidence-hand' as const) : ('evidence-figure' as const);
}

function Decide({ notice, answer }: { notice: Notice; answer: NoticeAnswer }) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const [isReturning, setReturning] = useState(false);
  const rules = useAsk<Rules>('/api/supervision/rules');
  const decide = useChange(
    (given: { accept: boolean; reason?: string }) =>
      change('POST', `/api/notices/${notice.id}/decide`, { answer: answer.id, ...given }),
    milestoneReadings,
    {
      onSuccess: (_, { accept }) => {
        setReturning(false);
        void message.success(say(accept ? 'notice.accepted' : 'notice.returned'));
      },
    },
  );
  const isMilestone = notice.subject.startsWith('milestone:');
  const accept =
    answer.kind === 'new-date' && answer.newDate
      ? say('notice.accept.new-date', { day: sayDay(answer.newDate, language) })
      : answer.kind === 'evidence' && isMilestone
        ? say('notice.accept.evidence')
        : say('notice.accept');
  const n = rules.data?.content.holdWorkingDays ?? 0;
  const hint = say(`notice.accept-hint.${hintOf(notice.subject, answer.kind)}`, { n });
  if (isReturning)
    return (
      <TextForm
        label={say('notice.return-why')}
        send={say('notice.return')}
        isBusy={decide.isPending}
        error={decide.error}
        onSend={(reason) => decide.mutate({ accept: false, reason })}
        onCancel={() => setReturning(false)}
      />
    );
  return (
    <section aria-label={say('notice.decide')}>
      <Problem error={decide.error} />
      <div className="buttons">
        <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate({ accept: true })}>
          {accept}
        </Button>
        <Button onClick={() => setReturning(true)}>{say('notice.return')}</Button>
      </div>
      <p className="grey">{hint}</p>
    </section>
  );
}
