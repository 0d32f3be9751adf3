import { App, Button } from 'antd';
import { useState } from 'react';
import type { EvidenceItem } from '../../../../server/modules/evidence/contract.ts';
import type { Remedy, Round, StationInRound } from '../../../../server/modules/market-standard/contract.ts';
import { change } from '../../../shared/client.ts';
import { addDays, beijingDay, sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { holds, useSignedIn } from '../../me.ts';
import { DayPicker } from '../../parts/day-picker.tsx';
import { EvidenceField, EvidenceList } from '../../parts/evidence.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { itemIn, readings, sayRecords } from './say.ts';

/** What was not met: by when it is looked at again, what was reported, and what the office found. */
export function Remedies({ round, station }: { round: Round; station: StationInRound }) {
  const { say } = useWords();
  if (station.remedies.length === 0) return null;
  return (
    <section className="section" aria-labelledby="remedies">
      <h3 id="remedies">{say('market.remedies')}</h3>
      <ul className="plain">
        {station.remedies.map((remedy) => (
          <RemedyLine key={remedy.item} round={round} station={station} remedy={remedy} />
        ))}
      </ul>
    </section>
  );
}

function RemedyLine({ round, station, remedy }: { round: Round; station: StationInRound; remedy: Remedy }) {
  const { say, language } = useWords();
  const me = useSignedIn();
  const [isOpen, setOpen] = useState(false);
  const { item, state, dueOn, report, reportedByName, reason, records } = remedy;
  const reports = state === 'open' && station.may.report;
  const decides = state === 'reported' && holds(me, 'programme-office');
  return (
    <li className="market-line">
      <b>{item}</b> {say(itemIn(round.standard, item)?.says ?? { zh: '', en: '' })}{' '}
      <span className="tag">{say(`market.remedy.${state}`)}</span>{' '}
      {state !== 'met' && <span className="grey">{say('market.remedy-due', { due: sayDay(dueOn, language) })}</span>}
      {records && <p className="grey">{say('market.since-grade', { said: sayRecords(records, say) })}</p>}
      {report && <p>{say('market.reported', { name: reportedByName ?? '', report })}</p>}
      <EvidenceList items={remedy.evidence} />
      {reason && <p>{say('market.looked-again', { reason })}</p>}
      {(reports || decides) && !isOpen && (
        <div className="buttons">
          <Button onClick={() => setOpen(true)}>{say(reports ? 'market.report' : 'market.look-again')}</Button>
        </div>
      )}
      {isOpen && reports && <Report round={round.id} station={station.station} item={item} onClose={() => setOpen(false)} />}
      {isOpen && decides && <LookAgain round={round.id} station={station.station} item={item} onClose={() => setOpen(false)} />}
    </li>
  );
}

type Of = { readonly round: string; readonly station: string; readonly item: string; readonly onClose: () => void };
const pathOf = ({ round, station, item }: Omit<Of, 'onClose'>) => `/api/market-rounds/${round}/stations/${station}/items/${item}`;

function Report({ onClose, ...of }: Of) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [documents, setDocuments] = useState<readonly EvidenceItem[]>([]);
  const send = useChange(
    (report: string) => change('POST', `${pathOf(of)}/report`, { report, evidence: documents.map(({ sha256 }) => sha256) }),
    readings,
    {
      onSuccess: () => {
        void message.success(say('market.reported-now'));
        onClose();
      },
    },
  );
  return (
    <TextForm
      label={say('market.report-what')}
      send={say('market.report')}
      most={400}
      isBusy={send.isPending}
      error={send.error}
      onSend={send.mutate}
      onCancel={onClose}
    >
      <EvidenceField value={documents} onChange={setDocuments} />
    </TextForm>
  );
}

function LookAgain({ onClose, ...of }: Of) {
  const { say } = useWords();
  const tomorrow = addDays(beijingDay(new Date()), 1);
  const [dueOn, setDueOn] = useState<string>();
  const decide = useChange(
    (reason: string) =>
      change('POST', `${pathOf(of)}/decide`, { met: dueOn === undefined, reason, ...(dueOn === undefined ? {} : { dueOn }) }),
    readings,
    { onSuccess: onClose },
  );
  return (
    <TextForm
      label={say('market.look-again-reason')}
      send={say(dueOn === undefined ? 'market.is-met' : 'market.not-yet')}
      most={400}
      isBusy={decide.isPending}
      error={decide.error}
      onSend={decide.mutate}
      onCancel={onClose}
    >
      <div className="field">
        <label htmlFor={`again-${of.item}`}>{say('market.new-date')}</label>
        <DayPicker id={`again-${of.item}`} value={dueOn} from={tomorrow} placeholder={say('market.is-met')} onChange={setDueOn} />
      </div>
    </TextForm>
  );
}
