import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { ChoiceField, Hidden, TextField, type TownListed, type Visit, WrongSummary } from '../../portal/module.ts';
import { shifts } from '../shifts.ts';
import { keptWords, pageWords } from '../words/pages.ts';
import { joinWords as words } from '../words/pages-join.ts';
import { tipWords } from '../words/pages-tip.ts';
import { type Asked, FieldWrong, type ProfileShown, profileLabels, Step, TipNote } from './asked.tsx';
import { WorkerFrame } from './frame.tsx';
import { Standing } from './standing.tsx';
import { shiftText } from './written.ts';

const radii = [
  ['5', words.radius5],
  ['10', words.radius10],
  ['20', words.radius20],
  ['40', words.radius40],
] as const;

/** With the distances that are or were chosen, whichever they are. */
const radiusChoices = (...chosen: readonly (string | undefined)[]): readonly (readonly [string, Said])[] => {
  const others = [...new Set(chosen)].filter((one = '') => Number(one) > 0 && !radii.some(([known]) => known === one));
  const named = others.map((one = '') => {
    const km = Number(one);
    return [one, { zh: say(pageWords.kilometres, 'zh', { km }), en: say(pageWords.kilometres, 'en', { km }) }] as const;
  });
  return [...radii, ...named].sort(([a], [b]) => Number(a) - Number(b));
};

/** The third: on which terms? */
export function termsPage({ language }: Visit, shown: ProfileShown, towns: readonly TownListed[], asked: Asked): PageContent {
  const title = say(words.termsTitle, language);
  const field = { shown, language };
  const { tip } = asked;
  const body = (
    <WorkerFrame language={language}>
      {asked.step !== undefined && <Step step={asked.step} language={language} />}
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={profileLabels} language={language} />}
      {asked.standing && <Standing worker={asked.standing} part="terms" language={language} />}
      <p class="lead">{say(words.termsLead, language)}</p>
      <form class="form" method="post" action={asked.action}>
        <Hidden once={shown.once} fields={asked.fields} />
        <Start shown={shown} towns={towns} language={language} />
        {tip?.is === 'distance' && <TipNote>{say(tipWords.atDistance, language, { km: tip.km, own: asked.own ?? '' })}</TipNote>}
        <ChoiceField
          name="radiusKm"
          label={words.radiusKm}
          choices={radiusChoices(shown.filled.radiusKm, tip?.is === 'distance' ? asked.own : undefined)}
          {...field}
        />
        {tip?.is === 'shift' && (
          <TipNote>{say(tipWords.atShift, language, { shift: say(tipWords[tip.shift], language) })}</TipNote>
        )}
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
        {tip?.is === 'pay' && <TipNote>{say(tipWords.atPay, language, { yuan: tip.yuan, own: asked.own ?? '' })}</TipNote>}
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

/** A town from the list; a phone that knows where it is may be asked instead, by the page's script. */
function Start({ shown, towns, language }: { shown: ProfileShown; towns: readonly TownListed[]; language: Language }) {
  const isLocated = (shown.filled.latitude ?? '') !== '' && (shown.filled.longitude ?? '') !== '';
  return (
    <>
      <label for="startArea">{say(words.startArea, language)}</label>
      <p class="quiet" id="startArea-hint">
        {say(words.startHint, language)}
      </p>
      <FieldWrong name="startArea" shown={shown} />
      <select id="startArea" name="startArea" required={!isLocated} aria-describedby="startArea-hint">
        <option value="">{say(words.choose, language)}</option>
        {towns.map(({ code, name }) => (
          <option
            key={code}
            value={code}
            selected={shown.filled.startArea === code}
            lang={language === 'zh' ? undefined : 'zh-CN'}
          >
            {name}
          </option>
        ))}
      </select>
      <div id="locate" hidden={!isLocated}>
        <button type="button" class="second">
          {say(words.locate, language)}
        </button>
        <p class="quiet" role="status">
          {say(isLocated ? keptWords.located : words.locateHint, language)}
        </p>
      </div>
      <input type="hidden" name="latitude" value={shown.filled.latitude ?? ''} />
      <input type="hidden" name="longitude" value={shown.filled.longitude ?? ''} />
    </>
  );
}
