import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import type { SiteLink } from '../../../kernel/page/site.ts';
import { dayOfInstant, writeDay } from '../../../kernel/page/written.ts';
import { ChoiceField, Hidden, type Shown, TextField, type Visit, WrongSummary } from '../../portal/module.ts';
import type { MyData, MyPage } from '../contract.ts';
import { pageWords as words } from './words.ts';

/** Who I am to the city, and the ways from here. */
export function mePage({ language, resident }: Visit, data: MyData, mine: readonly MyPage[]): PageContent {
  const title = say(words.me, language);
  const none = say(words.none, language);
  const rows: readonly (readonly [Said, string])[] = [
    [words.name, data.name ?? none],
    [words.mobile, data.mobile ?? none],
    [words.idNumber, data.idNumber ?? none],
    [words.birthYear, data.birthYear === null ? none : String(data.birthYear)],
    [words.sex, data.sex === null ? none : say(words[data.sex], language)],
    [words.language, say(words[data.language], language)],
    [words.since, writeDay(data.registeredOn, language)],
  ];
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{say(words.meLead, language, { name: resident?.masked ?? '' })}</p>
      {mine.length > 0 && (
        <section aria-labelledby="mine">
          <h2 id="mine">{say(words.mineTitle, language)}</h2>
          <Ways ways={mine} language={language} />
        </section>
      )}
      <section aria-labelledby="kept">
        <h2 id="kept">{say(words.kept, language)}</h2>
        <dl class="pairs">
          {rows.map(([label, value]) => (
            <div key={label.en}>
              <dt>{say(label, language)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{say(words.changeNumber, language)}</p>
        <Ways
          ways={[
            { address: '/me/data', said: words.data },
            { address: '/me/sessions', said: words.sessions },
          ]}
          language={language}
        />
      </section>
      <form class="form" method="post" action="/me/sign-out">
        <button type="submit" class="second">
          {say(words.signOut, language)}
        </button>
      </form>
    </>
  );
  return { title, description: title, body };
}

const Ways = ({ ways, language }: { ways: readonly (SiteLink & Partial<MyPage>)[]; language: Language }) => (
  <ul class="ways">
    {ways.map(({ address, said, now }) => (
      <li key={address}>
        <a href={address}>
          {say(said, language)}
          {now && (
            <small>
              <br />
              {say(now, language)}
            </small>
          )}
        </a>
      </li>
    ))}
  </ul>
);

const toMe: readonly SiteLink[] = [{ address: '/me', said: words.back }];
const labels = { name: words.name, birthYear: words.birthYear, sex: words.sex };

/** Name, year of birth, sex; the last two are the card's where a counter has seen it. */
export function dataPage(
  { language }: Visit,
  { idNumber, birthYear }: MyData,
  shown: Shown<'name' | 'birthYear' | 'sex'>,
): PageContent {
  const title = say(words.data, language);
  const field = { shown, language };
  const body = (
    <>
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
      <p class="lead">{say(words.dataLead, language)}</p>
      <form class="form" method="post" action="/me/data">
        <Hidden once={shown.once} />
        <TextField name="name" label={words.name} hint={words.nameHint} autocomplete="name" maxLength={60} required {...field} />
        {idNumber === null ? (
          <>
            {birthYear === null ? (
              <TextField
                name="birthYear"
                label={words.birthYear}
                hint={words.birthHint}
                inputMode="numeric"
                autocomplete="bday-year"
                maxLength={4}
                {...field}
              />
            ) : (
              <p class="quiet">{say(words.birthSaid, language, { year: birthYear })}</p>
            )}
            <ChoiceField
              name="sex"
              label={words.sex}
              choices={[
                ['female', words.female],
                ['male', words.male],
                ['', words.notSaid],
              ]}
              {...field}
            />
          </>
        ) : (
          <p class="quiet">{say(words.fromCard, language)}</p>
        )}
        <button type="submit">{say(words.save, language)}</button>
      </form>
      <Ways ways={toMe} language={language} />
    </>
  );
  return { title, description: title, body };
}

/** Every device that is signed in, each with its way out. */
export function sessionsPage({ language }: Visit, { sessions }: MyData, current: string | undefined): PageContent {
  const title = say(words.sessions, language);
  const day = (at: string) => writeDay(dayOfInstant(at), language);
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{say(words.sessionsLead, language)}</p>
      <ul class="ways">
        {sessions.map(({ session, device, begunAt, seenAt }) => (
          <li key={session}>
            <p>
              <strong>{say(words[device], language)}</strong>
              {session === current && <> · {say(words.thisOne, language)}</>}
              <br />
              <small>{say(words.seen, language, { begun: day(begunAt), seen: day(seenAt) })}</small>
            </p>
            {session !== current && (
              <form class="form" method="post" action="/me/sessions">
                <Hidden fields={{ session }} />
                <button type="submit" class="second">
                  {say(words.end, language)}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form class="form" method="post" action="/me/sessions/end">
        <button type="submit">{say(words.endAll, language)}</button>
      </form>
      <Ways ways={toMe} language={language} />
    </>
  );
  return { title, description: title, body };
}
