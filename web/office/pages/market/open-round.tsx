import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { RoundList } from '../../../../server/modules/market-standard/contract.ts';
import { change } from '../../../shared/client.ts';
import { addDays, beijingDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem } from '../../parts/notices.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { readings } from './say.ts';

/** Days inspected, stations, terms and the sample: then the lots are drawn, and nothing of it is changed any more. */
export function OpenRound({ stations }: Pick<RoundList, 'stations'>) {
  const { say } = useWords();
  const id = useId();
  const navigate = useNavigate();
  const yesterday = addDays(beijingDay(new Date()), -1);
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState<string | undefined>(addDays(yesterday, -89));
  const [to, setTo] = useState<string | undefined>(yesterday);
  const [chosen, setChosen] = useState<readonly string[]>(stations.map((station) => station.id));
  const [numbers, setNumbers] = useState<Readonly<Record<'selfDays' | 'crossDays' | 'sample', number | undefined>>>({
    selfDays: 10,
    crossDays: 20,
    sample: 5,
  });
  const open = useChange(
    () => change<{ round: string }>('POST', '/api/market-rounds', { title, from, to, stations: chosen, ...numbers }),
    readings,
    { onSuccess: ({ round }) => void navigate({ to: '/market-rounds/$round', params: { round } }) },
  );
  if (!isOpen)
    return (
      <div className="buttons">
        <Button type="primary" disabled={stations.length === 0} onClick={() => setOpen(true)}>
          {say('market.open')}
        </Button>
        {stations.length === 0 && <span className="grey">{say('market.no-stations')}</span>}
      </div>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate(undefined);
  };
  return (
    <form className="market-form" onSubmit={submit} noValidate aria-label={say('market.open')}>
      <label htmlFor={`${id}-title`}>{say('market.round-title')}</label>
      <Input id={`${id}-title`} value={title} maxLength={60} onChange={(event) => setTitle(event.target.value)} />
      <div className="market-fields">
        <div className="field">
          <label htmlFor={`${id}-from`}>{say('market.from')}</label>
          <DayPicker id={`${id}-from`} value={from} to={yesterday} onChange={setFrom} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-to`}>{say('market.to')}</label>
          <DayPicker id={`${id}-to`} value={to} to={beijingDay(new Date())} onChange={setTo} />
        </div>
        {(['selfDays', 'crossDays', 'sample'] as const).map((name) => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{say(`market.${name}`)}</label>
            <NumberField
              id={`${id}-${name}`}
              value={numbers[name]}
              onChange={(value) => setNumbers((old) => ({ ...old, [name]: value }))}
            />
          </div>
        ))}
      </div>
      <fieldset className="market-stations">
        <legend>{say('market.which-stations')}</legend>
        {stations.map((station) => (
          <Checkbox
            key={station.id}
            checked={chosen.includes(station.id)}
            onChange={({ target }) =>
              setChosen((old) => (target.checked ? [...old, station.id] : old.filter((one) => one !== station.id)))
            }
          >
            {say(station.name)}
          </Checkbox>
        ))}
      </fieldset>
      <p className="grey">{say('market.open-hint')}</p>
      <Problem error={open.error} />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={open.isPending}>
          {say('market.open-now')}
        </Button>
        <Button onClick={() => setOpen(false)}>{say('action.cancel')}</Button>
      </div>
    </form>
  );
}
