import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { dayOfInstant, writeDay } from '../../../kernel/page/written.ts';
import { Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { EmployerShown, EmployerWhole, MemberShown, RequestShown } from '../contract.ts';
import type { MyEmployers } from '../queries/employers.ts';
import { pageWords as words } from './words.ts';

/** Whom I act for. */
export function employersPage(
  { language }: Visit,
  { employers, asked }: MyEmployers,
  more: readonly { readonly path: string; readonly said: Said }[] = [],
): PageContent {
  const title = say(words.title, language);
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{say(words.lead, language)}</p>
      {employers.length === 0 && <p>{say(words.none, language)}</p>}
      <ul class="ways">
        {employers.map((employer) => (
          <li key={employer.employer}>
            <a href={`/employer/${employer.employer}`}>
              {employer.name} <small>{say(words[employer.state], language)}</small>
            </a>
            {employer.state === 'verified' &&
              more.map(({ path, said }) => (
                <a key={path} href={`/employer/${employer.employer}/${path}`}>
                  <strong>{say(said, language)}</strong>
                </a>
              ))}
          </li>
        ))}
      </ul>
      {asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">{say(words.asked, language)}</h2>
          <ul>
            {asked.map(({ name, askedAt }) => (
              <li key={name}>{say(words.askedOne, language, { name, day: writeDay(dayOfInstant(askedAt), language) })}</li>
            ))}
          </ul>
        </section>
      )}
      <ul class="ways">
        <li>
          <a href="/employer/new">{say(words.register, language)}</a>
        </li>
        <li>
          <a href="/me">{say(words.backToMine, language)}</a>
        </li>
      </ul>
    </>
  );
  return { title, description: say(words.lead, language), body };
}

const labels = { name: words.name, creditCode: words.creditCode, mobile: words.mobile };

export function registerPage({ language }: Visit, shown: Shown<'name' | 'creditCode'>): PageContent {
  const title = say(words.register, language);
  const field = { shown, language, required: true };
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <p class="lead">{say(words.registerLead, language)}</p>
      <form class="form" method="post" action="/employer/new">
        <Hidden once={shown.once} />
        <TextField name="name" label={words.name} hint={words.nameHint} autocomplete="organization" maxLength={100} {...field} />
        <TextField name="creditCode" label={words.creditCode} hint={words.creditCodeHint} maxLength={40} {...field} />
        <button type="submit">{say(words.send, language)}</button>
      </form>
      <Back language={language} />
    </>
  );
  return { title, description: say(words.registerLead, language), body };
}

/** One employer: whether it is verified, who acts for it, and what its manager may change. */
export function employerPage(
  { language, resident }: Visit,
  employer: EmployerWhole,
  isManager: boolean,
  shown: Shown<'mobile'>,
  more: readonly { readonly path: string; readonly said: Said }[] = [],
): PageContent {
  const { name, members, requests } = employer;
  const body = (
    <>
      <h1>{name}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <State employer={employer} isManager={isManager} language={language} />
      {employer.state === 'verified' && more.length > 0 && (
        <ul class="ways">
          {more.map(({ path, said }) => (
            <li key={path}>
              <a href={`/employer/${employer.employer}/${path}`}>{say(said, language)}</a>
            </li>
          ))}
        </ul>
      )}
      {requests.length > 0 && (
        <section aria-labelledby="requests">
          <h2 id="requests">{say(words.requests, language)}</h2>
          {requests.map((request) => (
            <DecideRequest key={request.request} employer={employer.employer} request={request} language={language} />
          ))}
        </section>
      )}
      <section aria-labelledby="members">
        <h2 id="members">{say(words.members, language)}</h2>
        <ul class="ways">
          {members.map((member) => (
            <li key={member.resident}>
              <Member
                employer={employer.employer}
                member={member}
                isSelf={member.resident === resident?.id}
                mayEnd={isManager ? !isOnlyManager(member, members) : member.resident === resident?.id}
                language={language}
              />
            </li>
          ))}
        </ul>
      </section>
      {isManager && (
        <section aria-labelledby="add">
          <h2 id="add">{say(words.addForeman, language)}</h2>
          <p>{say(words.addForemanLead, language)}</p>
          <form class="form" method="post" action={`/employer/${employer.employer}/foremen`}>
            <Hidden once={shown.once} />
            <TextField
              name="mobile"
              label={words.mobile}
              shown={shown}
              language={language}
              inputMode="tel"
              maxLength={40}
              required
            />
            <button type="submit">{say(words.add, language)}</button>
          </form>
        </section>
      )}
      <Back language={language} />
    </>
  );
  return { title: name, description: name, body };
}

/** One manager must stay. */
const isOnlyManager = ({ as }: MemberShown, members: readonly MemberShown[]): boolean =>
  as === 'manager' && members.filter((other) => other.as === 'manager').length === 1;

function State({
  employer: { state, reason, creditCode },
  isManager,
  language,
}: {
  employer: EmployerShown;
  isManager: boolean;
  language: Language;
}) {
  return (
    <>
      <p class="lead">{say(words[state], language)}</p>
      <p class="quiet">
        {say(words.creditCode, language)} {creditCode}
      </p>
      {state === 'registered' && <p>{say(words.registeredHint, language)}</p>}
      {reason !== null && <p>{say(words.refusedHint, language, { reason })}</p>}
      {state === 'refused' && isManager && (
        <ul class="ways">
          <li>
            <a href="/employer/new">{say(words.again, language)}</a>
          </li>
        </ul>
      )}
    </>
  );
}

function Member({
  employer,
  member: { resident, masked, as },
  isSelf,
  mayEnd,
  language,
}: {
  employer: string;
  member: MemberShown;
  isSelf: boolean;
  mayEnd: boolean;
  language: Language;
}) {
  return (
    <>
      <p>
        <strong>{masked}</strong> · {say(words[as], language)}
        {isSelf && <> · {say(words.you, language)}</>}
      </p>
      {mayEnd && (
        <form class="form" method="post" action={`/employer/${employer}/end`}>
          <Hidden fields={{ resident }} />
          <button type="submit" class="second">
            {say(isSelf ? words.leave : words.remove, language)}
          </button>
        </form>
      )}
    </>
  );
}

const DecideRequest = ({
  employer,
  request: { request, masked, askedAt },
  language,
}: {
  employer: string;
  request: RequestShown;
  language: Language;
}) => (
  <form class="form" method="post" action={`/employer/${employer}/requests`}>
    <Hidden fields={{ request }} />
    <p>{say(words.askedOne, language, { name: masked, day: writeDay(dayOfInstant(askedAt), language) })}</p>
    {(['manager', 'foreman', 'declined'] as const).map((decision) => (
      <button key={decision} type="submit" name="decision" value={decision} class="second">
        {say({ manager: words.asManager, foreman: words.asForeman, declined: words.decline }[decision], language)}
      </button>
    ))}
  </form>
);

const Back = ({ language }: { language: Language }) => (
  <ul class="ways">
    <li>
      <a href="/employer">{say(words.back, language)}</a>
    </li>
  </ul>
);
