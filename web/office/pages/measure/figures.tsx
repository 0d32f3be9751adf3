import { Link } from '@tanstack/react-router';
import type { FigureSummary, LedgerMeasure } from '../../../../server/modules/figures/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { sayTarget, sayValue, sayWhy } from '../../figure-format.ts';
import { LitLight } from '../../parts/lit-light.tsx';
import { PaceBar } from '../../parts/pace-bar.tsx';

/** The task's figures, each with its light and the numbers behind it; one sentence above them. */
export function MeasureFigures({ measure }: { measure: LedgerMeasure }) {
  const { say } = useWords();
  const { figures } = measure;
  const bad = figures.filter(({ light }) => light === 'behind' || light === 'overdue' || light === 'silent');
  return (
    <section className="section" aria-labelledby="figures">
      <h2 id="figures">{say('measure.figures')}</h2>
      {figures.length === 0 ? (
        <p className="lead">{say('ledger.no-figures')}</p>
      ) : (
        <>
          <p className="lead">
            {bad.length === 0
              ? say('measure.sentence-good', { n: figures.length })
              : say('measure.sentence-bad', {
                  n: figures.length,
                  bad: bad.length,
                  titles: bad.map(({ title }) => say(title)).join(say('text.and')),
                })}
          </p>
          <ul className="measure-figures">
            {figures.map((figure) => (
              <OneFigure key={figure.code} figure={figure} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function OneFigure({ figure }: { figure: FigureSummary }) {
  const { say, language } = useWords();
  return (
    <li className="measure-figure">
      <div className="aside-figure-head">
        <Link to="/figures/$code" params={{ code: figure.code }}>
          {say(figure.title)}
        </Link>
        <LitLight light={figure.light} subject={`figure:${figure.code}`} title={say(figure.title)} quiet />
      </div>
      <p className="aside-number">{sayValue(figure, figure.current.value, language)}</p>
      <PaceBar figure={figure} />
      <p className="grey">{sayTarget(figure, say, language)}</p>
      <p>{sayWhy(figure, say, language)}</p>
    </li>
  );
}
