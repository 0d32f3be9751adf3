import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import { CheckField, Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { EmployerWage, EmployerWages, WageSlip, WageState } from '../day/contract.ts';
import { missingOf } from '../day/missing.ts';
import { yuanOf } from '../money.ts';
import { Slip } from '../pages/slip.tsx';
import { Back } from './back.tsx';
import { wageStates } from './day-sections.tsx';
import { dayWords as words } from './day-words.ts';
import { employerWords } from './words.ts';
import { dayText, hoursText } from './written.ts';

/** Wages worked out from attendance: what is to be paid first, then what was. */
export function wagesPage(
  { language }: Visit,
  employer: string,
  { wages, owed, overdue, unsaid }: EmployerWages,
  today: string,
  once: string,
  shown?: Shown<'amount'>,
): PageContent {
  const title = say(words.wages, language);
  const base = `/employer/${employer}`;
  const payable = wages.filter((wage) => groupOf(wage) === 'due');
  const body = (
    <>
      <h1>{title}</h1>
      {shown?.wrong && (
        <WrongSummary wrong={shown.wrong} labels={{ wages: words.amount } satisfies Record<string, Said>} language={language} />
      )}
      {owed === 0 ? (
        <p class="lead">{say(words.noWages, language)}</p>
      ) : (
        <p class="money">{say(words.owed, language, { yuan: yuanOf(owed) })}</p>
      )}
      {overdue > 0 && (
        <p>
          <strong class="none">
            {overdue === owed ? say(words.overdueAll, language) : say(words.overdueSum, language, { yuan: yuanOf(overdue) })}
          </strong>
        </p>
      )}
      <p class="quiet">{say(words.wagesLead, language)}</p>
      {unsaid.length > 0 && (
        <section aria-labelledby="unsaid">
          <h2 id="unsaid">{say(words.unsaid, language)}</h2>
          <p class="quiet">{say(words.unsaidLead, language)}</p>
          <ul class="ways">
            {unsaid.map(({ order, day, site, from, to, people }) => (
              <li key={order}>
                <a href={`${base}/orders/${order}`}>
                  {writeDay(day, language)} {hoursText({ from, to }, language)} · {site}{' '}
                  <small>{say(words.people, language, { n: people })}</small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {payable.length > 1 && <PayAll wages={payable} base={base} once={once} language={language} />}
      {(['due', 'disputed', 'paid', 'confirmed', 'settled'] as const).map((state) => (
        <Wages
          key={state}
          state={state}
          wages={wages.filter((wage) => groupOf(wage) === state)}
          list={{ base, today, language }}
        />
      ))}
      <Back to={`${base}/orders`} said={employerWords.back} language={language} />
    </>
  );
  return { title, description: title, body };
}

type List = { readonly base: string; readonly today: string; readonly language: Language };

/** Where nothing was earned nothing is left to pay. */
const groupOf = ({ state, amount }: EmployerWage): EmployerWage['state'] => (state === 'due' && amount === 0 ? 'settled' : state);

const sumOf = (wages: readonly EmployerWage[]): number => wages.reduce((sum, wage) => sum + missingOf(wage), 0);
/** So many people, so much in all. */
const peopleAndYuan = (wages: readonly EmployerWage[], language: Language): string =>
  say(wages[0]?.state === 'disputed' ? words.peopleAndMissing : words.peopleAndYuan, language, {
    n: wages.length,
    yuan: yuanOf(sumOf(wages)),
  });

/** By the day of the work, the latest first. */
const byDay = (wages: readonly EmployerWage[]): (readonly [day: string, wages: EmployerWage[]])[] =>
  [...Map.groupBy(wages, ({ day }) => day)].toSorted(([one], [other]) => (one < other ? 1 : -1));

const PayAll = ({
  wages,
  base,
  once,
  language,
}: {
  wages: readonly EmployerWage[];
  base: string;
  once: string;
  language: Language;
}) => (
  <form class="form" method="post" action={`${base}/wages/pay`}>
    <Hidden once={once} fields={{ wages: wages.map(({ placement, amount }) => `${placement}:${amount}`).join(',') }} />
    <button type="submit">{say(words.payAll, language, { n: wages.length, yuan: yuanOf(sumOf(wages)) })}</button>
  </form>
);

/** What is done with lies behind a tap, day by day; what still needs somebody stands open. */
const done: readonly WageState[] = ['confirmed', 'settled'];

/** Wages of one state under its name and sum, each day with its own: to pay first, what is done last. */
function Wages({ state, wages, list }: { state: WageState; wages: readonly EmployerWage[]; list: List }) {
  if (wages.length === 0) return null;
  const { today, language } = list;
  const days = byDay(wages);
  return (
    <section aria-labelledby={state}>
      <h2 id={state}>{say(wageStates[state] ?? words.stateDue, language)}</h2>
      {days.length > 1 && <p>{peopleAndYuan(wages, language)}</p>}
      {days.map(([day, ofDay]) => {
        const title = (
          <>
            {dayText(day, today, language)} <span class="sum">{peopleAndYuan(ofDay, language)}</span>
          </>
        );
        return done.includes(state) ? (
          <details key={day}>
            <summary>{title}</summary>
            <Rows wages={ofDay} list={list} />
          </details>
        ) : (
          <section key={day}>
            <h3>{title}</h3>
            <Rows wages={ofDay} list={list} />
          </section>
        );
      })}
    </section>
  );
}

const Rows = ({ wages, list: { base, language } }: { wages: readonly EmployerWage[]; list: List }) => (
  <ul class="ways">
    {wages.map((wage) => (
      <li key={wage.placement}>
        <a href={`${base}/wages/${wage.placement}`}>
          <strong>{wage.name}</strong> {say(words.yuan, language, { yuan: yuanOf(wage.amount) })}
          {wage.isOverdue && (
            <>
              {' '}
              <strong class="none">{say(words.overdue, language)}</strong>
            </>
          )}
          <br />
          <small>{detailOf(wage, language)}</small>
        </a>
      </li>
    ))}
  </ul>
);

/** Under its day: where, and until when or what is said of it. */
const detailOf = (wage: EmployerWage, language: Language): string => {
  const { site, state, dueOn, paidAmount, receivedAmount } = wage;
  return [
    site,
    ...(state === 'due' && paidAmount !== null
      ? [say(words.partPaid, language, { paid: yuanOf(paidAmount), missing: yuanOf(missingOf(wage)) })]
      : []),
    ...(state === 'due' ? [say(words.due, language, { day: writeDay(dueOn, language) })] : []),
    ...(state !== 'due' && paidAmount !== null && paidAmount !== wage.amount
      ? [say(words.paidOther, language, { paid: yuanOf(paidAmount) })]
      : []),
    ...(state === 'disputed' ? [say(words.received, language, { yuan: yuanOf(receivedAmount ?? 0) })] : []),
  ].join(' · ');
};

/** One wage: pay it, in full or what was agreed. */
export function wagePage(
  { language }: Visit,
  employer: string,
  { wage, slip }: { readonly wage: EmployerWage; readonly slip: WageSlip },
  shown: Shown<'amount' | 'more'>,
): PageContent {
  const base = `/employer/${employer}/wages`;
  const body = (
    <>
      <h1>{wage.name}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={{ amount: words.amount }} language={language} />}
      <p class="lead">
        {say(words.yuan, language, { yuan: yuanOf(wage.amount) })} · {say(wageStates[wage.state] ?? words.stateDue, language)}
      </p>
      <p>
        {writeDay(wage.day, language)} · {detailOf(wage, language)}
      </p>
      {(wage.state === 'due' || wage.state === 'disputed') && (
        <form class="form" method="post" action={`${base}/${wage.placement}`}>
          <Hidden once={shown.once} />
          <TextField
            name="amount"
            label={wage.state === 'disputed' ? words.amountWhole : words.amount}
            inputMode="decimal"
            maxLength={9}
            required
            shown={shown}
            language={language}
          />
          {shown.wrong?.problem.code === 'gig-paid-more' && (
            <CheckField name="more" label={words.paidMore} shown={shown} language={language} />
          )}
          <button type="submit">{say(words.payNote, language)}</button>
        </form>
      )}
      <Slip slip={slip} language={language} />
      <Back to={base} said={words.wages} language={language} />
    </>
  );
  return { title: wage.name, description: say(words.wages, language), body };
}
