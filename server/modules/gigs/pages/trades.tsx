import { Fragment } from 'preact';
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import type { PageContent } from '../../../kernel/page/page.tsx';
import { Hidden, type Visit, WrongSummary } from '../../portal/module.ts';
import { shippedTrades, type Trade } from '../market/trades.ts';
import { joinWords as words } from '../words/pages-join.ts';
import { tipWords } from '../words/pages-tip.ts';
import { type Asked, type ProfileShown, profileLabels, Step, TipNote } from './asked.tsx';
import { WorkerFrame } from './frame.tsx';
import { Standing } from './standing.tsx';
import { levelText } from './written.ts';

/** The second: what can you do? */
export function tradesPage({ language }: Visit, shown: ProfileShown, asked: Asked): PageContent {
  const title = say(words.tradesTitle, language);
  const { tip } = asked;
  const body = (
    <WorkerFrame language={language}>
      {asked.step !== undefined && <Step step={asked.step} language={language} />}
      <h1>{title}</h1>
      {shown.wrong && <WrongSummary wrong={shown.wrong} labels={profileLabels} language={language} />}
      {asked.standing && <Standing worker={asked.standing} part="trades" language={language} />}
      <p class="lead">{say(words.tradesLead, language)}</p>
      <form class="form" method="post" action={asked.action}>
        <Hidden once={shown.once} fields={asked.fields} />
        {tip?.is === 'level' && (
          <TipNote>{say(tipWords.atLevel, language, { level: say(levelText(tip.level), language) })}</TipNote>
        )}
        <div id="trades">
          {groups.map(({ name, trades }) => (
            <fieldset key={name.en}>
              <legend>{say(name, language)}</legend>
              {trades.map((trade) => (
                <Fragment key={trade.code}>
                  {tip?.is === 'trade' && tip.trade === trade.code && (
                    <TipNote>{say(tipWords.atTrade, language, { trade: say(trade.name, language) })}</TipNote>
                  )}
                  <TradeField trade={trade} filled={shown.filled} language={language} />
                </Fragment>
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
function TradeField({ trade, filled, language }: { trade: Trade; filled: ProfileShown['filled']; language: Language }) {
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
