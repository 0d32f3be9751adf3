import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ConsultationShown } from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay, sayMoment } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { Problem } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';

/** Who is asked until when, and who has answered. */
export function Units({ of }: { of: ConsultationShown }) {
  const { say, language } = useWords();
  const { units, line, mayManage } = of;
  return (
    <div className="narrow">
      {mayManage && line.state !== 'published' && <OpenForm of={of} />}
      <section className="section">
        <h2>{say('units.asked')}</h2>
        {units.length === 0 ? (
          <p className="grey">{say('units.nobody')}</p>
        ) : (
          <Table
            caption={say('units.asked')}
            rows={units}
            rowKey={({ unit }) => unit}
            columns={[
              { key: 'unit', title: say('units.unit'), isRowTitle: true, cell: ({ name }) => say(name) },
              {
                key: 'answer',
                title: say('units.answer'),
                cell: ({ answer, isLate }) => (
                  <span>
                    {say(`consult.answer.${answer ?? 'none'}`)} {isLate && <span className="tag">{say('consult.late')}</span>}
                  </span>
                ),
              },
              { key: 'by', title: say('units.by'), cell: ({ answeredBy }) => answeredBy ?? '—' },
              {
                key: 'at',
                title: say('units.at'),
                isOnlyWide: true,
                cell: ({ answeredAt }) => (answeredAt ? sayMoment(answeredAt, language) : '—'),
              },
            ]}
          />
        )}
      </section>
    </div>
  );
}

type Sent = { readonly dueOn: string };

function OpenForm({ of: { line, otherUnits, askedVersion, version, today } }: { of: ConsultationShown }) {
  const { say, language } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dueOn, setDue] = useState(line.dueOn ?? undefined);
  const [isPublic, setPublic] = useState(line.isPublic);
  const isDraft = line.state === 'draft';
  const open = useChange(
    () => change<Sent>('POST', `/api/consultations/${line.consultation}/open`, { version, units: chosen, isPublic, dueOn }),
    ['/api/consultations', '/api/today'],
    { onSuccess: () => setChosen([]) },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate(undefined);
      }}
    >
      {askedVersion !== null && askedVersion < version && (
        <p className="lead">{say('units.asks-version', { asked: askedVersion, n: version })}</p>
      )}
      {otherUnits.length > 0 && (
        <fieldset className="unit-choice">
          <legend>{say('units.ask')}</legend>
          <Checkbox
            checked={chosen.length === otherUnits.length}
            indeterminate={chosen.length > 0 && chosen.length < otherUnits.length}
            onChange={({ target }) => setChosen(target.checked ? otherUnits.map(({ unit }) => unit) : [])}
          >
            {say('units.all')}
          </Checkbox>
          <Checkbox.Group
            className="unit-boxes"
            value={[...chosen]}
            options={otherUnits.map(({ unit, name }) => ({ value: unit, label: say(name) }))}
            onChange={(values) => setChosen(values)}
          />
        </fieldset>
      )}
      <div className="field">
        <span className="field-label">{say('units.due')}</span>
        <DayPicker label={say('units.due')} value={dueOn} from={today} placeholder={say('action.choose-day')} onChange={setDue} />
        <span className="grey">{say('units.due-hint')}</span>
      </div>
      <p className="lead">
        <Checkbox checked={isPublic} onChange={({ target }) => setPublic(target.checked)}>
          {say('units.public')}
        </Checkbox>
        <span className="grey block">{say('units.public-hint')}</span>
      </p>
      <Problem error={open.error} />
      <div className="buttons">
        <Button
          htmlType="submit"
          type="primary"
          disabled={!dueOn || (isDraft && chosen.length === 0 && !isPublic)}
          loading={open.isPending}
        >
          {say(isDraft ? 'units.send' : 'units.change')}
        </Button>
        {open.data && <span role="status">{say('units.sent', { day: sayDay(open.data.dueOn, language) })}</span>}
      </div>
    </form>
  );
}
