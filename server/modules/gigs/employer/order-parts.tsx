/** The parts of the form for a day order: each stands alone, so that a copied order shows first what differs from day to day. */
import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { CheckField, SelectField, type Shown, TextField, TimeField, Together, type TownListed } from '../../portal/module.ts';
import type { ListedStation } from '../dawn/board.ts';
import { shippedTrades } from '../market/trades.ts';
import { type Choices, insurances, levels, paid, ways } from './choices.ts';
import { daysFrom, MOST_SITES, type OrderField, type SiteAt } from './form.ts';
import { employerWords as words } from './words.ts';
import { dayText } from './written.ts';

export type PartOf = {
  readonly employer: string;
  readonly today: string;
  readonly stations: readonly ListedStation[];
  readonly towns: readonly TownListed[];
  readonly sites: readonly SiteAt[];
  readonly shown: Shown<OrderField>;
  readonly language: Language;
};

export const Work = ({ shown, language }: PartOf) => (
  <Part title={words.what} language={language}>
    <SelectField name="trade" label={words.trade} choices={tradeChoices()} shown={shown} language={language} />
    <SelectField name="level" label={words.level} choices={levels} shown={shown} language={language} />
    <p class="quiet">{say(words.ageNote, language)}</p>
    <Ages language={language} />
  </Part>
);

/** Which ages the law sets for which work: nobody else sets one. */
function Ages({ language }: { language: Language }) {
  const trades = shippedTrades();
  const general = trades.findAge('general');
  const limited = Map.groupBy(
    trades.all.filter(({ age }) => age !== undefined),
    ({ age }) => age,
  );
  return (
    <details>
      <summary>{say(words.ages, language)}</summary>
      <ul>
        {[...limited].map(([age, those]) => {
          const rule = trades.findAge(age ?? '');
          const named = those.map(({ name }) => say(name, language)).join(language === 'zh' ? '、' : ', ');
          return (
            rule && (
              <li key={age}>
                {say(words.agesFrom, language, { youngest: rule.youngest, law: say(rule.law, language), trades: named })}
              </li>
            )
          );
        })}
        {general && <li>{say(words.agesOther, language, { youngest: general.youngest, law: say(general.law, language) })}</li>}
      </ul>
    </details>
  );
}

const tradeChoices = (): Choices => shippedTrades().all.map(({ code, name }) => [code, name] as const);

/** Where, and unless asked elsewhere how many. */
export const Sites = ({ employer, sites, towns, shown, language, withSeats = true }: PartOf & { withSeats?: boolean }) => (
  <Part title={withSeats ? words.where : words.whereOnly} language={language}>
    {sites.map((at) => (
      <div key={at}>
        {sites.length > 1 && <h3>{say(words.siteNumber, language, { n: at + 1 })}</h3>}
        <TextField name={`site${at}`} label={words.site} maxLength={80} required shown={shown} language={language} />
        <Together>
          <div>
            <SelectField
              name={`area${at}`}
              label={words.area}
              choices={[['', words.choose], ...towns.map(({ code, name }) => [code, name] as const)]}
              shown={shown}
              language={language}
            />
          </div>
          {withSeats && (
            <div>
              <SeatsField at={at} label={words.seats} shown={shown} language={language} />
            </div>
          )}
        </Together>
      </div>
    ))}
    {sites.length < MOST_SITES && (
      <button
        type="submit"
        name="more"
        value="site"
        class="second"
        formNoValidate
        formAction={`/employer/${employer}/orders/new#site${sites.length}`}
      >
        {say(words.anotherSite, language)}
      </button>
    )}
  </Part>
);

/** How many at each place, for an order whose places are known. */
export const Seats = ({ sites, shown, language }: PartOf) => (
  <>
    {sites.map((at) => (
      <SeatsField
        key={at}
        at={at}
        label={{
          zh: `${words.seats.zh}（${shown.filled[`site${at}`]}）`,
          en: `${words.seats.en} (${shown.filled[`site${at}`]})`,
        }}
        shown={shown}
        language={language}
      />
    ))}
  </>
);

const SeatsField = ({ at, ...field }: { at: SiteAt; label: Said; shown: Shown<OrderField>; language: Language }) => (
  <TextField name={`seats${at}`} inputMode="numeric" maxLength={3} required {...field} />
);

export const Days = ({ today, shown, language }: PartOf) => (
  <fieldset id="days">
    <legend>{say(words.days, language)}</legend>
    {shown.wrong?.fields.has('days') && <p class="field-wrong">{say(words.noDay, language)}</p>}
    {daysFrom(today).map((day, at) => (
      <CheckField
        key={day}
        name={`day${at as 0}` /* reason: seven days, as the form has */}
        label={dayText(day, today, language)}
        shown={shown}
        language={language}
      />
    ))}
  </fieldset>
);

export const Hours = ({ shown, language }: PartOf) => (
  <>
    <Together>
      <div>
        <TimeField name="startsAt" label={words.startsAt} shown={shown} language={language} />
      </div>
      <div>
        <TimeField name="endsAt" label={words.endsAt} hint={words.endsHint} shown={shown} language={language} />
      </div>
    </Together>
    <TextField
      name="breakMinutes"
      label={words.breakMinutes}
      inputMode="numeric"
      maxLength={3}
      shown={shown}
      language={language}
    />
  </>
);

export const Pay = ({ shown, language }: PartOf) => (
  <Part title={words.money} language={language}>
    <Together>
      <div>
        <TextField name="yuan" label={words.yuan} inputMode="decimal" maxLength={9} required shown={shown} language={language} />
      </div>
      <div>
        <SelectField
          name="payBy"
          label={words.payBy}
          choices={[
            ['day', words.byDay],
            ['hour', words.byHour],
          ]}
          shown={shown}
          language={language}
        />
      </div>
    </Together>
    <SelectField name="paidWithinDays" label={words.paidWithinDays} choices={paid} shown={shown} language={language} />
  </Part>
);

export function Care({ stations, shown, language }: PartOf) {
  const field = { shown, language };
  return (
    <Part title={words.care} language={language}>
      <SelectField name="insurance" label={words.insurance} choices={insurances} {...field} />
      <TextField name="insurer" label={words.insurer} hint={words.insurerHint} maxLength={60} {...field} />
      <CheckField name="meals" label={words.meals} {...field} />
      <CheckField name="outdoors" label={words.outdoors} {...field} />
      <SelectField name="transport" label={words.transport} choices={ways} {...field} />
      <TimeField name="busLeavesAt" label={words.busLeavesAt} hint={words.busHint} isOptional {...field} />
      <TextField name="meetingPoint" label={words.meetingPoint} maxLength={120} {...field} />
      <TextField name="bring" label={words.bring} maxLength={200} {...field} />
      <SelectField
        name="station"
        label={words.station}
        choices={stations.map(({ id, name }) => [id, name] as const)}
        {...field}
      />
    </Part>
  );
}

export const Part = ({ title, language, children }: { title: Said; language: Language; children: ComponentChildren }) => (
  <section>
    <h2>{say(title, language)}</h2>
    {children}
  </section>
);
