import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Answer, Outcome, Round, StationInRound } from '../../../../server/modules/market-standard/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay } from '../../../shared/day.ts';
import { useWords, type Word } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { EvidenceList } from '../../parts/evidence.tsx';
import { Table } from '../../parts/table.tsx';
import { TextForm } from '../../parts/text-form.tsx';
import { Remedies } from './remedies.tsx';
import { itemIn, readings, sayOutcome, sayRecords } from './say.ts';
import { type Deciding, Settle } from './settle.tsx';

/** One station of a round: both inspections and the records side by side, what was decided, and what is to be put right. */
export function StationPart({ round, station }: { round: Round; station: StationInRound }) {
  const { say } = useWords();
  return (
    <section className="section" aria-labelledby="station">
      <h2 id="station">{say(station.name)}</h2>
      <p className="market-inspections">
        {(['self', 'cross'] as const).map((kind) => (
          <Link key={kind} to="/market-inspections/$inspection" params={{ inspection: station[kind].id }}>
            {say(`market.open-${kind}`)}
          </Link>
        ))}
      </p>
      <Standing round={round} station={station} />
      <Side round={round} station={station} />
      <Remedies round={round} station={station} />
    </section>
  );
}

function Standing({ round, station }: { round: Round; station: StationInRound }) {
  const { say, language } = useWords();
  const { objection, decision, may, objectUntil } = station;
  const [deciding, setDeciding] = useState<Deciding>();
  const [isObjecting, setObjecting] = useState(false);
  const [isReplacing, setReplacing] = useState(false);
  const at = `/api/market-rounds/${round.id}/stations/${station.station}`;
  return (
    <>
      {objection && (
        <p className="past-line">{say('market.objection-line', { name: objection.byName, reason: objection.reason })}</p>
      )}
      {decision && (
        <p className="past-line">
          {say(decision.kept ? 'market.kept-line' : 'market.changed-line', { name: decision.byName, reason: decision.reason })}
        </p>
      )}
      {station.grade !== null && !objection && objectUntil !== null && (
        <p className="grey">{say('market.object-until', { until: sayDay(objectUntil, language) })}</p>
      )}
      <div className="buttons">
        {may.settle && !deciding && (
          <Button type="primary" onClick={() => setDeciding('settle')}>
            {say('market.settle')}
          </Button>
        )}
        {may.decide && !deciding && (
          <Button type="primary" onClick={() => setDeciding('objection')}>
            {say('market.decide')}
          </Button>
        )}
        {may.object && !isObjecting && <Button onClick={() => setObjecting(true)}>{say('market.object')}</Button>}
        {may.replace && !isReplacing && <Button onClick={() => setReplacing(true)}>{say('market.replace')}</Button>}
      </div>
      {deciding && <Settle round={round} station={station} deciding={deciding} onClose={() => setDeciding(undefined)} />}
      {isObjecting && (
        <OneReason
          label="market.object-reason"
          send="market.object"
          address={`${at}/objection`}
          onClose={() => setObjecting(false)}
        />
      )}
      {isReplacing && (
        <OneReason
          label="market.replace-reason"
          send="market.replace"
          address={`/api/market-inspections/${station.cross.id}/replace`}
          onClose={() => setReplacing(false)}
        />
      )}
    </>
  );
}

function OneReason({ label, send, address, onClose }: { label: Word; send: Word; address: string; onClose: () => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const sending = useChange((reason: string) => change('POST', address, { reason }), readings, {
    onSuccess: () => {
      void message.success(say('action.done'));
      onClose();
    },
  });
  return (
    <TextForm
      label={say(label)}
      send={say(send)}
      most={400}
      isBusy={sending.isPending}
      error={sending.error}
      onSend={sending.mutate}
      onCancel={onClose}
    />
  );
}

/** Item by item what both said, what the records say, and what counts. */
function Side({ round, station }: { round: Round; station: StationInRound }) {
  const { say } = useWords();
  const said = (answer: Answer | null) =>
    answer && (
      <div>
        <Mark outcome={answer.outcome} /> {answer.note}
        <EvidenceList items={answer.evidence} />
      </div>
    );
  return (
    <Table
      caption={say('market.items')}
      rows={station.rows}
      rowKey={({ item }) => item}
      columns={[
        {
          key: 'item',
          title: say('market.item'),
          isRowTitle: true,
          width: '32%',
          cell: ({ item }) => (
            <span className="market-name">
              <b>{item}</b> {say(itemIn(round.standard, item)?.says ?? { zh: '', en: '' })}{' '}
              {round.sampled.includes(item) && <span className="tag">{say('market.sampled')}</span>}
            </span>
          ),
        },
        {
          key: 'self',
          title: say('market.self'),
          cell: ({ self, records }) => (records ? say('market.by-records') : (said(self) ?? <span className="grey">—</span>)),
        },
        {
          key: 'cross',
          title: say('market.cross'),
          cell: ({ cross, records }) => (records ? sayRecords(records, say) : (said(cross) ?? <span className="grey">—</span>)),
        },
        {
          key: 'counts',
          title: say('market.counts'),
          cell: ({ counts, reason, differs, records }) => {
            const shown = counts ?? records?.outcome ?? null;
            if (shown === null)
              return differs ? <span className="tag">{say('market.differs')}</span> : <span className="grey">—</span>;
            return (
              <span>
                <Mark outcome={shown} /> {reason}
              </span>
            );
          },
        },
      ]}
    />
  );
}

/** A sign, a word and a colour. */
export function Mark({ outcome }: { outcome: Outcome | 'none' }) {
  const { say } = useWords();
  const sign = { met: '●', partly: '◆', not: '■', none: '○' }[outcome];
  return (
    <span className={`market-outcome market-${outcome}`}>
      <span aria-hidden="true">{sign}</span> {sayOutcome(outcome, say)}
    </span>
  );
}
