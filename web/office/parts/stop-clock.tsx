import { useState } from 'react';
import { change } from '../../shared/client.ts';
import { beijingDay } from '../../shared/day.ts';
import { useWords } from '../../shared/words/index.ts';
import { useChange } from '../asking.ts';
import { DayPicker } from './day-picker.tsx';
import { milestoneReadings } from './milestone-readings.ts';
import { TextForm } from './text-form.tsx';

type Props = { readonly subject: string; readonly onDone: () => void; readonly onCancel: () => void };

/** Stops the clock of a notice, or all clocks of a measure, with a reason: from today, until a day or until it is let run again. */
export function StopClock({ subject, onDone, onCancel }: Props) {
  const { say } = useWords();
  const [until, setUntil] = useState<string>();
  const stop = useChange(
    (reason: string) => change('POST', '/api/supervision/pauses', { subject, reason, ...(until ? { to: until } : {}) }),
    milestoneReadings,
    { onSuccess: onDone },
  );
  return (
    <TextForm
      label={say('notice.pause-why')}
      send={say('notice.pause')}
      isBusy={stop.isPending}
      error={stop.error}
      onSend={stop.mutate}
      onCancel={onCancel}
    >
      <div className="field">
        <label htmlFor="pause-until">{say('notice.pause-until')}</label>
        <DayPicker
          id="pause-until"
          value={until}
          from={beijingDay(new Date())}
          placeholder={say('notice.pause-open')}
          onChange={setUntil}
        />
      </div>
    </TextForm>
  );
}
