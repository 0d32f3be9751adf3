import { Link } from '@tanstack/react-router';
import type { TimelineLine } from '../../../../server/modules/timeline/contract.ts';
import { beijingDay, sayMonth, sayShortDay } from '../../../shared/day.ts';
import { isWord, useWords } from '../../../shared/words/index.ts';
import { kindOf, nameOf } from '../../parts/part-link.tsx';
import { placeOf } from '../../places.ts';

/** So many lines are read in a minute: the months after them wait for a press. */
const MINUTE = 12;

type Month = { readonly month: string; readonly main: readonly TimelineLine[]; readonly rest: readonly TimelineLine[] };

/** Lines month by month. `isWhole`: the reader asked for this kind, so nothing of it is minor. */
export function Months({ lines, measure, isWhole }: { lines: readonly TimelineLine[]; measure: number; isWhole: boolean }) {
  const { say, language } = useWords();
  const months = [...Map.groupBy(lines, ({ at }) => beijingDay(at).slice(0, 7))].map(
    ([month, own]): Month => ({
      month,
      main: own.filter(({ isMinor }) => isWhole || !isMinor),
      rest: own.filter(({ isMinor }) => !isWhole && isMinor),
    }),
  );
  const first = shownAtOnce(months);
  const earlier = months.slice(first);
  const [from, to] = [earlier.at(-1)?.month ?? '', earlier[0]?.month ?? ''];
  const list = (shown: readonly Month[]) => shown.map((month) => <OneMonth key={month.month} of={month} measure={measure} />);
  return (
    <>
      {list(months.slice(0, first))}
      {earlier.length > 0 && (
        <details className="timeline-rest timeline-earlier">
          <summary>
            {say(from === to ? 'timeline.earlier-one' : 'timeline.earlier', {
              n: earlier.reduce((sum, { main, rest }) => sum + main.length + rest.length, 0),
              from: sayMonth(from, language),
              to: sayMonth(to, language),
            })}
          </summary>
          {list(earlier)}
        </details>
      )}
    </>
  );
}

/** How many months fit into the minute; the newest always does. */
function shownAtOnce(months: readonly Month[]): number {
  let lines = 0;
  const over = months.findIndex(({ main }, at) => {
    lines += main.length;
    return at > 0 && lines > MINUTE;
  });
  return over < 0 ? months.length : over;
}

function OneMonth({ of: { month, main, rest }, measure }: { of: Month; measure: number }) {
  const { say, language } = useWords();
  return (
    <section className={main.length > 0 ? 'timeline-month' : 'timeline-month timeline-quiet'} aria-labelledby={`month-${month}`}>
      <h3 id={`month-${month}`}>{sayMonth(month, language)}</h3>
      {main.length > 0 && <Lines lines={main} measure={measure} />}
      {rest.length > 0 && (
        <details className="timeline-rest">
          <summary>{say('timeline.more', { n: rest.length })}</summary>
          <Lines lines={rest} measure={measure} />
        </details>
      )}
    </section>
  );
}

function Lines({ lines, measure }: { lines: readonly TimelineLine[]; measure: number }) {
  const { say, language } = useWords();
  return (
    <ol className="timeline">
      {lines.map((line) => {
        const link = linkOf(line, measure);
        const word = link && `timeline.see.${link.what}`;
        return (
          <li key={line.id} className="timeline-line">
            <time dateTime={line.at}>{sayShortDay(beijingDay(line.at), language)}</time>
            <p>
              {say(line.text)}{' '}
              <span className="grey timeline-foot">
                {[...(line.by ? [line.by] : []), ...(line.ofProgramme ? [say('timeline.of-programme')] : [])].join(' · ')}
                {link && word && isWord(word) && (
                  <>
                    {(line.by || line.ofProgramme) && ' · '}
                    <Link {...placeOf(link.to)}>{say(word)}</Link>
                  </>
                )}
              </span>
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** Where a line can be looked into; the plan where its subject is the unit that wrote it. */
function linkOf({ subject }: TimelineLine, measure: number): { readonly what: string; readonly to: string } | undefined {
  const [what, name] = [kindOf(subject), nameOf(subject)];
  switch (what) {
    case 'figure':
      return { what, to: `/figures/${name}` };
    case 'notice':
      return { what, to: `/notices/${name}` };
    case 'bulletin':
      return { what, to: `/bulletins/${name}` };
    case 'consultation':
      return { what, to: `/consultations/${name}` };
    case 'milestone':
    case 'service':
      return { what, to: `/measures/${measure}#milestones` };
    case 'close-out':
      return { what, to: `/measures/${measure}#close-out` };
    case 'unit':
      return { what: 'plan', to: `/measures/${measure}/plan` };
    default:
      return undefined;
  }
}
