import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { CloseOutState, MeasureCloseOuts } from '../../../../../server/modules/close-out/contract.ts';
import { sayDay } from '../../../../shared/day.ts';
import { sayPeriod } from '../../../../shared/say-period.ts';
import { type Say, useWords } from '../../../../shared/words/index.ts';
import { useAsk } from '../../../asking.ts';
import { Choices } from '../../../parts/choices.tsx';
import { CloseOutMark } from '../../../parts/close-out-mark.tsx';
import { Reading } from '../../../parts/notices.tsx';
import { WaiverLine } from '../../../parts/waiver-line.tsx';
import { Actions } from './actions.tsx';
import { FindingList, Judgement } from './findings.tsx';
import { History } from './history.tsx';
import { Rules } from './rules.tsx';
import { Verify } from './verify.tsx';

const route = getRouteApi('/measures/$no');
export type ShownPeriod = MeasureCloseOuts['periods'][number];

/** Whether a task can be closed out for a period, what is missing, who has to do what, and what was frozen. */
export function CloseOutSection({ measure }: { measure: number }) {
  const { say } = useWords();
  const closeOuts = useAsk<MeasureCloseOuts>(`/api/measures/${measure}/close-outs`, {}, { every: 60_000 });
  return (
    <section className="section close-out" aria-labelledby="close-out">
      <h2 id="close-out">{say('close-out.title')}</h2>
      <p className="grey lead">{say('close-out.hint')}</p>
      <Reading of={closeOuts}>{(answer) => <Periods answer={answer} />}</Reading>
    </section>
  );
}

/** What waits for this person first, then for somebody else; else the last period that is over and not closed; else the running one. */
function firstShown({ periods, today }: MeasureCloseOuts): ShownPeriod | undefined {
  const waits: readonly CloseOutState[] = ['applied', 'waived-applied', 'waiver-proposed', 'reopened', 'returned'];
  const begun = periods.filter(({ hasBegun, period }) => hasBegun && period.name !== 'programme');
  const isMine = ({ item, may, isOwn }: ShownPeriod) =>
    waits.includes(item.state) &&
    !isOwn &&
    (may.includes('approve') || may.includes('decline-waiver') || (may.includes('apply') && item.state !== 'applied'));
  return (
    periods.find(isMine) ??
    periods.find(({ item }) => waits.includes(item.state)) ??
    begun.findLast(({ period, item }) => period.to < today && item.state !== 'approved' && item.state !== 'waived') ??
    begun.at(-1) ??
    periods[0]
  );
}

/** What stands on a period is said where it is chosen: a waiver is not to be looked for. */
const labelOf = (period: string, state: CloseOutState, say: Say): string =>
  [sayPeriod(period, say), ...(state === 'open' || state === 'withdrawn' ? [] : [say(`close-out.state.${state}`)])].join(' · ');

function Periods({ answer }: { answer: MeasureCloseOuts }) {
  const { say, language } = useWords();
  const { period: asked } = route.useSearch();
  const navigate = useNavigate({ from: '/measures/$no' });
  const shown = answer.periods.find(({ period }) => period.name === asked) ?? firstShown(answer);
  if (!shown) return null;
  const { period, item } = shown;
  return (
    <>
      <Choices
        label={say('close-out.period')}
        value={period.name}
        choices={answer.periods.map(({ period, item }) => ({ value: period.name, label: labelOf(period.name, item.state, say) }))}
        onChoose={(name) => void navigate({ search: (old) => ({ ...old, period: name }), replace: true, resetScroll: false })}
      />
      <p className="close-out-state">
        <CloseOutMark state={item.state} grade={item.grade} />{' '}
        <span className="grey">
          {say('close-out.span', { from: sayDay(period.from, language), to: sayDay(period.to, language) })}
        </span>
      </p>
      {item.waiver && <WaiverLine waiver={item.waiver} />}
      <Judged shown={shown} />
      {/* A new step is a new form. */}
      <Actions key={`${period.name} ${item.step}`} measure={answer.measure} shown={shown} />
      {item.steps.some(({ event }) => event === 'approve') && (
        <Verify key={`verify ${item.step}`} measure={answer.measure} period={period.name} />
      )}
      <History item={item} />
      <Rules rules={answer.rules} />
    </>
  );
}

/** What is missing now; of what is closed, what it was closed by. */
function Judged({ shown: { hasBegun, evaluation, item, may } }: { shown: ShownPeriod }) {
  const { say, language } = useWords();
  if (!hasBegun) return <p>{say('close-out.not-begun')}</p>;
  const isWaived = item.state === 'waived' || item.state === 'waived-applied';
  const now = evaluation && <Judgement evaluation={evaluation} mayApply={may.includes('apply')} state={item.state} />;
  if (!isWaived && now) return now;
  const closing = item.steps.findLast(({ event }) => event === 'approve' || event === 'sign-waiver');
  if (!closing?.evaluation) return null;
  const { findings, on } = closing.evaluation;
  return (
    <>
      <details className="as-table" open={isWaived}>
        <summary>{say(isWaived ? 'close-out.frozen-waiver' : 'close-out.frozen', { day: sayDay(on, language) })}</summary>
        <FindingList findings={findings} />
      </details>
      {isWaived && evaluation && !evaluation.isShort && (
        <>
          <p>{say('close-out.waived-reached')}</p>
          {now}
        </>
      )}
    </>
  );
}
