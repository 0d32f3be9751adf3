import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import type { RoundList } from '../../../../server/modules/market-standard/contract.ts';
import { change } from '../../../shared/client.ts';
import { addDays, beijingDay } from '../../../shared/day.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem } from '../../parts/notices.tsx';
import { NumberField } from '../../parts/number-field.tsx';
import { readings } from './say.ts';

/** The least and the most that a round takes of each, both included. */
const limits = { selfDays: [1, 60], crossDays: [1, 60], sample: [0, 30] } as const;
const numberNames = ['selfDays', 'crossDays', 'sample'] as const satisfies readonly (keyof typeof limits)[];

type Given = {
  readonly title: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly stations: readonly string[];
  readonly numbers: Readonly<Record<keyof typeof limits, number | undefined>>;
};
type Asked = Exclude<keyof Given, 'numbers'> | keyof typeof limits;
type Faults = Readonly<Partial<Record<Asked, string>>>;

/** What has to be put right, each at its field, with its limits. */
function faultsOf({ title, from, to, stations, numbers }: Given, say: Say): Faults {
  const isNumber = (name: keyof typeof limits) => {
    const [least, most] = limits[name];
    const value = numbers[name];
    return value !== undefined && Number.isInteger(value) && value >= least && value <= most;
  };
  return {
    ...(title.trim().length < 2 ? { title: say('text-form.short', { n: 2 }) } : {}),
    ...(from === undefined ? { from: say('enter.required') } : {}),
    ...(to === undefined ? { to: say('enter.required') } : {}),
    ...(from && to && to < from ? { to: say('market.to-before-from') } : {}),
    ...(stations.length === 0 ? { stations: say('market.stations-one') } : {}),
    ...Object.fromEntries(
      numberNames
        .filter((name) => !isNumber(name))
        .map((name) => [name, say('market.between', { least: limits[name][0], most: limits[name][1] })]),
    ),
  };
}

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
  const [numbers, setNumbers] = useState<Given['numbers']>({
    selfDays: 10,
    crossDays: 20,
    sample: 5,
  });
  const [faults, setFaults] = useState<Faults>({});
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
    const found = faultsOf({ title, from, to, stations: chosen, numbers }, say);
    setFaults(found);
    if (Object.keys(found).length === 0) open.mutate(undefined);
  };
  const faultAt = (name: Asked) =>
    faults[name] && (
      <p id={`${id}-${name}-fault`} className="field-fault" role="alert">
        {faults[name]}
      </p>
    );
  return (
    <form className="market-form" onSubmit={submit} noValidate aria-label={say('market.open')}>
      <label htmlFor={`${id}-title`}>{say('market.round-title')}</label>
      <Input
        id={`${id}-title`}
        value={title}
        maxLength={60}
        {...(faults.title ? { status: 'error', 'aria-invalid': true, 'aria-describedby': `${id}-title-fault` } : {})}
        onChange={(event) => setTitle(event.target.value)}
      />
      {faultAt('title')}
      <div className="market-fields">
        <div className="field">
          <label htmlFor={`${id}-from`}>{say('market.from')}</label>
          <DayPicker id={`${id}-from`} value={from} to={yesterday} onChange={setFrom} />
          {faultAt('from')}
        </div>
        <div className="field">
          <label htmlFor={`${id}-to`}>{say('market.to')}</label>
          <DayPicker id={`${id}-to`} value={to} to={beijingDay(new Date())} onChange={setTo} />
          {faultAt('to')}
        </div>
        {numberNames.map((name) => (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{say(`market.${name}`)}</label>
            <NumberField
              id={`${id}-${name}`}
              value={numbers[name]}
              isFaulty={faults[name] !== undefined}
              describedBy={faults[name] && `${id}-${name}-fault`}
              onChange={(value) => setNumbers((old) => ({ ...old, [name]: value }))}
            />
            {faultAt(name)}
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
        {faultAt('stations')}
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
