import { Link } from '@tanstack/react-router';
import type { TodayAnswer } from '../../../../server/modules/today/contract.ts';
import { sayWeekday } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { holds, opens, unitsOf, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { LeaderToday } from './leader.tsx';
import { OwnStations } from './own-stations.tsx';
import { Standing } from './standing.tsx';
import { Tasks } from './tasks.tsx';

/** The first page: what must I do today? A leader's: what is behind, why, and since when. */
export function Today() {
  const me = useSignedIn();
  if (me && me.grants.length > 0 && me.grants.every(({ role }) => role === 'leader')) return <LeaderToday />;
  return <WorkToday />;
}

function WorkToday() {
  const { say, language } = useWords();
  const me = useSignedIn();
  const hasRole = (me?.grants.length ?? 0) > 0;
  // Who only looks is told what to look at, not what to do.
  const isReader = me?.grants.every(({ role }) => role === 'leader' || role === 'evaluator');
  // A liaison's page holds what that person must do, and nothing else; administrators have no part in the programme.
  const seesDistrict = holds(me, 'programme-office', 'evaluator', 'street-officer', 'specialist');
  // Whoever stands at a counter begins there; the programme office has all stations, and decisions that wait above them.
  const runsStation = opens(me, 'gig-station');
  const keepsStations = holds(me, 'programme-office');
  const today = useAsk<TodayAnswer>('/api/today', {}, { every: 60_000, enabled: hasRole });
  const n = isReader ? today.data?.behind.length : today.data?.tasks.length;
  const lead =
    today.data &&
    n !== undefined &&
    say(n === 0 ? 'today.sentence-none' : isReader ? 'today.sentence-reading' : 'today.sentence', {
      day: sayWeekday(today.data.today, language),
      n,
    });
  return (
    <div className="page">
      <Heading title={say('today.title')} lead={lead} />
      <div className={seesDistrict ? 'split' : undefined}>
        {hasRole ? (
          <Reading of={today}>
            {(answer) => (
              <>
                {runsStation && !keepsStations && <OwnStations tasks={answer.tasks} />}
                {answer.tasks.length + answer.behind.length === 0 ? (
                  <NothingToDo />
                ) : (
                  <Tasks {...answer} ownFigures={unitsOf(me).length > 0} />
                )}
                {runsStation && keepsStations && <OwnStations tasks={answer.tasks} />}
              </>
            )}
          </Reading>
        ) : (
          <Empty title={say('today.none')} hint={say('account.no-roles')} />
        )}
        {seesDistrict && <Standing />}
      </div>
    </div>
  );
}

function NothingToDo() {
  const { say } = useWords();
  const me = useSignedIn();
  const hint = opens(me, 'records')
    ? 'today.none-business'
    : holds(me, 'leader', 'evaluator')
      ? 'today.none-reading'
      : 'today.none-administrator';
  return (
    <Empty title={say('today.none')} hint={say(hint)}>
      {opens(me, 'people') && (
        <Link className="go" to="/people">
          {say('today.go-people')}
        </Link>
      )}
      {opens(me, 'audit') && (
        <Link className="go" to="/audit">
          {say('today.go-audit')}
        </Link>
      )}
      {hint !== 'today.none-administrator' && (
        <>
          {opens(me, 'records') && (
            <Link className="go" to="/records">
              {say('today.go-records')}
            </Link>
          )}
          <Link className="go" to="/ledger">
            {say('today.go-ledger')}
          </Link>
        </>
      )}
    </Empty>
  );
}
