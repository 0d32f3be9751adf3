import { App, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { KnownWeather } from '../../../../server/modules/gigs/rules/contract.ts';
import { change } from '../../../shared/client.ts';
import { addDays, beijingDay, sayWeekday } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { Field } from './field.tsx';

/** What is known of today and the days to come, and what an officer reads off the forecast or the thermometer. */
export function Weather() {
  const { say, language } = useWords();
  const me = useSignedIn();
  const known = useAsk<KnownWeather>('/api/gig-weather');
  return (
    <section className="section">
      <h2>{say('gigs.weather')}</h2>
      <Reading of={known}>
        {({ days }) =>
          days.length === 0 ? (
            <p className="grey">{say('gigs.weather-none')}</p>
          ) : (
            <Table
              isDense
              caption={say('gigs.weather')}
              rows={days}
              rowKey={({ day }) => day}
              columns={[
                { key: 'day', title: say('gigs.weather-day'), isRowTitle: true, cell: ({ day }) => sayWeekday(day, language) },
                { key: 'highest', title: say('gigs.weather-highest'), isNumber: true, cell: ({ highest }) => degrees(highest) },
                { key: 'lowest', title: say('gigs.weather-lowest'), isNumber: true, cell: ({ lowest }) => degrees(lowest) },
              ]}
            />
          )
        }
      </Reading>
      {opens(me, 'gig-station') && <Record />}
    </section>
  );
}

const degrees = (number: number): string => `${number < 0 ? '−' : ''}${Math.abs(number)} °C`;

function Record() {
  const { say } = useWords();
  const { message } = App.useApp();
  const today = beijingDay(new Date());
  const [day, setDay] = useState<string | undefined>(today);
  const [kind, setKind] = useState<'forecast' | 'measured'>('forecast');
  const [highest, setHighest] = useState('');
  const [lowest, setLowest] = useState('');
  const [source, setSource] = useState('');
  const [isIncomplete, setIncomplete] = useState(false);
  const record = useChange((body: object) => change('POST', '/api/gig-weather', body), ['/api/gig'], {
    onSuccess: () => {
      void message.success(say('action.done'));
      setHighest('');
      setLowest('');
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const [high, low] = [numberIn(highest), numberIn(lowest)];
    const isReady = day !== undefined && high !== undefined && low !== undefined && source.trim().length >= 2;
    setIncomplete(!isReady);
    if (isReady) record.mutate({ day, highest: high, lowest: low, isForecast: kind === 'forecast', source: source.trim() });
  };
  return (
    <details className="as-table">
      <summary>{say('gigs.weather-record')}</summary>
      <form className="rule-values" noValidate onSubmit={send}>
        <div className="field">
          <span className="field-label">{say('gigs.weather-day')}</span>
          <DayPicker
            label={say('gigs.weather-day')}
            value={day}
            from={addDays(today, -7)}
            to={addDays(today, 15)}
            onChange={setDay}
          />
        </div>
        <div className="field">
          <span className="field-label">{say('gigs.weather-kind')}</span>
          <Choices
            label={say('gigs.weather-kind')}
            value={kind}
            choices={[
              { value: 'forecast', label: say('gigs.weather-forecast') },
              { value: 'measured', label: say('gigs.weather-measured') },
            ]}
            onChoose={setKind}
          />
        </div>
        <Degrees label={say('gigs.weather-highest')} value={highest} onChange={setHighest} />
        <Degrees label={say('gigs.weather-lowest')} value={lowest} onChange={setLowest} />
        <Field label={say('gigs.weather-source')}>
          {(id) => (
            <Input
              id={id}
              maxLength={60}
              value={source}
              placeholder={say('gigs.weather-source-example')}
              onChange={(event) => setSource(event.target.value)}
            />
          )}
        </Field>
        <div className="buttons">
          <Button htmlType="submit" loading={record.isPending}>
            {say('gigs.weather-record')}
          </Button>
        </div>
      </form>
      {isIncomplete && (
        <p className="field-fault" role="alert">
          {say('gigs.weather-incomplete')}
        </p>
      )}
      <Problem error={record.error} />
    </details>
  );
}

/** Below nought too, with either minus; undefined for what is no number. */
function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(/[−－]/, '-').replace(/℃|°C$/i, '').trim();
  return /^-?\d+(\.\d)?$/.test(plain) ? Number(plain) : undefined;
}

const Degrees = ({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) => (
  <Field label={label}>
    {(id) => (
      <Input
        id={id}
        className="number-short"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);
