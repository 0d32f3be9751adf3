import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { AskedUnit, ConsultationShown } from '../../../../server/modules/consultation/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Heading } from '../../parts/heading.tsx';
import { Problem } from '../../parts/notices.tsx';
import { AnswerForm } from './answer-form.tsx';
import { OwnOpinion } from './own-opinion.tsx';
import { PaperText, type Selected } from './paper-text.tsx';
import { sayDue } from './say-due.ts';
import { Compared } from './versions.tsx';

const route = getRouteApi('/consultations/$consultation');

/** A unit's page: no comment in one tap, or an opinion on the words selected. */
export function AnswerPage({ of }: { of: ConsultationShown }) {
  const { say, language } = useWords();
  const { line, today, units, opinions, text, version } = of;
  const [selected, setSelected] = useState<Selected>();
  const [taken, setTaken] = useState<Selected>();
  const [isGiving, setGiving] = useState(false);
  const [isCompared, setCompared] = useState(false);
  const { opinion: chosen } = route.useSearch();
  const isOpen = line.state === 'open';
  // Another version may have been sent out meanwhile: then the words are selected anew.
  const on = taken && text.slice(...taken.span) === taken.words ? taken : undefined;
  const give = (on: Selected | undefined) => {
    setTaken(on);
    setGiving(true);
  };
  const marks = opinions.flatMap(({ opinion, anchor, number }) =>
    anchor.span
      ? [{ key: opinion, place: anchor.span, label: say('opinion.number', { n: number }), isChosen: opinion === chosen }]
      : [],
  );
  return (
    <>
      <Heading
        title={line.title}
        above={<Link to="/consultations">‹ {say('consult.title')}</Link>}
        lead={[say(`consult.state.${line.state}`), sayDue(line, today, say, language)].join(' · ')}
      />
      {isOpen &&
        units.map((unit) => <AnswerBar key={unit.unit} unit={unit} of={of} onGive={() => give(undefined)} isGiving={isGiving} />)}
      {units.length > 0 && isOpen && isGiving && (
        <AnswerForm
          consultation={line.consultation}
          units={units}
          version={version}
          on={on}
          onUnselect={() => setTaken(undefined)}
          onSent={() => {
            setTaken(undefined);
            setGiving(false);
          }}
        />
      )}
      {isOpen && <p className="grey lead">{say('answer.select-hint')}</p>}
      {line.state === 'published' && <Final of={of} isCompared={isCompared} onCompare={setCompared} />}
      <div className="consult">
        {isCompared && of.askedVersion !== null ? (
          <Compared consultation={line.consultation} before={of.askedVersion} after={version} />
        ) : (
          <PaperText text={text} marks={marks} shown={on?.span} onSelect={setSelected} />
        )}
        {opinions.length > 0 && (
          <section className="consult-side" aria-labelledby="own">
            <h2 id="own">{say('answer.own')}</h2>
            {opinions.map((opinion) => (
              <OwnOpinion key={opinion.opinion} of={opinion} isOpen={isOpen} today={today} />
            ))}
          </section>
        )}
      </div>
      {isOpen && selected && (
        <div className="select-bar">
          <span className="select-words">{say('answer.selected', { words: selected.words })}</span>
          <Button
            type="primary"
            // The press must not take the selection away before the click is heard.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              give(selected);
              document.getSelection()?.removeAllRanges();
            }}
          >
            {say('answer.on-selected')}
          </Button>
        </div>
      )}
    </>
  );
}

type FinalProps = {
  readonly of: ConsultationShown;
  readonly isCompared: boolean;
  readonly onCompare: (isCompared: boolean) => void;
};

/** What became of the text that the unit was asked about. */
function Final({ of: { version, askedVersion }, isCompared, onCompare }: FinalProps) {
  const { say } = useWords();
  return (
    <p className="lead">
      {say('answer.final', { n: version })}{' '}
      {askedVersion === version ? (
        say('answer.unchanged')
      ) : (
        <button type="button" className="link-button" onClick={() => onCompare(!isCompared)}>
          {say(isCompared ? 'answer.read-final' : 'answer.compare')}
        </button>
      )}
    </p>
  );
}

type BarProps = {
  readonly unit: AskedUnit;
  readonly of: ConsultationShown;
  readonly isGiving: boolean;
  readonly onGive: () => void;
};

function AnswerBar({ unit, of: { line, opinions, today }, isGiving, onGive }: BarProps) {
  const { say } = useWords();
  const noComment = useChange(
    () => change('POST', `/api/consultations/${line.consultation}/no-comment`, { unit: unit.unit }),
    ['/api/consultations', '/api/today'],
  );
  const isOver = line.dueOn !== null && line.dueOn < today;
  return (
    <section className="answer-bar" aria-label={say('units.answer')}>
      <p>
        {say('answer.for', { unit: say(unit.name) })}{' '}
        {unit.answer === 'no-comment' && <b role="status">{say('answer.done-no-comment')}</b>}
        {unit.answer === 'opinions' && (
          <b role="status">{say('answer.done-opinions', { n: opinions.filter((one) => one.unit === unit.unit).length })}</b>
        )}
        {isOver && unit.answer === null && <span className="task-late">{say('answer.over')}</span>}
      </p>
      <Problem error={noComment.error} />
      <div className="buttons">
        {unit.answer === null && (
          <Button type="primary" loading={noComment.isPending} onClick={() => noComment.mutate(undefined)}>
            {say('answer.no-comment')}
          </Button>
        )}
        {!isGiving && <Button onClick={onGive}>{say(unit.answer === 'opinions' ? 'answer.more' : 'answer.give')}</Button>}
      </div>
    </section>
  );
}
