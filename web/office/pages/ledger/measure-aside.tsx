import { CloseOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { LedgerMeasure } from '../../../../server/modules/figures/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { sayTarget, sayValue, sayWhy } from '../../figure-format.ts';
import { opens, useSignedIn } from '../../me.ts';
import { LitLight } from '../../parts/lit-light.tsx';

/** The task chosen in the list: who, what, and why its lights are as they are. */
export function MeasureAside({ measure }: { measure: LedgerMeasure }) {
  const { say, language } = useWords();
  const mayOpen = opens(useSignedIn(), 'programme');
  return (
    <aside className="aside" aria-labelledby="measure-title">
      <div className="aside-head">
        <p className="grey">{say('ledger.measure', { no: measure.no })}</p>
        <Link to="/ledger" search={(old) => ({ ...old, measure: undefined })} resetScroll={false} aria-label={say('shell.close')}>
          <CloseOutlined aria-hidden="true" />
        </Link>
      </div>
      <h2 id="measure-title">{say(measure.title)}</h2>
      {measure.light !== 'unpromised' && (
        <p className="measure-light">
          <LitLight light={measure.light} subject={`measure:${measure.no}`} title={say(measure.title)} />
        </p>
      )}
      {mayOpen && (
        <p className="measure-light">
          <Link to="/measures/$no" params={{ no: String(measure.no) }}>
            {say('measure.open')}
          </Link>
        </p>
      )}
      <h3 className="aside-part">{say('ledger.lead')}</h3>
      <Units units={measure.lead} />
      <h3 className="aside-part">{say('ledger.cooperating')}</h3>
      {measure.cooperating.length > 0 ? (
        <Units units={measure.cooperating} />
      ) : (
        <p className="grey">{say('ledger.cooperating-none')}</p>
      )}
      {measure.figures.length === 0 && <p className="aside-part grey">{say('ledger.no-figures')}</p>}
      {measure.figures.map((figure) => (
        <section key={figure.code} className="aside-figure">
          <div className="aside-figure-head">
            {mayOpen ? (
              <Link to="/figures/$code" params={{ code: figure.code }} search={({ on }: { on?: string }) => ({ on })}>
                {say(figure.title)}
              </Link>
            ) : (
              say(figure.title)
            )}
            <LitLight light={figure.light} subject={`figure:${figure.code}`} title={say(figure.title)} why={figure.why} quiet />
          </div>
          <p className="aside-number">{sayValue(figure, figure.current.value, language)}</p>
          <p className="grey">{sayTarget(figure, say, language)}</p>
          <p>{sayWhy(figure, say, language)}</p>
        </section>
      ))}
    </aside>
  );
}

/** Each unit is a filter of the list. */
function Units({ units }: { units: LedgerMeasure['lead'] }) {
  const { say } = useWords();
  return (
    <ul className="units">
      {units.map(({ code, name }) => (
        <li key={code}>
          <Link to="/ledger" search={(old) => ({ ...old, unit: code })}>
            {say(name)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
