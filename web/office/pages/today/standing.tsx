import { Link } from '@tanstack/react-router';
import type { Ledger } from '../../../../server/modules/figures/contract.ts';
import { lightOrder, lights } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';

/** The lights of the whole district, each a door into the ledger. */
export function Standing() {
  const { say } = useWords();
  const ledger = useAsk<Ledger>('/api/ledger');
  if (!ledger.data) return null;
  const { lights: counts } = ledger.data;
  const total = lightOrder.reduce((sum, light) => sum + counts[light], 0);
  return (
    <section className="aside aside-after" aria-labelledby="standing">
      <h2 id="standing">{say('today.standing')}</h2>
      <p className="grey">{say('today.standing-hint', { n: total })}</p>
      <ul className="standing">
        {lightOrder
          .filter((light) => light !== 'unpromised')
          .map((light) => (
            <li key={light}>
              <Link to="/ledger" search={{ light }} className="standing-line">
                <span className="standing-sign" aria-hidden="true" style={{ color: lights[light].color }}>
                  {lights[light].sign}
                </span>
                <span>
                  {say(`light.${light}`)}
                  <span className="standing-meaning">{say(`light.meaning.${light}`)}</span>
                </span>
                <b>{counts[light]}</b>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}
