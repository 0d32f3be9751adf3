import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { dayOfInstant, writeDay } from '../../../kernel/page/written.ts';
import { Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { ComplaintAbout as About, Complaint, ComplaintRow, ComplaintStep, StepCode } from '../complaints/contract.ts';
import { yuanOf } from '../money.ts';
import { Back } from './back.tsx';
import { dayWords as words } from './day-words.ts';
import { employerWords } from './words.ts';

const abouts: Readonly<Record<About, Said>> = {
  wage: words.aboutWage,
  safety: words.aboutSafety,
  conduct: words.aboutConduct,
  fee: words.aboutFee,
  other: words.aboutOther,
};
const sides: Readonly<Record<ComplaintStep['by'], Said>> = {
  worker: words.byWorker,
  employer: words.byEmployer,
  station: words.byStation,
  leye: words.byLeye,
};
const steps: Readonly<Record<StepCode, Said>> = {
  opened: words.stepOpened,
  answered: words.stepAnswered,
  noted: words.stepNoted,
  mediation: words.stepMediation,
  settled: words.stepSettled,
  dismissed: words.stepDismissed,
  withdrawn: words.stepWithdrawn,
  referred: words.stepReferred,
};

/** What workers complained of, the open first. */
export function complaintsPage({ language }: Visit, employer: string, complaints: readonly ComplaintRow[]): PageContent {
  const title = say(words.complaints, language);
  const base = `/employer/${employer}`;
  const body = (
    <>
      <h1>{title}</h1>
      {complaints.length === 0 && <p>{say(words.complaintsNone, language)}</p>}
      <Back to={`${base}/orders`} said={employerWords.back} language={language}>
        {complaints.map(({ id, number, about, dueOn, closedAt }) => (
          <li key={id}>
            <a href={`${base}/complaints/${id}`}>
              {say(words.complaint, language, { number, about: say(abouts[about], language) })}{' '}
              {closedAt === null && <small>{say(words.dueOn, language, { day: writeDay(dueOn, language) })}</small>}
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
  const title = say(words.complaint, language, { number: complaint.number, about: say(abouts[complaint.about], language) });
  const base = `/employer/${employer}/complaints`;
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={{ text: words.complaintAnswer }} language={language} />}
      <ComplaintAbout complaint={complaint} employer={employer} language={language} />
      <ol class="steps">
        {complaint.steps.map(({ at, by, code, text }) => (
          <li key={`${at} ${code}`}>
            {writeDay(dayOfInstant(at), language)} · {say(sides[by], language)} {say(steps[code], language)}
            {text !== null && text !== '' && <>: {text}</>}
          </li>
        ))}
      </ol>
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

/** What it is about: the worker's own words, and of a wage how much is missing, with the way to its slip. */
const ComplaintAbout = ({ complaint, employer, language }: { complaint: Complaint; employer: string; language: Language }) => (
  <>
    {complaint.text !== '' && <p class="lead">{complaint.text}</p>}
    <p>
      {complaint.day !== null &&
        say(words.ofWorker, language, { number: complaint.workerNumber, day: writeDay(complaint.day, language) })}
      {complaint.claimed !== null && (
        <>
          <br />
          <strong>{say(words.missing, language, { yuan: yuanOf(complaint.claimed) })}</strong>
        </>
      )}
      {complaint.closedAt === null && (
        <>
          <br />
          {say(words.dueOn, language, { day: writeDay(complaint.dueOn, language) })}
        </>
      )}
    </p>
    {complaint.about === 'wage' && complaint.placement !== null && (
      <Back to={`/employer/${employer}/wages/${complaint.placement}`} said={words.toSlip} language={language} />
    )}
  </>
);
