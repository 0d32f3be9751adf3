import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Ledger } from '../../../../server/modules/figures/contract.ts';
import type { Notice, NoticePaper, Rules } from '../../../../server/modules/supervision/contract.ts';
import { address } from '../../../shared/client.ts';
import { sayDay } from '../../../shared/day.ts';
import { type Say, useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { Heading } from '../../parts/heading.tsx';
import { NoticeState, sayClock, sayNoticeName } from '../../parts/notice-words.tsx';
import { Reading } from '../../parts/notices.tsx';
import { useUnitNames } from '../../places.ts';
import { sayRule } from '../supervision/say-rule.ts';
import { AnswerForm } from './answer-form.tsx';
import { Answers } from './answers.tsx';
import { NoticeWork } from './notice-work.tsx';
import { PrintedPaper } from './printed-paper.tsx';

const route = getRouteApi('/notices/$notice');

/** One notice whole: why it went out, how long there is to answer, what was answered and what became of it. */
export function NoticePage() {
  const { say } = useWords();
  const { notice: id } = route.useParams();
  const notice = useAsk<Notice>(`/api/notices/${id}`, {}, { every: 60_000 });
  return (
    <div className="page">
      <Reading of={notice} title={say('notices.title')}>
        {(read) => <Whole notice={read} key={read.id} />}
      </Reading>
    </div>
  );
}

function Whole({ notice }: { notice: Notice }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const paper = useAsk<NoticePaper>(`/api/notices/${notice.id}/paper`);
  const mayAnswer = notice.may.answer && notice.clock !== null && (notice.state === 'open' || notice.state === 'returned');
  return (
    <>
      <div className="no-print">
        <Heading
          title={sayNoticeName(notice, say)}
          above={<Link to="/notices">{say('notices.title')}</Link>}
          lead={
            <>
              {unitNameOf(notice.unit, notice.unitName)} <NoticeState notice={notice} />
            </>
          }
        >
          <Button href={address(`/api/notices/${notice.id}/paper.docx`, { lang: language })} download>
            {say('action.download-docx')}
          </Button>
          <Button loading={paper.isLoading} disabled={!paper.data} onClick={() => window.print()}>
            {say('action.print')}
          </Button>
        </Heading>
        <div className="split">
          <div>
            <p className="notice-why">{say(notice.why)}</p>
            <Clock notice={notice} />
            {mayAnswer && (
              <section className="section" aria-labelledby="answer">
                <h2 id="answer">{say('notice.answer')}</h2>
                <AnswerForm notice={notice.id} />
              </section>
            )}
            <Answers notice={notice} />
            <NoticeWork notice={notice} />
          </div>
          <Facts notice={notice} />
        </div>
      </div>
      {paper.data && <PrintedPaper paper={paper.data} />}
    </>
  );
}

/** The term in full words; nothing where nothing has to be answered any more. */
function Clock({ notice }: { notice: Notice }) {
  const { say, language } = useWords();
  const { clock, state, step } = notice;
  const text = sayClock(notice, say, language);
  if (!text)
    return <p className="grey">{say(step === 'reminder' && state === 'open' ? 'notice.clock-none' : 'notice.clock-settled')}</p>;
  const isOver = clock?.isOverdue && state !== 'answered';
  return (
    <div className={isOver ? 'clock clock-over' : 'clock'}>
      <span className="grey">{say('notice.clock')}</span>
      <b>{text}</b>
      {clock?.isEstimated && <span className="grey">{say('notice.clock-estimated')}</span>}
    </div>
  );
}

function Facts({ notice }: { notice: Notice }) {
  const { say, language } = useWords();
  const ledger = useAsk<Ledger>('/api/ledger');
  const rules = useAsk<Rules>('/api/supervision/rules');
  const unitNameOf = useUnitNames();
  const measure = ledger.data?.measures.find(({ no }) => no === notice.measure);
  const day = sayDay(notice.issuedOn, language);
  return (
    <aside className="aside aside-after" aria-label={say('notice.about')}>
      <dl className="facts notice-facts">
        <dt>{say('notice.about')}</dt>
        <dd>{say(notice.subjectTitle)}</dd>
        <dt>{say('notice.measure')}</dt>
        <dd>
          <Link to="/measures/$no" params={{ no: String(notice.measure) }}>
            {measure
              ? say('plan.of', { no: measure.no, title: say(measure.title) })
              : say('ledger.measure', { no: notice.measure })}
          </Link>
        </dd>
        <dt>{say('notice.unit')}</dt>
        <dd>
          <Link to="/units/$unit" params={{ unit: notice.unit }}>
            {unitNameOf(notice.unit, notice.unitName)}
          </Link>
        </dd>
        <dt>{say('notice.issued')}</dt>
        <dd>
          {notice.issuedByName
            ? say('notice.issued-by', { day, name: notice.issuedByName })
            : say('notice.issued-by-leye', { day })}
        </dd>
        <dt>{say('notice.rule')}</dt>
        <dd>
          <Link to="/supervision">{sayRuleOf(notice, rules.data, say)}</Link>
        </dd>
        {notice.instructedBy && (
          <>
            <dt>{say('notice.instructed-by')}</dt>
            <dd>{notice.instructedBy}</dd>
          </>
        )}
        {notice.holdsUntil && (
          <>
            <dt>{say('notice.holds')}</dt>
            <dd>{sayDay(notice.holdsUntil, language)}</dd>
          </>
        )}
        {notice.clearedOn && notice.state !== 'withdrawn' && (
          <>
            <dt>{say('notice.cleared')}</dt>
            <dd>{sayDay(notice.clearedOn, language)}</dd>
          </>
        )}
        {notice.withdrawnWhy && (
          <>
            <dt>{say('notice.withdrawn-why')}</dt>
            <dd>{notice.withdrawnWhy}</dd>
          </>
        )}
        {notice.parent && (
          <>
            <dt>{say('notice.parent')}</dt>
            <dd>
              <Relative id={notice.parent} />
            </dd>
          </>
        )}
        {notice.children.length > 0 && (
          <>
            <dt>{say('notice.children')}</dt>
            <dd>
              {notice.children.map((id) => (
                <Relative key={id} id={id} />
              ))}
            </dd>
          </>
        )}
      </dl>
    </aside>
  );
}

/** What a notice escalates, or what escalates it. */
function Relative({ id }: { id: string }) {
  const { say } = useWords();
  const notice = useAsk<Notice>(`/api/notices/${id}`);
  return (
    <Link to="/notices/$notice" params={{ notice: id }} className="relative">
      {notice.data ? sayNoticeName(notice.data, say) : '…'} {notice.data && <NoticeState notice={notice.data} />}
    </Link>
  );
}

const besideRules = ['hand', 'unanswered', 'broken', 'again', 'date-come'] as const;

/** The rule in a sentence where the rules that sent it still hold; else its name and version. */
function sayRuleOf({ rule, rulesVersion }: Notice, rules: Rules | undefined, say: Say): string {
  const beside = besideRules.find((one) => one === rule);
  if (beside) return say(`notice.rule.${beside}`);
  const content = rulesVersion === 0 ? rules?.presets : rules?.version === rulesVersion ? rules.content : undefined;
  const known = content?.rules.find(({ code }) => code === rule);
  const told = known ? sayRule(known, say) : say('notice.rule-code', { code: rule });
  return rulesVersion === 0
    ? say('notice.rule-presets', { rule: told })
    : say('notice.rule-version', { rule: told, version: rulesVersion });
}
