import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { Hidden } from '../../portal/module.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { OrderPerson } from '../orders/queries.ts';
import { unnoted } from './attendance-form.ts';
import { dayWords as words } from './day-words.ts';

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
    <dl class="pairs">
      <div>
        <dt>{say(words.startCode, language)}</dt>
        <dd>
          <strong>{code.start}</strong>
        </dd>
      </div>
      <div>
        <dt>{say(words.endCode, language)}</dt>
        <dd>
          <strong>{code.end}</strong>
        </dd>
      </div>
    </dl>
    <p class="quiet">{say(words.codesLead, language)}</p>
  </section>
);

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
