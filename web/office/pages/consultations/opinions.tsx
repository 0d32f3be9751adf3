import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConsultationShown, OpinionShown, Place } from '../../../../server/modules/consultation/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { Empty } from '../../parts/notices.tsx';
import { OpinionCard } from './opinion-card.tsx';
import { PaperText, type Selected } from './paper-text.tsx';

const route = getRouteApi('/consultations/$consultation');

/** The text with the opinions beside it: choosing the one shows the other. */
export function Opinions({ of }: { of: ConsultationShown }) {
  const { say } = useWords();
  const { opinion, show } = route.useSearch();
  const navigate = useNavigate({ from: '/consultations/$consultation' });
  const [found, setFound] = useState<{ readonly opinion: string; readonly place: Place }>();
  const [selected, setSelected] = useState<Selected>();
  const isOpen = ({ standing }: OpinionShown) => standing !== 'settled';
  const open = of.opinions.filter(isOpen);
  const isAll = show === 'all' || open.length === 0;
  const list = isAll ? of.opinions : of.opinions.filter((one) => isOpen(one) || one.opinion === opinion);
  const chosen = list.find((one) => one.opinion === opinion) ?? list[0];
  const place = found && found.opinion === chosen?.opinion ? found.place : undefined;
  const choose = (key: string) => {
    setFound(undefined);
    void navigate({ search: (old) => ({ ...old, opinion: key }), replace: true });
  };
  // What was confirmed stands there now; what was quoted may not.
  const marks = list.flatMap((one) => {
    const span = one.signOff?.place ?? one.anchor.span;
    const label = say('opinion.number', { n: one.number });
    return span ? [{ key: one.opinion, place: span, label, isChosen: one === chosen && !place }] : [];
  });
  return (
    <div className="consult">
      <PaperText text={of.text} marks={marks} shown={place} onSelect={setSelected} />
      <div className="consult-side">
        <h2 className="unseen">{say('consult.opinions')}</h2>
        {of.opinions.length === 0 ? (
          <Empty title={say('consult.no-opinions')} hint={say('consult.no-opinions-hint')} />
        ) : (
          <>
            <fieldset className="chips chips-plain">
              <legend className="unseen">{say('opinion.filter')}</legend>
              {(['open', 'all'] as const).map((one) => (
                <button
                  key={one}
                  type="button"
                  className="chip"
                  aria-pressed={(one === 'all') === isAll}
                  onClick={() =>
                    void navigate({ search: (old) => ({ ...old, show: one === 'all' ? 'all' : undefined }), replace: true })
                  }
                >
                  {say(`opinion.filter.${one}`, { n: one === 'all' ? of.opinions.length : open.length })}
                </button>
              ))}
            </fieldset>
            {list.map((one) => (
              <OpinionCard
                key={one.opinion}
                of={one}
                in={of}
                isChosen={one === chosen}
                selected={selected}
                onChoose={() => choose(one.opinion)}
                onPlace={(shown) => setFound({ opinion: one.opinion, place: shown })}
              />
            ))}
          </>
        )}
      </div>
    </div>
  );
}
