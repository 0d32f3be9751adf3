import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { writeDay } from '../../../kernel/page/written.ts';
import {
  CheckField,
  Hidden,
  SelectField,
  type Shown,
  TextField,
  TimeField,
  Together,
  type TownListed,
  type Visit,
  WrongSummary,
} from '../../portal/module.ts';
import type { ListedStation } from '../dawn/board.ts';
import { shippedTrades } from '../market/trades.ts';
import { daysFrom, type OrderField, sitesOf } from './form.ts';
import { employerWords as words } from './words.ts';

const labels: Readonly<Record<string, Said>> = {
  'work/pay': words.yuan,
  'work/startsAt': words.startsAt,
  'work/endsAt': words.endsAt,
  'work/breakMinutes': words.breakMinutes,
  'work/insurer': words.insurer,
  'work/trade': words.trade,
  days: words.days,
  'sites/0/site': words.site,
  'sites/0/seats': words.seats,
};

type Choices = readonly (readonly [string, Said | string])[];
const levels: Choices = [
  ['0', words.level0],
  ['1', words.level1],
  ['2', words.level2],
  ['3', words.level3],
];
const paid: Choices = [
  ['0', words.paidToday],
  ['1', words.paidTomorrow],
  ['7', words.paidWeek],
  ['15', words.paidHalfMonth],
];
const insurances: Choices = [
  ['accident', words.insuranceAccident],
  ['work-injury', words.insuranceWork],
  ['none', words.insuranceNone],
];
const ways: Choices = [
  ['own-way', words.ownWay],
  ['bus-from-station', words.bus],
  ['fare-paid', words.fare],
];

export type PostGround = {
  readonly employer: string;
  readonly today: string;
  readonly stations: readonly ListedStation[];
  readonly towns: readonly TownListed[];
};

/** A day order in one page, the commonest already filled in. */
export function postPage({ language, contact }: Visit, ground: PostGround, shown: Shown<OrderField>): PageContent {
  const title = say(words.post, language);
  const action = `/employer/${ground.employer}/orders/new`;
  const field = { shown, language };
  const sites = Array.from({ length: sitesOf({ sites: shown.filled.sites }) }, (_, at) => at as 0 | 1 | 2 | 3); // reason: at most four
  const body =
    ground.stations.length === 0 ? (
      <>
        <h1>{title}</h1>
        <p>{say(words.noStation, language, { telephone: contact.telephone })}</p>
      </>
    ) : (
      <>
        <h1>{title}</h1>
        {shown.wrong && <WrongSummary wrong={shown.wrong} labels={labels} language={language} />}
        <form class="form" method="post" action={action}>
          <Hidden once={shown.once} fields={{ sites: String(sites.length) }} />
          <Part title={words.what} language={language}>
            <SelectField name="trade" label={words.trade} choices={tradeChoices()} {...field} />
            <SelectField name="level" label={words.level} choices={levels} {...field} />
            <p class="quiet">{say(words.ageNote, language)}</p>
          </Part>
          <Part title={words.where} language={language}>
            {sites.map((at) => (
              <div key={at}>
                <TextField name={`site${at}`} label={words.site} maxLength={80} required {...field} />
                <Together>
                  <div>
                    <SelectField
                      name={`area${at}`}
                      label={words.area}
                      choices={ground.towns.map(({ code, name }) => [code, name] as const)}
                      {...field}
                    />
                  </div>
                  <div>
                    <TextField name={`seats${at}`} label={words.seats} inputMode="numeric" maxLength={3} required {...field} />
                  </div>
                </Together>
              </div>
            ))}
            {sites.length < 4 && (
              <button type="submit" name="more" value="site" class="second" formNoValidate>
                {say(words.anotherSite, language)}
              </button>
            )}
          </Part>
          <Part title={words.when} language={language}>
            <fieldset id="days">
              <legend>{say(words.days, language)}</legend>
              {daysFrom(ground.today).map((day, at) => (
                <CheckField
                  key={day}
                  name={`day${at as 0}` /* reason: seven days, as the form has */}
                  label={dayLabel(day, at, language)}
                  shown={shown}
                  language={language}
                />
              ))}
            </fieldset>
            <Together>
              <div>
                <TimeField name="startsAt" label={words.startsAt} {...field} />
              </div>
              <div>
                <TimeField name="endsAt" label={words.endsAt} hint={words.endsHint} {...field} />
              </div>
            </Together>
            <TextField name="breakMinutes" label={words.breakMinutes} inputMode="numeric" maxLength={3} {...field} />
          </Part>
          <Part title={words.money} language={language}>
            <Together>
              <div>
                <TextField name="yuan" label={words.yuan} inputMode="decimal" maxLength={9} required {...field} />
              </div>
              <div>
                <SelectField
                  name="payBy"
                  label={words.payBy}
                  choices={[
                    ['day', words.byDay],
                    ['hour', words.byHour],
                  ]}
                  {...field}
                />
              </div>
            </Together>
            <SelectField name="paidWithinDays" label={words.paidWithinDays} choices={paid} {...field} />
          </Part>
          <Part title={words.care} language={language}>
            <SelectField name="insurance" label={words.insurance} choices={insurances} {...field} />
            <TextField name="insurer" label={words.insurer} hint={words.insurerHint} maxLength={60} {...field} />
            <CheckField name="meals" label={words.meals} shown={shown} language={language} />
            <CheckField name="outdoors" label={words.outdoors} shown={shown} language={language} />
            <SelectField name="transport" label={words.transport} choices={ways} {...field} />
            <TextField name="meetingPoint" label={words.meetingPoint} maxLength={120} {...field} />
            <TextField name="bring" label={words.bring} maxLength={200} {...field} />
            <SelectField
              name="station"
              label={words.station}
              choices={ground.stations.map(({ id, name }) => [id, name] as const)}
              {...field}
            />
          </Part>
          <button type="submit">{say(words.send, language)}</button>
        </form>
      </>
    );
  return { title, description: title, body };
}

const tradeChoices = (): Choices => shippedTrades().all.map(({ code, name }) => [code, name] as const);

function dayLabel(day: string, at: number, language: Language): string {
  const written = writeDay(day, language);
  const near = at === 0 ? words.today : at === 1 ? words.tomorrow : undefined;
  return near ? `${say(near, language)} · ${written}` : written;
}

const Part = ({ title, language, children }: { title: Said; language: Language; children: ComponentChildren }) => (
  <section>
    <h2>{say(title, language)}</h2>
    {children}
  </section>
);
