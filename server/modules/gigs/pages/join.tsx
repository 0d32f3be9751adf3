import type { ComponentChildren } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { ChoiceField, Hidden, type Shown, TextField, type TownListed, type Visit, WrongSummary } from '../../portal/module.ts';
import { shippedTrades, type Trade } from '../market/trades.ts';
import { type Shift, shifts } from '../shifts.ts';
import { pageWords } from '../words/pages.ts';
import { joinWords as words } from '../words/pages-join.ts';
import { cardPicture } from './card.ts';
import { WorkerFrame } from './frame.tsx';
import { levelText } from './written.ts';

type Field = Record<string, string>;
export type ProfileShown = Shown<string>;

const Step = ({ step, language }: { step: number; language: Language }) => (
  <p class="quiet">{say(words.step, language, { step })}</p>
);

const meLabels = { name: words.name, birthYear: words.birthYear };

/** The first question: who comes? */
export function mePage({ language }: Visit, shown: Shown<'name' | 'birthYear'>, next: string): PageContent {
  const title = say(words.meTitle, language);
  const field = { shown, language, required: true };
  const body = (
    <WorkerFrame language={language}>
      <Step step={1} language={language} />
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={meLabels} language={language} />}
      <p class="lead">{say(words.meLead, language)}</p>
      <form class="form" method="post" action="/gigs/join/me">
        <Hidden once={shown.once} fields={{ next }} />
        <TextField name="name" label={words.name} hint={words.nameHint} autocomplete="name" maxLength={60} {...field} />
        <TextField
          name="birthYear"
          label={words.birthYear}
          hint={words.birthHint}
          inputMode="numeric"
          autocomplete="bday-year"
          maxLength={4}
          {...field}
        />
        <button type="submit" class="big">
          {say(pageWords.on, language)}
        </button>
      </form>
    </WorkerFrame>
  );
  return { title: say(words.title, language), description: say(words.meLead, language), body };
}

/** Where the answers of a form go, and what it carries on. `step`: of the three on joining. */
export type Asked = {
  readonly action: string;
  readonly step?: number;
  readonly fields: Readonly<Field>;
  readonly send: Said;
};

/** The second: what can you do? */
export function tradesPage({ language }: Visit, shown: ProfileShown, asked: Asked): PageContent {
  const title = say(words.tradesTitle, language);
  const body = (
    <WorkerFrame language={language}>
      {asked.step !== undefined && <Step step={asked.step} language={language} />}
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={profileLabels} language={language} />}
      <p class="lead">{say(words.tradesLead, language)}</p>
      <form class="form" method="post" action={asked.action}>
        <Hidden once={shown.once} fields={asked.fields} />
        <div id="trades">
          {groups.map(({ name, trades }) => (
            <fieldset key={name.en}>
              <legend>{say(name, language)}</legend>
              {trades.map((trade) => (
                <TradeField key={trade.code} trade={trade} filled={shown.filled} language={language} />
              ))}
            </fieldset>
          ))}
        </div>
        <button type="submit" class="big">
          {say(asked.send, language)}
        </button>
      </form>
    </WorkerFrame>
  );
  return { title, description: say(words.tradesLead, language), body };
}

/** The levels show once the trade is ticked: by the stylesheet alone. */
function TradeField({ trade, filled, language }: { trade: Trade; filled: Readonly<Field>; language: Language }) {
  const name = `trade-${trade.code}`;
  const level = filled[`level-${trade.code}`] || '1';
  const licence = trade.licence === undefined ? undefined : shippedTrades().findLicence(trade.licence);
  return (
    <div class="tick">
      <input type="checkbox" id={name} name={name} value="1" checked={filled[name] === '1'} />
      <label for={name}>
        {say(trade.name, language)}
        {licence && <small> {say(words.needs, language, { licence: say(licence.name, language) })}</small>}
      </label>
      <div class="levels">
        <label for={`level-${trade.code}`} class="unseen">
          {say(trade.name, language)} {say(words.level, language)}
        </label>
        <select id={`level-${trade.code}`} name={`level-${trade.code}`}>
          {[0, 1, 2, 3].map((one) => (
            <option key={one} value={one} selected={level === String(one)}>
              {say(levelText(one), language)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

const grouped: readonly (readonly [name: Said, trades: readonly string[]])[] = [
  [words.groupStore, ['loading', 'sorting', 'picking', 'packing', 'parcels', 'delivery', 'driving', 'forklift']],
  [words.groupSite, ['building', 'bricklaying', 'steel-fixing', 'scaffolding', 'decorating', 'plumbing', 'electrics']],
  [words.groupFactory, ['assembly', 'welding', 'sewing']],
  [words.groupService, ['cleaning', 'housework', 'care', 'kitchen', 'waiting-tables', 'guarding', 'gardening']],
];
const inGroup = new Set(grouped.flatMap(([, trades]) => trades));
/** Every trade stands in one group; one that was added since, under "other". */
const groups = [
  ...grouped,
  [
    words.groupOther,
    shippedTrades()
      .all.map(({ code }) => code)
      .filter((code) => !inGroup.has(code)),
  ] as const,
]
  .map(([name, codes]) => ({ name, trades: codes.flatMap((code) => shippedTrades().find(code) ?? []) }))
  .filter(({ trades }) => trades.length > 0);

/** What each field is called, for the summary of what is wrong. */
const profileLabels = {
  trades: words.trades,
  startArea: words.startArea,
  radiusKm: words.radiusKm,
  shifts: words.shifts,
  shiftWish: words.shiftWish,
  payFloor: words.payFloor,
  payWish: words.payWish,
};

const radii = [
  ['5', words.radius5],
  ['10', words.radius10],
  ['20', words.radius20],
  ['40', words.radius40],
] as const;

/** With the distance that somebody has already said, whichever it is. */
const radiusChoices = (own = ''): readonly (readonly [string, Said])[] => {
  const km = Number(own);
  if (!(km > 0) || radii.some(([known]) => known === own)) return radii;
  const said = { zh: say(pageWords.kilometres, 'zh', { km }), en: say(pageWords.kilometres, 'en', { km }) };
  return [...radii, [own, said] as const].sort(([a], [b]) => Number(a) - Number(b));
};

/** The third: on which terms? */
export function termsPage({ language }: Visit, shown: ProfileShown, towns: readonly TownListed[], asked: Asked): PageContent {
  const title = say(words.termsTitle, language);
  const field = { shown, language };
  const body = (
    <WorkerFrame language={language}>
      {asked.step !== undefined && <Step step={asked.step} language={language} />}
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={profileLabels} language={language} />}
      <p class="lead">{say(words.termsLead, language)}</p>
      <form class="form" method="post" action={asked.action}>
        <Hidden once={shown.once} fields={asked.fields} />
        <Start shown={shown} towns={towns} language={language} />
        <ChoiceField name="radiusKm" label={words.radiusKm} choices={radiusChoices(shown.filled.radiusKm)} {...field} />
        <fieldset id="shifts">
          <legend>{say(words.shifts, language)}</legend>
          <p class="quiet">{say(words.shiftsHint, language)}</p>
          <FieldWrong name="shifts" shown={shown} />
          {shifts.map((shift) => (
            <div class="tick" key={shift}>
              <input
                type="checkbox"
                id={`shift-${shift}`}
                name={`shift-${shift}`}
                value="1"
                checked={shown.filled[`shift-${shift}`] === '1'}
              />
              <label for={`shift-${shift}`}>{say(shiftText(shift), language)}</label>
            </div>
          ))}
        </fieldset>
        <label for="shiftWish">{say(words.shiftWish, language)}</label>
        <FieldWrong name="shiftWish" shown={shown} />
        <select id="shiftWish" name="shiftWish">
          <option value="">{say(words.anyShift, language)}</option>
          {shifts.map((shift) => (
            <option key={shift} value={shift} selected={shown.filled.shiftWish === shift}>
              {say(shiftText(shift), language)}
            </option>
          ))}
        </select>
        <TextField
          name="payFloor"
          label={words.payFloor}
          hint={words.payFloorHint}
          inputMode="numeric"
          maxLength={7}
          required
          {...field}
        />
        <TextField
          name="payWish"
          label={words.payWish}
          hint={words.payWishHint}
          inputMode="numeric"
          maxLength={7}
          required
          {...field}
        />
        <button type="submit" class="big">
          {say(asked.send, language)}
        </button>
      </form>
    </WorkerFrame>
  );
  return { title, description: say(words.termsLead, language), body };
}

export const shiftText = (shift: Shift): Said => pageWords[shift];

const FieldWrong = ({ name, shown: { wrong } }: { name: string; shown: ProfileShown }): ComponentChildren => {
  const message = wrong?.fields.get(name);
  return message === undefined ? null : (
    <p class="field-wrong" id={`${name}-wrong`}>
      {message}
    </p>
  );
};

/** A town from the list; a phone that knows where it is may be asked instead, by the page's script. */
const Start = ({ shown, towns, language }: { shown: ProfileShown; towns: readonly TownListed[]; language: Language }) => (
  <>
    <label for="startArea">{say(words.startArea, language)}</label>
    <p class="quiet" id="startArea-hint">
      {say(words.startHint, language)}
    </p>
    <FieldWrong name="startArea" shown={shown} />
    <select id="startArea" name="startArea" required aria-describedby="startArea-hint">
      <option value="">{say(words.choose, language)}</option>
      {towns.map(({ code, name }) => (
        <option key={code} value={code} selected={shown.filled.startArea === code} lang={language === 'zh' ? undefined : 'zh-CN'}>
          {name}
        </option>
      ))}
    </select>
    <div id="locate" hidden>
      <button type="button" class="second">
        {say(words.locate, language)}
      </button>
      <p class="quiet" role="status">
        {say(words.locateHint, language)}
      </p>
    </div>
    <input type="hidden" name="latitude" value={shown.filled.latitude ?? ''} />
    <input type="hidden" name="longitude" value={shown.filled.longitude ?? ''} />
  </>
);

/**
 * The card, as it is shown once. Without `card` the answer came a second time: the secret is kept nowhere.
 * `next`: where the person was going.
 */
export function cardPage(
  { language }: Visit,
  { number, card, isNew, next }: { number: number; card: string | undefined; isNew: boolean; next: string | undefined },
): PageContent {
  const title = say(isNew ? words.cardTitle : words.newCardTitle, language);
  const picture = card === undefined ? undefined : cardPicture(card, number);
  const on = next?.startsWith('/s/') ? words.cardOn : pageWords.toToday;
  const body = (
    <WorkerFrame language={language} number={number}>
      <h1>{title}</h1>
      <p class="number-card">
        <span class="quiet">{say(words.cardNumber, language)}</span>
        <strong class="number-big">{number}</strong>
        {picture && <img src={picture} width="200" alt={say(words.cardPicture, language, { number })} />}
      </p>
      {picture ? (
        <>
          <p>{say(words.cardLead, language)}</p>
          <p>
            <strong>{say(words.cardOnce, language)}</strong>
          </p>
          <p class="way">
            <a href={picture} download={`leye-${number}.png`}>
              {say(words.cardSave, language)}
            </a>
          </p>
        </>
      ) : (
        <p>{say(words.cardShown, language)}</p>
      )}
      <p class="go">
        <a class="button" href={next ?? '/gigs/today'}>
          {say(on, language)}
        </a>
      </p>
    </WorkerFrame>
  );
  return { title, description: say(words.cardLead, language), body };
}
