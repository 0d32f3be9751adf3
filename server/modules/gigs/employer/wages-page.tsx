import { type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import { Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { EmployerWage, EmployerWages } from '../day/contract.ts';
import { yuanOf } from '../money.ts';
import { wageStates } from './day-sections.tsx';
import { dayWords as words } from './day-words.ts';
import { unit } from './person-page.tsx';
import { employerWords } from './words.ts';

/** Wages worked out from attendance: what is to be paid first, then what was. */
export function wagesPage(
  { language }: Visit,
  employer: string,
  { wages, owed, unsaid }: EmployerWages,
  once: string,
  shown?: Shown<'amount'>,
): PageContent {
  const title = say(words.wages, language);
  const base = `/employer/${employer}`;
  const due = wages.filter(({ state }) => state === 'due' || state === 'disputed');
  const payable = due.filter(({ state }) => state === 'due');
  const sum = payable.reduce((total, { amount }) => total + amount, 0);
  const body = (
    <>
      <h1>{title}</h1>
      {shown?.wrong && (
        <WrongSummary wrong={shown.wrong} labels={{ wages: words.amount } satisfies Record<string, Said>} language={language} />
      )}
      <p class="lead">{owed === 0 ? say(words.noWages, language) : say(words.owed, language, { yuan: yuanOf(owed) })}</p>
      <p class="quiet">{say(words.wagesLead, language)}</p>
      {unsaid.length > 0 && (
        <section aria-labelledby="unsaid">
          <h2 id="unsaid">{say(words.unsaid, language)}</h2>
          <ul class="ways">
            {unsaid.map(({ order, day, site, from, to, people }) => (
              <li key={order}>
                <a href={`${base}/orders/${order}`}>
                  {writeDay(day, language)} {from}–{to} · {site} <small>{people}</small>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {payable.length > 1 && (
        <form class="form" method="post" action={`${base}/wages/pay`}>
          <Hidden once={once} fields={{ wages: payable.map(({ placement, amount }) => `${placement}:${amount}`).join(',') }} />
          <button type="submit">{say(words.payAll, language, { n: payable.length, yuan: yuanOf(sum) })}</button>
        </form>
      )}
      {due.length > 0 && (
        <section aria-labelledby="due">
          <h2 id="due">{say(words.stateDue, language)}</h2>
          <ul class="ways">
            {due.map((wage) => (
              <li key={wage.placement}>
                <a href={`${base}/wages/${wage.placement}`}>{lineOf(wage, language)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {wages.length > due.length && (
        <section aria-labelledby="done">
          <h2 id="done">{say(words.stateConfirmed, language)}</h2>
          <ul class="ways">
            {wages
              .filter(({ state }) => state !== 'due' && state !== 'disputed')
              .map((wage) => (
                <li key={wage.placement}>
                  <a href={`${base}/wages/${wage.placement}`}>{lineOf(wage, language)}</a>
                </li>
              ))}
          </ul>
        </section>
      )}
      <ul class="ways">
        <li>
          <a href={`${base}/orders`}>{say(employerWords.back, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: title, body };
}

const lineOf = ({ name, day, site, amount, state, dueOn, isOverdue }: EmployerWage, language: 'zh' | 'en') => (
  <>
    {name} · {yuanOf(amount)} {unit(language)} · {say(wageStates[state] ?? words.stateDue, language)}{' '}
    <small>
      {writeDay(day, language)} · {site}
      {state === 'due' && (
        <> · {isOverdue ? say(words.overdue, language) : say(words.due, language, { day: writeDay(dueOn, language) })}</>
      )}
    </small>
  </>
);

/** One wage: pay it, in full or what was agreed. */
export function wagePage({ language }: Visit, employer: string, wage: EmployerWage, shown: Shown<'amount'>): PageContent {
  const base = `/employer/${employer}/wages`;
  const body = (
    <>
      <h1>{wage.name}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={{ amount: words.amount }} language={language} />}
      <p class="lead">{lineOf(wage, language)}</p>
      {(wage.state === 'due' || wage.state === 'disputed') && (
        <form class="form" method="post" action={`${base}/${wage.placement}`}>
          <Hidden once={shown.once} />
          <TextField
            name="amount"
            label={words.amount}
            inputMode="decimal"
            maxLength={9}
            required
            shown={shown}
            language={language}
          />
          <button type="submit">{say(words.note, language)}</button>
        </form>
      )}
      <ul class="ways">
        <li>
          <a href={base}>{say(words.wages, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title: wage.name, description: say(words.wages, language), body };
}
