import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useState } from 'react';
import type { Ledger } from '../../../server/modules/figures/contract.ts';
import type { LightHistory, Lights, ShownPart } from '../../../server/modules/lights/contract.ts';
import type { MeasurePlan } from '../../../server/modules/plans/contract.ts';
import { sayDay, sayMoment } from '../../shared/day.ts';
import { useWords } from '../../shared/words/index.ts';
import { useAsk } from '../asking.ts';
import { type Measured, sayReason } from '../say-reason.ts';
import { Light } from './light.tsx';
import { Since } from './light-since.tsx';
import type { LitSubject } from './lit-light.tsx';
import { Reading } from './notices.tsx';

/** Behind a light: why it shines and since when, by which rule, its parts where it has any, and how it came to this. */
export function LightStory({ onClosed, ...lit }: LitSubject & { readonly onClosed: () => void }) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(true);
  return (
    <Drawer
      open={isOpen}
      onClose={() => setOpen(false)}
      afterOpenChange={(open) => !open && onClosed()}
      title={say('light.story', { title: lit.title })}
      closable={{ 'aria-label': say('shell.close') }}
      size="min(440px, 100vw)"
    >
      <Now {...lit} />
      <Rule {...lit} />
      <History subject={lit.subject} />
    </Drawer>
  );
}

const kindOf = (subject: string): string => subject.slice(0, subject.indexOf(':'));
const nameOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

/** What the numbers of a subject are counted in, from what the ledger or the plan says. */
function useMeasured(subject: string, on?: string): Measured | undefined {
  const kind = kindOf(subject);
  const ledger = useAsk<Ledger>('/api/ledger', { on }, { enabled: kind !== 'milestone' && kind !== 'notice' });
  const [measure = '', ...key] = nameOf(subject).split('-');
  const plan = useAsk<MeasurePlan>(`/api/measures/${measure}/plan`, {}, { enabled: kind === 'service' });
  if (kind === 'figure')
    return ledger.data?.measures.flatMap(({ figures }) => figures).find(({ code }) => code === nameOf(subject));
  const level = plan.data?.serviceLevels.find((one) => one.key === key.join('-'));
  return level && { unit: level.unit, decimals: 1, target: { per: level.per, comparator: level.comparator } };
}

function Now({ subject, light, why, on }: LitSubject) {
  const { say, language } = useWords();
  const lights = useAsk<Lights>('/api/lights', { on });
  const measured = useMeasured(subject, on);
  const whole = [...(lights.data?.measures ?? []), ...(lights.data?.units ?? [])].find((one) => one.subject === subject);
  const part = lights.data?.measures.flatMap(({ parts }) => parts).find((one) => one.subject === subject);
  const worst = whole?.parts[0];
  const reason = worst ? undefined : (part?.why ?? why);
  const since = (whole ?? part)?.since;
  return (
    <section aria-label={say(`light.${light}`)}>
      <p className="light-now">
        <Light light={light} />{' '}
        <span className="grey">
          {on ? say('light.as-of', { on: sayDay(on, language) }) : since ? <Since since={since} /> : null}
        </span>
      </p>
      {reason && <p>{sayReason(reason, measured, say, language)}</p>}
      {whole && (
        <>
          <h2 className="aside-part">{say('light.parts')}</h2>
          <ul className="plain light-parts">
            {whole.parts.map((one) => (
              <Part key={one.subject} part={one} on={on} />
            ))}
          </ul>
        </>
      )}
      {part && (
        <p>
          <PartLink part={part} />
        </p>
      )}
    </section>
  );
}

function Part({ part, on }: { part: ShownPart; on: string | undefined }) {
  const { say, language } = useWords();
  const measured = useMeasured(part.subject, on);
  return (
    <li>
      <span className="light-part-head">
        <b>{say(part.title)}</b> <Light light={part.light} quiet />
      </span>
      <span className="grey">{sayReason(part.why, measured, say, language)}</span> <PartLink part={part} />
    </li>
  );
}

/** The page on which a part can be looked into. */
function PartLink({ part: { subject, measure } }: { part: Pick<ShownPart, 'subject' | 'measure'> }) {
  const { say } = useWords();
  switch (kindOf(subject)) {
    case 'figure':
      return (
        <Link to="/figures/$code" params={{ code: nameOf(subject) }}>
          {say('light.to-figure')}
        </Link>
      );
    case 'notice':
      return (
        <Link to="/notices/$notice" params={{ notice: nameOf(subject) }}>
          {say('light.to-notice')}
        </Link>
      );
    case 'milestone':
    case 'service':
      return (
        <Link to="/measures/$no" params={{ no: String(measure) }} hash="milestones">
          {say('light.to-measure')}
        </Link>
      );
    default:
      return (
        <Link to="/measures/$no/plan" params={{ no: String(measure) }}>
          {say('light.to-plan')}
        </Link>
      );
  }
}

function Rule({ subject }: { subject: string }) {
  const { say } = useWords();
  const lights = useAsk<Lights>('/api/lights');
  const kind = kindOf(subject);
  const rule = kind === 'measure' || kind === 'unit' ? 'whole' : kind;
  const bounds = lights.data?.rule;
  const percent = (share: number | undefined) => (share === undefined ? '…' : Math.round(share * 100));
  if (rule !== 'figure' && rule !== 'milestone' && rule !== 'plan' && rule !== 'service' && rule !== 'notice' && rule !== 'whole')
    return null;
  return (
    <section className="aside-figure">
      <h2>{say('light.rule')}</h2>
      <p>{say(`light.rule.${rule}`, { ahead: percent(bounds?.ahead), onPath: percent(bounds?.onPath) })}</p>
    </section>
  );
}

function History({ subject }: { subject: string }) {
  const { say, language } = useWords();
  const history = useAsk<LightHistory>('/api/lights/history', { subject });
  const measured = useMeasured(subject);
  return (
    <section className="aside-figure">
      <h2>{say('light.history')}</h2>
      <Reading of={history}>
        {({ changes }) =>
          changes.length === 0 ? (
            <p className="grey">{say('light.history-none')}</p>
          ) : (
            <ol className="plain light-history">
              {changes.map((change) => (
                <li key={change.at}>
                  <span className="grey">{sayMoment(change.at, language)}</span>{' '}
                  {change.before && change.before !== change.light && (
                    <>
                      <Light light={change.before} quiet /> →{' '}
                    </>
                  )}
                  <Light light={change.light} quiet />
                  <p>{sayReason(change.why, measured, say, language)}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Reading>
    </section>
  );
}
