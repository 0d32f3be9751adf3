import { App, Button } from 'antd';
import { useState } from 'react';
import type { Rules } from '../../../../server/modules/supervision/contract.ts';
import { change } from '../../../shared/client.ts';
import { addDays, beijingDay, sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem } from '../../parts/notices.tsx';
import { TextForm } from '../../parts/text-form.tsx';

/** Days on which nobody is chased: set with a reason, ended before their time if need be. */
export function Quiet({ quiet, mayEdit }: { quiet: Rules['quiet']; mayEdit: boolean }) {
  const { say, language } = useWords();
  const { message } = App.useApp();
  const today = beijingDay(new Date());
  const [isAdding, setAdding] = useState(false);
  const [from, setFrom] = useState<string>();
  const [to, setTo] = useState<string>();
  const add = useChange(
    (reason: string) =>
      change('POST', '/api/supervision/pauses', {
        subject: 'district',
        reason,
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      }),
    ['/api/supervision', '/api/notices', '/api/today'],
    {
      onSuccess: () => {
        setAdding(false);
        void message.success(say('quiet.added'));
      },
    },
  );
  const end = useChange(
    (pause: string) => change('POST', '/api/supervision/pauses/end', { subject: 'district', pause }),
    ['/api/supervision', '/api/notices', '/api/today'],
    { onSuccess: () => void message.success(say('quiet.ended')) },
  );
  // The clock stands still after the day that is kept: the first quiet day is the next.
  const periods = quiet.map((period) => ({ ...period, first: addDays(period.from, 1) })).toReversed();
  return (
    <section aria-labelledby="quiet">
      <h2 id="quiet">{say('quiet.title')}</h2>
      <p className="grey">{say('quiet.hint')}</p>
      {periods.length === 0 && <p>{say('quiet.none')}</p>}
      <ul className="plain">
        {periods.map(({ id, first, to: last, reason, byName }) => {
          const state = last !== null && last < today ? 'past' : first > today ? 'soon' : 'now';
          return (
            <li key={id} className="version-line">
              <span className="tag">{say(`quiet.${state}`)}</span>{' '}
              {say('quiet.line', {
                from: sayDay(first, language),
                to: last ? sayDay(last, language) : '…',
                reason,
                name: byName,
              })}
              {state !== 'past' && mayEdit && (
                <div className="buttons">
                  <Button size="small" loading={end.isPending} onClick={() => end.mutate(id)}>
                    {say(state === 'soon' ? 'quiet.call-off' : 'quiet.end')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <Problem error={end.error} />
      {mayEdit && !isAdding && (
        <div className="buttons">
          <Button onClick={() => setAdding(true)}>{say('quiet.add')}</Button>
        </div>
      )}
      {isAdding && (
        <TextForm
          label={say('quiet.reason')}
          send={say('quiet.add')}
          isBusy={add.isPending}
          error={add.error}
          onSend={add.mutate}
          onCancel={() => setAdding(false)}
        >
          <div className="quiet-days">
            <div className="field">
              <label htmlFor="quiet-from">{say('quiet.from')}</label>
              <DayPicker id="quiet-from" value={from} from={today} placeholder={say('rules.valid-today')} onChange={setFrom} />
            </div>
            <div className="field">
              <label htmlFor="quiet-to">{say('quiet.to')}</label>
              <DayPicker id="quiet-to" value={to} from={from ?? today} placeholder={say('quiet.choose')} onChange={setTo} />
            </div>
          </div>
        </TextForm>
      )}
    </section>
  );
}
