import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { dayOf } from '../../../kernel/term/day.ts';
import {
  CheckField,
  Hidden,
  SelectField,
  type Shown,
  TextField,
  TimeField,
  Together,
  type Visit,
  WrongSummary,
} from '../../portal/module.ts';
import { yuanOf } from '../money.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { OrderPerson } from '../orders/queries.ts';
import { OwnRatingText } from '../pages/own-rating.tsx';
import { timeOf } from '../shifts.ts';
import { Back } from './back.tsx';
import { wageStates } from './day-sections.tsx';
import { dayWords as words } from './day-words.ts';
import { employerWords } from './words.ts';

export const personFields = ['came', 'left', 'break', 'ending', 'correction', 'stars', 'text', 'never'] as const;
export type PersonField = (typeof personFields)[number];

const labels: Readonly<Record<string, Said>> = {
  came: words.came,
  left: words.left,
  break: words.break,
  ending: words.ending,
  correction: words.reason,
  stars: words.stars,
  text: words.ratingText,
};

/** What the form begins with: the times that are known, else those ordered. */
export const personFilled = (person: OrderPerson, order: ShownOrder): Readonly<Record<PersonField, string>> => ({
  came: person.startedAt === null ? order.from : timeOf(new Date(person.startedAt)),
  left: person.endedAt === null ? '' : timeOf(new Date(person.endedAt)),
  break: person.breakMinutes === null ? '' : String(person.breakMinutes),
  ending: '',
  correction: '',
  stars: '',
  text: '',
  never: '',
});

export type PersonGround = {
  readonly employer: string;
  readonly order: ShownOrder;
  readonly person: OrderPerson;
  readonly now: string;
};

/** One person of an order: when they were there, what they are paid, how the work was. */
export function personPage(
  { language }: Visit,
  { employer, order, person, now }: PersonGround,
  shown: Shown<PersonField>,
): PageContent {
  const back = `/employer/${employer}/orders/${order.id}`;
  const action = `${back}/people/${person.placement}`;
  const { wage } = person;
  const isOpen = wage === null || wage.state === 'due' || wage.state === 'paid';
  // Some begin before the ordered time; how long before, the command says.
  const maySay = dayOf(new Date(now)) >= order.day && isOpen && person.state !== 'withdrawn' && person.state !== 'cancelled';
  const field = { shown, language };
  const times = (
    <form class="form" method="post" action={`${action}/times`}>
      <Hidden once={shown.once} fields={{ day: order.day }} />
      <Together>
        <div>
          <TimeField name="came" label={words.came} {...field} />
        </div>
        <div>
          <TimeField name="left" label={words.left} hint={words.leftHint} isOptional {...field} />
        </div>
      </Together>
      <TextField name="break" label={words.break} inputMode="numeric" maxLength={3} {...field} />
      <SelectField name="ending" label={words.ending} choices={endings} {...field} />
      <TextField name="correction" label={words.reason} maxLength={200} {...field} />
      <button type="submit">{say(words.note, language)}</button>
    </form>
  );
  const body = (
    <>
      <h1>{person.name}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <p class="lead">{say(employerWords.order, language, { number: order.number, trade: say(order.tradeName, language) })}</p>
      {wage && (
        <p>
          <strong>{say(words.yuan, language, { yuan: yuanOf(wage.amount) })}</strong> ·{' '}
          {say(wageStates[wage.state] ?? words.stateDue, language)}
        </p>
      )}
      {person.startedAt !== null && <p>{timesOf(person, language)}</p>}
      {maySay && person.state !== 'finished' && (
        <section aria-labelledby="times">
          <h2 id="times">{say(words.attendance, language)}</h2>
          {times}
        </section>
      )}
      {person.state === 'finished' && person.rating === null && (
        <section aria-labelledby="rate">
          <h2 id="rate">{say(words.rate, language)}</h2>
          <p class="quiet">{say(words.rateLead, language)}</p>
          <form class="form" method="post" action={`${action}/rate`}>
            <Hidden once={shown.once} />
            <SelectField name="stars" label={words.stars} choices={stars} {...field} />
            <TextField name="text" label={words.ratingText} maxLength={300} {...field} />
            <CheckField name="never" label={words.never} shown={shown} language={language} />
            <button type="submit">{say(words.rate, language)}</button>
          </form>
        </section>
      )}
      {person.rating && <OwnRatingText rating={person.rating} says={words} language={language} />}
      {maySay && person.state === 'finished' && (
        <details open={shown.wrong !== undefined}>
          <summary>{say(words.correct, language)}</summary>
          {times}
        </details>
      )}
      <Back to={back} said={employerWords.back} language={language} />
    </>
  );
  return { title: person.name, description: say(words.attendance, language), body };
}

function timesOf({ startedAt, endedAt, breakMinutes }: OrderPerson, language: Language): string {
  const time = (instant: string | null) => (instant === null ? '' : timeOf(new Date(instant)));
  return say(endedAt === null ? words.cameAt : words.wasThere, language, {
    from: time(startedAt),
    to: time(endedAt),
    break: breakMinutes ?? 0,
  });
}

const endings = [
  ['', '—'],
  ['done', words.endingDone],
  ['left-early', words.endingLeft],
  ['sent-home', words.endingHome],
] as const;
const stars = [
  ['', employerWords.choose],
  ['5', words.stars5],
  ['4', words.stars4],
  ['3', words.stars3],
  ['2', words.stars2],
  ['1', words.stars1],
] as const;
