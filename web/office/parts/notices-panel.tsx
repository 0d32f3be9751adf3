import { Link } from '@tanstack/react-router';
import type { NoticeList, NoticeRow } from '../../../server/modules/supervision/contract.ts';
import { sayDay } from '../../shared/day.ts';
import { useWords } from '../../shared/words/index.ts';
import { useAsk } from '../asking.ts';
import { opens, useSignedIn } from '../me.ts';
import { useUnitNames } from '../places.ts';
import { NoticeClockLine, NoticeState, sayNoticeName } from './notice-words.tsx';
import { Reading } from './notices.tsx';

/** The notices about a measure, or of a unit: what waits first. */
export function NoticesPanel({ measure, unit }: { readonly measure?: number; readonly unit?: string }) {
  const { say } = useWords();
  const mayRead = opens(useSignedIn(), 'notices');
  const notices = useAsk<NoticeList>('/api/notices', { measure, unit }, { enabled: mayRead, every: 60_000 });
  if (!mayRead) return null;
  return (
    <section className="section" id="notices" aria-labelledby="notices-panel">
      <div className="section-head">
        <h2 id="notices-panel">{say('notices.title')}</h2>
        {unit && (
          <Link to="/notices" search={{ unit, state: 'all' }}>
            {say('unit.notices-all')}
          </Link>
        )}
      </div>
      <Reading of={notices}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="grey">{say('notices.none')}</p>
          ) : (
            <ul className="plain rows">
              {[...rows.filter(isWaiting), ...rows.filter((row) => !isWaiting(row))].slice(0, SHOWN).map((notice) => (
                <NoticeLine key={notice.id} notice={notice} namesUnit={unit === undefined} />
              ))}
            </ul>
          )
        }
      </Reading>
    </section>
  );
}

/** Of a long list the page shows the first few; the list itself has all. */
const SHOWN = 6;

const isWaiting = ({ state, clock }: NoticeRow): boolean => clock !== null && (state === 'open' || state === 'returned');

function NoticeLine({ notice, namesUnit }: { notice: NoticeRow; namesUnit: boolean }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  return (
    <li>
      <Link to="/notices/$notice" params={{ notice: notice.id }}>
        {sayNoticeName(notice, say)}
      </Link>{' '}
      <NoticeState notice={notice} />
      <p>{say(notice.why)}</p>
      <p className="grey milestone-facts">
        {namesUnit && <span>{unitNameOf(notice.unit, notice.unitName)}</span>}
        <span>{sayDay(notice.issuedOn, language)}</span>
        <NoticeClockLine notice={notice} />
      </p>
    </li>
  );
}
