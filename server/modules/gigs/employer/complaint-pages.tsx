import { type Language, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import { Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { Complaint, ComplaintRow } from '../complaints/contract.ts';
import { yuanOf } from '../money.ts';
import { ComplaintSteps } from '../pages/complaint-steps.tsx';
import { aboutText, complaintState, complaintTitle, standsText } from '../pages/complaint-text.ts';
import { complaintWords } from '../words/pages-complaint.ts';
import { Back } from './back.tsx';
import { dayWords as words } from './day-words.ts';
import { employerWords } from './words.ts';

/** What workers complained of, the open first. */
export function complaintsPage({ language }: Visit, employer: string, complaints: readonly ComplaintRow[]): PageContent {
  const title = say(words.complaints, language);
  const base = `/employer/${employer}`;
  const body = (
    <>
      <h1>{title}</h1>
      {complaints.length === 0 && <p>{say(words.complaintsNone, language)}</p>}
      <Back to={`${base}/orders`} said={employerWords.back} language={language}>
        {complaints.map((complaint) => (
          <li key={complaint.id}>
            <a href={`${base}/complaints/${complaint.id}`}>
              {say(words.complaint, language, { number: complaint.number, about: say(aboutText(complaint.about), language) })}{' '}
              <small>{complaintState(complaint, language)}</small>
            </a>
          </li>
        ))}
      </Back>
    </>
  );
  return { title, description: title, body };
}

/** One complaint with its steps, and the employer's word on it. */
export function complaintPage({ language }: Visit, employer: string, complaint: Complaint, shown: Shown<'text'>): PageContent {
  const title = complaintTitle(complaint, language);
  const base = `/employer/${employer}/complaints`;
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={{ text: words.complaintAnswer }} language={language} />}
      <ComplaintAbout complaint={complaint} employer={employer} language={language} />
      <ComplaintSteps steps={complaint.steps} reader="employer" language={language} />
      {complaint.closedAt === null && (
        <form class="form" method="post" action={`${base}/${complaint.id}`}>
          <Hidden once={shown.once} />
          <TextField name="text" label={words.complaintAnswer} maxLength={1000} required shown={shown} language={language} />
          <button type="submit">{say(words.send, language)}</button>
        </form>
      )}
      <Back to={base} said={words.complaints} language={language} />
    </>
  );
  return { title, description: title, body };
}

/** What it is about and how it stands: the worker's own words, of a wage what is missing or was agreed, with the way to its slip. */
const ComplaintAbout = ({ complaint, employer, language }: { complaint: Complaint; employer: string; language: Language }) => (
  <>
    {complaint.text !== '' && <p class="lead">{complaint.text}</p>}
    <p>
      {complaint.day !== null &&
        say(words.ofWorker, language, { number: complaint.workerNumber, day: writeDay(complaint.day, language) })}
      {complaint.claimed !== null && (
        <>
          <br />
          <strong>{say(complaintWords.missing, language, { yuan: yuanOf(complaint.claimed) })}</strong>
        </>
      )}
      <br />
      {standsText(complaint, language)}
      {complaint.settledAmount !== null && (
        <>
          <br />
          <strong>{say(complaintWords.agreed, language, { yuan: yuanOf(complaint.settledAmount) })}</strong>
        </>
      )}
    </p>
    {complaint.about === 'wage' && complaint.placement !== null && (
      <Back
        to={`/employer/${employer}/wages/${complaint.placement}`}
        said={complaint.closedAt === null ? words.toSlip : words.toSettledSlip}
        language={language}
      />
    )}
  </>
);
