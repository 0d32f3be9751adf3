import type { FigureSummary } from '../../../server/modules/figures/contract.ts';
import { lights } from '../../shared/tokens.ts';
import { useWords } from '../../shared/words/index.ts';
import { sayValue } from '../figure-format.ts';

/** How far a figure has come to its target; the thin dark line is where it should stand today. */
export function PaceBar({ figure }: { figure: FigureSummary }) {
  const { say, language } = useWords();
  const { current, path, targetTotal, light } = figure;
  const scale = Math.max(targetTotal, current.value ?? 0, path ?? 0);
  const share = (value: number) => `${scale > 0 ? Math.min(100, (value / scale) * 100) : 0}%`;
  const label = say(path === null ? 'ledger.bar' : 'ledger.bar-path', {
    value: sayValue(figure, current.value, language),
    path: sayValue(figure, path, language),
    target: sayValue(figure, targetTotal, language),
  });
  return (
    <span className="bar" role="img" aria-label={label} title={label}>
      <span className="bar-value" style={{ width: share(current.value ?? 0), background: lights[light].color }} />
      {path !== null && path < scale && <span className="bar-path" style={{ left: share(path) }} />}
    </span>
  );
}
