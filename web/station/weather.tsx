import type { Face, ShownWarning } from '../../server/modules/gigs/faces/contract.ts';
import { sayWeekday } from '../shared/day.ts';
import { isHeat, signs } from '../shared/weather-signs.ts';
import { useWords } from '../shared/words/index.ts';
import { pageOf } from './turning.ts';

/** What heat or cold means for work outdoors, one warning at a time; without any there is no such row. */
export function Weather({ warnings, today, turn }: { warnings: readonly ShownWarning[]; today: string; turn: number }) {
  const { say, language } = useWords();
  const { shown, page, pages } = pageOf(warnings, 1, turn);
  const [warning] = shown;
  if (!warning) return null;
  const { effect, day, temperature, says, law, orders } = warning;
  return (
    <section className={`weather weather-${effect}`} aria-label={say('station.weather')}>
      <h2>
        {signs[effect]} {say(`station.weather-${isHeat(warning) ? 'heat' : 'cold'}`)} {degrees(temperature)} ℃
        <span className="weather-day">
          {day === today ? say('station.today') : sayWeekday(day, language)} · {say('station.weather-orders', { n: orders })}
        </span>
      </h2>
      <p className="weather-says">{say(says)}</p>
      <p className="weather-law">
        {say(law)}
        {pages > 1 && <span>{say('station.page', { page, pages })}</span>}
      </p>
    </section>
  );
}

/** At an order: what its hours outdoors are under. */
export function WeatherTag({ warnings }: { warnings: Face['board']['orders'][number]['warnings'] }) {
  const { say } = useWords();
  return warnings.map((warning) => (
    <span key={warning.code} className={`weather-tag weather-tag-${warning.effect}`}>
      {signs[warning.effect]} {say(`station.weather-${isHeat(warning) ? 'heat' : 'cold'}-${warning.effect}`)} ·{' '}
    </span>
  ));
}

const degrees = (temperature: number): string => String(temperature).replace('-', '−');
