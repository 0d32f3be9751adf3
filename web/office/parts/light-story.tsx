import { Drawer } from 'antd';
import { useState } from 'react';
import type { LightHistory, Lights, ShownPart } from '../../../server/modules/lights/contract.ts';
import { sayDay, sayMoment } from '../../shared/day.ts';
import { useWords } from '../../shared/words/index.ts';
import { useAsk } from '../asking.ts';
import { sayReason } from '../say-reason.ts';
import { Light } from './light.tsx';
import { Since } from './light-since.tsx';
import type { LitSubject } from './lit-light.tsx';
import { Reading } from './notices.tsx';
import { kindOf, PartLink } from './part-link.tsx';

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

type Lit = Pick<Lights, 'measures'> | undefined;
const partOf = (lit: Lit, subject: string): ShownPart | undefined =>
  lit?.measures.flatMap(({ parts }) => parts).find((one) => one.subject === subject);

function Now({ subject, light, why, on }: LitSubject) {
  const { say, language } = useWords();
  const lights = useAsk<Lights>('/api/lights', { on });
  const whole = [...(lights.data?.measures ?? []), ...(lights.data?.units ?? [])].find((one) => one.subject === subject);
  const part = partOf(lights.data, subject);
  const worst = whole?.parts[0];
  // Its numbers are said once it is known what they are counted in.
  const reason = worst || !lights.data ? undefined : (part?.why ?? why);
  const since = (whole ?? part)?.since;
  return (
    <section aria-label={say(`light.${light}`)}>
      <p className="light-now">
        <Light light={light} />{' '}
        <span className="grey">
          {on ? say('light.as-of', { on: sayDay(on, language) }) : since ? <Since since={since} /> : null}
        </span>
      </p>
      {reason && <p>{sayReason(reason, part?.countedIn, say, language, on ? 'then' : 'now')}</p>}
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
  return (
    <li>
      <span className="light-part-head">
        <b>{say(part.title)}</b> <Light light={part.light} quiet />
      </span>
      <span className="grey">{sayReason(part.why, part.countedIn, say, language, on ? 'then' : 'now')}</span>{' '}
      <PartLink part={part} />
    </li>
  );
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
  const lights = useAsk<Lights>('/api/lights');
  const sayChange = ({ why, part }: LightHistory['changes'][number]): string => {
    const lit = partOf(lights.data, part ?? subject);
    const value = sayReason(why, lit?.countedIn, say, language, 'then');
    return part && lit ? say('text.pair', { name: say(lit.title), value }) : value;
  };
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
                  <p>{sayChange(change)}</p>
                </li>
              ))}
            </ol>
          )
        }
      </Reading>
    </section>
  );
}
