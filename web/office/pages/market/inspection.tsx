import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { EvidenceItem } from '../../../../server/modules/evidence/contract.ts';
import type { Inspection, Outcome } from '../../../../server/modules/market-standard/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Choices } from '../../parts/choices.tsx';
import { EvidenceField, EvidenceList } from '../../parts/evidence.tsx';
import { Heading } from '../../parts/heading.tsx';
import { Problem, Reading } from '../../parts/notices.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { readings, sayOutcome, sayRecords } from './say.ts';
import { Mark } from './station.tsx';

const route = getRouteApi('/market-inspections/$inspection');
const outcomes = ['met', 'partly', 'not'] as const;

/** One inspection, filled in on the spot with a telephone: an item a card, kept as soon as it is answered. */
export function MarketInspectionPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { inspection: id } = route.useParams();
  const inspection = useAsk<Inspection>(`/api/market-inspections/${id}`);
  if (!opens(me, 'programme')) return <NotYours />;
  return (
    <div className="page">
      <Reading of={inspection} title={say('market.title')}>
        {(read) => <Whole inspection={read} />}
      </Reading>
    </div>
  );
}

function Whole({ inspection }: { inspection: Inspection }) {
  const { say, language } = useWords();
  const { round, station, kind, may, items, groups } = inspection;
  const asked = items.filter(({ shown }) => shown !== 'records');
  return (
    <>
      <Heading
        title={say(`market.${kind}-of`, { station: say(station.name) })}
        above={
          <Link to="/market-rounds/$round" params={{ round: round.id }} search={{ station: station.id }}>
            {round.title}
          </Link>
        }
        lead={say('market.inspection-lead', {
          address: station.address,
          from: sayDay(round.from, language),
          to: sayDay(round.to, language),
          due: sayDay(inspection.dueOn, language),
        })}
      />
      <p role="status">
        {inspection.state === 'handed-in'
          ? say('market.handed-in-by', { name: inspection.handedInByName ?? '' })
          : say('market.progress', { done: asked.filter(({ answer }) => answer !== null).length, of: asked.length })}
      </p>
      {groups.map(({ code, name }) => (
        <section key={code} className="section" aria-label={say(name)}>
          <h2>{say(name)}</h2>
          {items
            .filter(({ group }) => group === code)
            .map((item) => (
              <ItemCard key={item.code} inspection={inspection.id} item={item} mayAnswer={may.answer} />
            ))}
        </section>
      ))}
      {may.answer && <HandIn inspection={inspection.id} />}
    </>
  );
}

type Item = Inspection['items'][number];

function ItemCard({ inspection, item, mayAnswer }: { inspection: string; item: Item; mayAnswer: boolean }) {
  const { say } = useWords();
  const { code, says, points, must, shown, isSampled, records, answer, sources } = item;
  return (
    <article className="market-item" aria-labelledby={`item-${code}`}>
      <h3 id={`item-${code}`}>
        {code} {say(says)}
      </h3>
      <p className="grey">
        {say('market.points', { n: points })} {must && <span className="tag">{say('market.must')}</span>}{' '}
        <span className="tag">{say(`market.shown.${shown}`)}</span>{' '}
        {isSampled && <span className="tag">{say('market.sampled')}</span>}{' '}
        {sources.map((source) => say(source)).join(say('text.and'))}
      </p>
      {shown === 'records' ? (
        records && (
          <p>
            <Mark outcome={records.outcome} /> {sayRecords(records, say)} <span className="grey">{say(records.from)}</span>
          </p>
        )
      ) : mayAnswer ? (
        <AnswerFields inspection={inspection} item={item} />
      ) : (
        answer && (
          <>
            <p>
              <Mark outcome={answer.outcome} /> {answer.note}
            </p>
            <EvidenceList items={answer.evidence} />
          </>
        )
      )}
    </article>
  );
}

/** Chosen is kept: the outcome at once, the note when the field is left, files when they are there. */
function AnswerFields({ inspection, item }: { inspection: string; item: Item }) {
  const { say } = useWords();
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome | undefined>(item.answer?.outcome);
  const [note, setNote] = useState(item.answer?.note ?? '');
  const [documents, setDocuments] = useState<readonly EvidenceItem[]>(item.answer?.evidence ?? []);
  const keep = useChange(
    (given: { outcome: Outcome; note: string; evidence: readonly string[] }) =>
      change('PUT', `/api/market-inspections/${inspection}/items/${item.code}`, given),
    [`/api/market-inspections/${inspection}`],
  );
  const send = (next: { outcome?: Outcome | undefined; documents?: readonly EvidenceItem[] } = {}) => {
    const chosen = next.outcome ?? outcome;
    if (chosen)
      keep.mutate({ outcome: chosen, note: note.trim(), evidence: (next.documents ?? documents).map(({ sha256 }) => sha256) });
  };
  return (
    <div className="market-answer">
      <Choices
        label={say('market.outcome-of', { item: item.code })}
        value={outcome ?? ('' as Outcome)}
        choices={outcomes.map((value) => ({ value, label: sayOutcome(value, say) }))}
        onChoose={(value) => {
          setOutcome(value);
          send({ outcome: value });
        }}
      />
      {outcome && (
        <>
          <label htmlFor={id}>{say(item.shown === 'note' || outcome !== 'met' ? 'market.note-needed' : 'market.note')}</label>
          <Input.TextArea
            id={id}
            value={note}
            maxLength={600}
            autoSize={{ minRows: 1, maxRows: 5 }}
            onChange={(event) => setNote(event.target.value)}
            onBlur={() => note.trim() !== (item.answer?.note ?? '') && send()}
          />
          {(item.needsEvidence || documents.length > 0) && outcome !== 'not' && (
            <EvidenceField
              value={documents}
              label={say('market.evidence-of', { item: item.code })}
              onChange={(value) => {
                setDocuments(value);
                send({ documents: value });
              }}
            />
          )}
        </>
      )}
      <p className="grey" role="status">
        {keep.isPending ? say('market.keeping') : keep.isSuccess ? say('market.kept') : ''}
      </p>
      <Problem error={keep.error} retry={() => send()} />
    </div>
  );
}

function HandIn({ inspection }: { inspection: string }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const handIn = useChange(() => change('POST', `/api/market-inspections/${inspection}/hand-in`), readings, {
    onSuccess: () => void message.success(say('market.handed-in-now')),
  });
  return (
    <div className="market-form">
      <p className="grey">{say('market.hand-in-hint')}</p>
      <Problem error={handIn.error} />
      <div className="buttons">
        <Button type="primary" loading={handIn.isPending} onClick={() => handIn.mutate(undefined)}>
          {say('market.hand-in')}
        </Button>
      </div>
    </div>
  );
}
