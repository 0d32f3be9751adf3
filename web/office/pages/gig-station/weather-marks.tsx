import type { WeatherWarning } from '../../../../server/modules/gigs/rules/contract.ts';
import { isHeat, signs } from '../../../shared/weather-signs.ts';
import { useWords } from '../../../shared/words/index.ts';

/** What heat or cold means for an order, as the screen in the hall says it; orange where the hours of the order do not keep it. */
export function WeatherMarks({ warnings }: { warnings: readonly WeatherWarning[] }) {
  const { say } = useWords();
  return warnings.map((warning) => (
    <span key={warning.code} className={warning.isKept ? undefined : 'passes'} title={say(warning.says)}>
      {signs[warning.effect]} {say(`station.weather-${isHeat(warning) ? 'heat' : 'cold'}-${warning.effect}`)}
      {!warning.isKept && `${say('text.then')}${say(warning.effect === 'stop' ? 'gig.outdoors-stopped' : 'gig.outdoors-unkept')}`}
    </span>
  ));
}
