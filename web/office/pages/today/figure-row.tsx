import { Link } from '@tanstack/react-router';
import type { FigureSummary } from '../../../../server/modules/figures/contract.ts';
import { lights } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { sayTarget, sayValue, sayWhy } from '../../figure-format.ts';
import { PaceBar } from '../../parts/pace-bar.tsx';

/** A figure to look at: its light, why, and how far it is. */
export function FigureRow({ figure }: { figure: FigureSummary }) {
  const { say, language } = useWords();
  const { sign, color } = lights[figure.light];
  return (
    <li className="task">
      <span className="task-sign" aria-hidden="true" style={{ color }}>
        {sign}
      </span>
      <div>
        <Link className="task-title" to="/figures/$code" params={{ code: figure.code }}>
          {say('text.pair', { name: say(figure.title), value: say(`light.${figure.light}`) })}
        </Link>
        <p className="grey">{sayWhy(figure, say, language)}</p>
      </div>
      {figure.path !== null && (
        <div className="task-pace">
          <PaceBar figure={figure} />
          <span className="grey">
            {sayValue(figure, figure.current.value, language)} · {sayTarget(figure, say, language)}
          </span>
        </div>
      )}
    </li>
  );
}
