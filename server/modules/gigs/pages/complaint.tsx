import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import { ChineseName, type Shown, type Visit, WrongSummary } from '../../portal/module.ts';
import type { Complaint } from '../complaints/contract.ts';
import { yuanOf } from '../money.ts';
import { complaintWords as words } from '../words/pages-complaint.ts';
import { workWords } from '../words/pages-work.ts';
import { Asking, PlainText } from './asking.tsx';
import { ComplaintSteps } from './complaint-steps.tsx';
import { complaintTitle, standsText } from './complaint-text.ts';
import { WorkerFrame } from './frame.tsx';

/** What became of a complaint, as the worker who made it reads it: how it stands, every step, and where else to turn. */
export function complaintPage({ language }: Visit, number: number, complaint: Complaint, shown?: Shown<'reason'>): PageContent {
  const title = complaintTitle(complaint, language);
  const body = (
    <WorkerFrame language={language} number={number}>
      <h1>{title}</h1>
      {shown?.wrong && <WrongSummary wrong={shown.wrong} labels={{ reason: workWords.why }} language={language} />}
      <p class="lead">
        {standsText(complaint, language)}
        {complaint.settledAmount !== null && (
          <>
            <br />
            <strong>{say(words.agreed, language, { yuan: yuanOf(complaint.settledAmount) })}</strong>
          </>
        )}
      </p>
      <Said complaint={complaint} language={language} />
      <section aria-labelledby="steps">
        <h2 id="steps">{say(words.steps, language)}</h2>
        <ComplaintSteps steps={complaint.steps} reader="worker" language={language} />
      </section>
      {complaint.state !== 'settled' && (
        <section aria-labelledby="turn">
          <h2 id="turn">{say(words.turn, language)}</h2>
          {complaint.mediation && <p>{say(complaint.mediation, language)}</p>}
          <p>{say(words.inspection, language)}</p>
          <p class="way">
            <a href="tel:12333">{say(words.call, language)}</a>
          </p>
        </section>
      )}
      {complaint.closedAt === null && (
        <Asking
          title={say(workWords.withdraw, language)}
          action={`/gigs/complaints/${complaint.id}/withdraw`}
          send={say(workWords.withdraw, language)}
          isOpen={shown?.wrong !== undefined}
        >
          <PlainText name="reason" id="reason" label={say(workWords.why, language)} most={200} typed={shown?.filled.reason} />
        </Asking>
      )}
      <ul class="ways">
        {complaint.placement !== null && (
          <li>
            <a href={`/gigs/work/${complaint.placement}`}>{say(words.toShift, language)}</a>
          </li>
        )}
        <li>
          <a href="/gigs/work">{say(workWords.back, language)}</a>
        </li>
      </ul>
    </WorkerFrame>
  );
  return { title, description: title, body };
}

/** Whom and which day it is about, and the worker's own words. */
const Said = ({ complaint: { employerName, day, text, claimed }, language }: { complaint: Complaint; language: Language }) => (
  <section aria-labelledby="said">
    <h2 id="said">{say(words.said, language)}</h2>
    {employerName !== null && (
      <p>
        <ChineseName name={employerName} language={language} />
        {day !== null && ` · ${writeDay(day, language)}`}
      </p>
    )}
    {text !== '' && <p lang="zh-CN">{text}</p>}
    {claimed !== null && <p>{say(words.missing, language, { yuan: yuanOf(claimed) })}</p>}
  </section>
);
