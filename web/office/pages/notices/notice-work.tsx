import { App, Button } from 'antd';
import { useState } from 'react';
import type { Notice } from '../../../../server/modules/supervision/contract.ts';
import { change } from '../../../shared/client.ts';
import { addDays, beijingDay, sayDay } from '../../../shared/day.ts';
import { useWords, type Word } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { milestoneReadings } from '../../parts/milestone-readings.ts';
import { Problem } from '../../parts/notices.tsx';
import { StopClock } from '../../parts/stop-clock.tsx';
import { TextForm } from '../../parts/text-form.tsx';

/** What the office may do about a notice besides deciding answers: stop its clock with a reason, let it run again, take it back. */
export function NoticeWork({ notice }: { notice: Notice }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [form, setForm] = useState<'pause' | 'withdraw'>();
  const subject = `notice:${notice.id}`;
  const done = (word: Word) => () => {
    setForm(undefined);
    void message.success(say(word));
  };
  const resume = useChange(() => change('POST', '/api/supervision/pauses/end', { subject }), milestoneReadings, {
    onSuccess: done('notice.resumed'),
  });
  const withdraw = useChange(
    (reason: string) => change('POST', `/api/notices/${notice.id}/withdraw`, { reason }),
    milestoneReadings,
    {
      onSuccess: done('notice.withdrawn'),
    },
  );
  const isLive = notice.state === 'open' || notice.state === 'answered' || notice.state === 'returned';
  const today = beijingDay(new Date());
  // A quiet period of the whole district, or a pause of the measure, is ended where it was set.
  const isPaused = notice.pauses.some(({ from, to, isOwn }) => isOwn && from < today && (to === null || to >= today));
  return (
    <>
      <Pauses notice={notice} />
      {notice.may.decide && isLive && (
        <section className="section" aria-labelledby="work">
          <h2 id="work">{say('notice.work')}</h2>
          {form === 'pause' && <StopClock subject={subject} onDone={done('notice.paused')} onCancel={() => setForm(undefined)} />}
          {form === 'withdraw' && (
            <TextForm
              label={say('notice.withdraw-why')}
              send={say('notice.withdraw')}
              isBusy={withdraw.isPending}
              error={withdraw.error}
              onSend={withdraw.mutate}
              onCancel={() => setForm(undefined)}
            />
          )}
          {form === undefined && (
            <>
              <Problem error={resume.error} />
              <div className="buttons">
                {isPaused ? (
                  <Button loading={resume.isPending} onClick={() => resume.mutate(undefined)}>
                    {say('notice.resume')}
                  </Button>
                ) : (
                  notice.clock && <Button onClick={() => setForm('pause')}>{say('notice.pause')}</Button>
                )}
                <Button onClick={() => setForm('withdraw')}>{say('notice.withdraw')}</Button>
              </div>
            </>
          )}
        </section>
      )}
    </>
  );
}

function Pauses({ notice: { pauses } }: { notice: Notice }) {
  const { say, language } = useWords();
  if (pauses.length === 0) return null;
  return (
    <section className="section" aria-labelledby="pauses">
      <h2 id="pauses">{say('notice.pauses')}</h2>
      <ul className="plain">
        {pauses.map(({ id, from, to, reason, byName }) => (
          <li key={id}>
            {/* The clock stands still after the day that is kept: the first day that does not count is the next. */}
            {say(to ? 'notice.pause-line' : 'notice.pause-line-open', {
              from: sayDay(addDays(from, 1), language),
              to: to ? sayDay(to, language) : '',
              reason,
              name: byName,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
