import { App, Button } from 'antd';
import { useState } from 'react';
import type { MeasurePlan } from '../../../server/modules/plans/contract.ts';
import { change } from '../../shared/client.ts';
import { addDays, sayDay } from '../../shared/day.ts';
import { useWords } from '../../shared/words/index.ts';
import { useChange } from '../asking.ts';
import { milestoneReadings } from './milestone-readings.ts';
import { Problem } from './notices.tsx';
import { StopClock } from './stop-clock.tsx';

/** What holds a whole measure, told to everybody; the office stops its clocks with a reason and lets them run again. */
export function MeasureClock({ plan: { measure, pauses, may } }: { plan: MeasurePlan }) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const [isStopping, setStopping] = useState(false);
  const subject = `measure:${measure}`;
  const resume = useChange(
    (pause: string) => change('POST', '/api/supervision/pauses/end', { subject, pause }),
    milestoneReadings,
    { onSuccess: () => void message.success(say('notice.resumed')) },
  );
  const stopped = () => {
    setStopping(false);
    void message.success(say('notice.paused'));
  };
  if (isStopping) return <StopClock subject={subject} onDone={stopped} onCancel={() => setStopping(false)} />;
  return (
    <>
      <Problem error={resume.error} />
      {pauses.map(({ id, from, to, reason, byName }) => (
        <p key={id} className="measure-clock">
          {say('measure.clock-stands', {
            line: say(to ? 'notice.pause-line' : 'notice.pause-line-open', {
              from: sayDay(addDays(from, 1), language),
              to: to ? sayDay(to, language) : '',
              reason,
              name: byName,
            }),
          })}{' '}
          {may.decide && (
            <Button size="small" loading={resume.isPending} onClick={() => resume.mutate(id)}>
              {say('notice.resume')}
            </Button>
          )}
        </p>
      ))}
      {may.decide && pauses.length === 0 && (
        <div className="buttons">
          <Button onClick={() => setStopping(true)}>{say('measure.stop-clocks')}</Button>
        </div>
      )}
    </>
  );
}
