import { Link } from '@tanstack/react-router';
import type { Task } from '../../../../server/kernel/module.ts';
import type { FigureSummary, Ledger } from '../../../../server/modules/figures/contract.ts';
import type { TodayAnswer } from '../../../../server/modules/today/contract.ts';
import { daysBetween, sayDay, sayWeekday } from '../../../shared/day.ts';
import { lightOrder, lights } from '../../../shared/tokens.ts';
import { isWord, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { sayTarget, sayValue, sayWhy } from '../../figure-format.ts';
import { holds, opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { Empty, Reading } from '../../parts/notices.tsx';
import { PaceBar } from '../../parts/pace-bar.tsx';

/** The first page: what must I do today? */
export function Today() {
  const { say, language } = useWords();
  const me = useSignedIn();
  const hasRole = (me?.grants.length ?? 0) > 0;
  // Who only looks is told what to look at, not what to do.
  const isReader = me?.grants.every(({ role }) => role === 'leader' || role === 'evaluator');
  const today = useAsk<TodayAnswer>('/api/today', {}, { every: 60_000, enabled: hasRole });
  const lead =
    today.data &&
    say(today.data.tasks.length === 0 ? 'today.sentence-none' : isReader ? 'today.sentence-reading' : 'today.sentence', {
      day: sayWeekday(today.data.today, language),
      n: today.data.tasks.length,
    });
  return (
    <div className="page">
      <Heading title={say('today.title')} lead={lead} />
      <div className="split">
        {hasRole ? (
          <Reading of={today}>{(answer) => (answer.tasks.length === 0 ? <NothingToDo /> : <Tasks {...answer} />)}</Reading>
        ) : (
          <Empty title={say('today.none')} hint={say('account.no-roles')} />
        )}
        <Standing />
      </div>
    </div>
  );
}

function Tasks({ tasks, behind, today }: TodayAnswer) {
  const { say } = useWords();
  const groups = ([0, 1, 2, 3] as const).map((urgency) => ({ urgency, own: tasks.filter((task) => task.urgency === urgency) }));
  return groups
    .filter(({ own }) => own.length > 0)
    .map(({ urgency, own }) => (
      <section key={urgency} className="task-group" aria-labelledby={`urgency-${urgency}`}>
        <h2 id={`urgency-${urgency}`}>
          {say(`today.urgency.${urgency}`)} <span className="grey">{own.length}</span>
        </h2>
        <ul className="tasks">
          {own.map((task) => (
            <TaskRow
              key={`${task.code} ${task.link}`}
              task={task}
              today={today}
              figure={behind.find(({ code }) => task.code.startsWith('figure-') && code === task.params.code)}
            />
          ))}
        </ul>
      </section>
    ));
}

function TaskRow({ task, figure, today }: { task: Task; figure: FigureSummary | undefined; today: string }) {
  const { say, language } = useWords();
  const key = `task.${task.code}`;
  const title = task.params[language] ?? task.params.zh ?? '';
  const late = task.due ? daysBetween(task.due, today) : 0;
  const light = figure && lights[figure.light];
  return (
    <li className="task">
      <span className="task-sign" aria-hidden="true" style={light && { color: light.color }}>
        {light?.sign ?? '›'}
      </span>
      <div>
        <Link className="task-title" {...placeOf(task.link)}>
          {say(isWord(key) ? key : 'task.other', { ...task.params, title })}
        </Link>
        {figure && <p className="grey">{sayWhy(figure, say, language)}</p>}
        {task.due && (
          <p className={late > 0 ? 'task-late' : 'grey'}>
            {late > 0
              ? say('today.overdue-by', { day: sayDay(task.due, language), n: late })
              : say('today.due', { day: sayWeekday(task.due, language) })}
          </p>
        )}
      </div>
      {figure && figure.path !== null && (
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

/** A task's link may name what the page is to show, and where on it. */
function placeOf(link: string): { to: string; search: Record<string, string>; hash: string } {
  const { pathname, searchParams, hash } = new URL(link, window.location.origin);
  return { to: pathname, search: Object.fromEntries(searchParams), hash: hash.slice(1) };
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

/** The lights of the whole district, each a door into the ledger. */
function Standing() {
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
