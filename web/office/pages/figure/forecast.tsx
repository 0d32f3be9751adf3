import type { FigureDetail } from '../../../../server/modules/figures/contract.ts';
import { sayDay } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { sayValue } from '../../figure-format.ts';

/** What happens if things go on as they did, with the method in words, so that anybody can redo it. */
export function ForecastSentence({ figure }: { figure: FigureDetail }) {
  const { say, language } = useWords();
  const { forecast } = figure;
  const spoken = (value: number | null) => sayValue(figure, value, language);
  const { method } = forecast;
  return (
    <div className="figure-forecast">
      <h2>{say('figure.forecast')}</h2>
      {method === 'none' ? (
        <p className="grey">{say('figure.forecast.none')}</p>
      ) : (
        <>
          <p>
            {say(forecast.reaches ? 'figure.forecast.reaches' : 'figure.forecast.short', {
              day: sayDay(forecast.day, language),
              value: spoken(forecast.value),
              low: spoken(forecast.low),
              high: spoken(forecast.high),
            })}
          </p>
          <p className="grey">{say(`figure.method.${method}`, { rate: sayRate(figure, language) })}</p>
        </>
      )}
    </div>
  );
}

/** A daily rate may be far below one: two digits that matter. */
function sayRate(figure: FigureDetail, language: 'zh' | 'en'): string {
  const rate = figure.forecast.basis.perDay ?? 0;
  const decimals = Math.abs(rate) >= 100 ? 0 : Math.abs(rate) >= 1 ? 1 : 2;
  return sayValue({ unit: figure.unit, decimals }, rate, language);
}
