import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { Hidden } from '../../portal/module.ts';
import { yuanOf } from '../money.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { OrderPerson } from '../orders/queries.ts';
import { timeOf } from '../shifts.ts';
import { unnoted } from './attendance-form.ts';
import { dayWords as words } from './day-words.ts';
import { employerWords } from './words.ts';
import { hoursText } from './written.ts';

export const wageStates: Readonly<Record<string, Said>> = {
  due: words.stateDue,
  paid: words.statePaid,
  confirmed: words.stateConfirmed,
  disputed: words.stateDisputed,
  settled: words.stateSettled,
};

/** The codes that workers type, while the day lasts. */
export const Codes = ({ code, language }: { code: { start: string; end: string }; language: Language }) => (
  <section aria-labelledby="codes">
    <h2 id="codes">{say(words.codes, language)}</h2>
    <dl class="pairs lines">
      <div>
        <dt>{say(words.startCode, language)}</dt>
        <dd class="number-big">
          <strong>{code.start}</strong>
        </dd>
      </div>
      <div>
        <dt>{say(words.endCode, language)}</dt>
        <dd class="number-big">
          <strong>{code.end}</strong>
        </dd>
      </div>
    </dl>
    <p class="quiet">{say(words.codesLead, language)}</p>
  </section>
);

const states: Readonly<Record<string, Said>> = {
  placed: employerWords.statePlaced,
  started: employerWords.stateStarted,
  finished: employerWords.stateFinished,
  'no-show': employerWords.stateNoShow,
  withdrawn: employerWords.stateWithdrawn,
  cancelled: employerWords.stateCancelled,
};

type PeopleOf = {
  readonly order: ShownOrder;
  readonly people: readonly OrderPerson[];
  readonly action: string;
  readonly now: string;
  readonly language: Language;
};

/** Who comes or came, each with the way to their own page. */
export const People = ({ people, language, ...rest }: PeopleOf) => (
  <section aria-labelledby="people">
    <h2 id="people">{say(employerWords.people, language)}</h2>
    {people.length === 0 && <p>{say(employerWords.nobody, language)}</p>}
    <ul class="ways">
      {people.map((person) => (
        <li key={person.placement}>
          <Person person={person} language={language} {...rest} />
        </li>
      ))}
    </ul>
  </section>
);

/** Fifteen minutes after the start, in milliseconds: the tap appears when the command would take it. */
const LATE_MS = 15 * 60_000;

function Person({ person, order, action, now, language }: Omit<PeopleOf, 'people'> & { person: OrderPerson }) {
  const isLate = person.state === 'placed' && Date.parse(now) >= Date.parse(order.startsAt) + LATE_MS;
  // When the work is over nobody can be sent any more.
  const replace = now < order.endsAt ? 'yes' : 'no';
  return (
    <>
      <a href={`${action}/people/${person.placement}`}>
        <strong>{person.name}</strong> {say(states[person.state] ?? employerWords.statePlaced, language)}
        <br />
        <small>{detailOf(person, language)}</small>
      </a>
      {isLate && (
        <form class="form" method="post" action={`${action}/no-show`}>
          <Hidden once={person.placement} fields={{ placement: person.placement, replace }} />
          <button type="submit" class="second">
            {say(replace === 'yes' ? employerWords.noShow : employerWords.noShowOnly, language)}
          </button>
        </form>
      )}
    </>
  );
}

/** Their number, when they were there and what it earned, as far as it is known. */
function detailOf({ workerNumber, startedAt, endedAt, wage }: OrderPerson, language: Language): string {
  const time = (instant: string) => timeOf(new Date(instant));
  return [
    say(words.workerNumber, language, { number: workerNumber }),
    ...(startedAt === null
      ? []
      : [endedAt === null ? `${time(startedAt)}–` : hoursText({ from: time(startedAt), to: time(endedAt) }, language)]),
    ...(wage === null ? [] : [say(words.yuan, language, { yuan: yuanOf(wage.amount) })]),
  ].join(' · ');
}

/** In one tap, everybody as ordered: what most days are. */
export function Everybody({
  order,
  people,
  action,
  once,
  now,
  language,
}: {
  order: ShownOrder;
  people: readonly OrderPerson[];
  action: string;
  once: string;
  now: string;
  language: Language;
}) {
  const left = unnoted(people);
  if (left.length === 0 || now < order.endsAt) return null;
  return (
    <section aria-labelledby="attendance">
      <h2 id="attendance">{say(words.attendance, language)}</h2>
      <p>{say(words.everybodyLead, language, { n: left.length })}</p>
      <form class="form" method="post" action={`${action}/everybody`}>
        <Hidden once={once} />
        <button type="submit">{say(words.everybody, language)}</button>
      </form>
    </section>
  );
}
