/** What became of somebody's last round: what they declined, why nothing was found, and the way to what would change it. */
import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { ChineseName } from '../../portal/module.ts';
import type { declineReasons } from '../dawn/answer.ts';
import type { ShownOffer } from '../dawn/contract.ts';
import { TEAM_PARTED } from '../dawn/part-team.ts';
import { shippedTrades } from '../market/trades.ts';
import { tipWords } from '../words/pages-tip.ts';
import { todayWords as words } from '../words/pages-today.ts';
import type { OwnDay } from './own-day.ts';
import type { Tip } from './tip.ts';
import { clockText } from './written.ts';

type DeclineReason = (typeof declineReasons)[number];

/** The last round's offer, as long as no later round has its own answer. */
function lastOffer({ offers, checkIn }: OwnDay): ShownOffer | undefined {
  const [latest] = offers;
  if (!latest || !checkIn || checkIn.hasLeft) return undefined;
  return checkIn.why && checkIn.why.at > latest.offeredAt ? undefined : latest;
}

/** The offer that was declined since the last round. */
export function justDeclined(day: OwnDay): ShownOffer | undefined {
  const latest = lastOffer(day);
  return latest?.state === 'declined' ? latest : undefined;
}

/** Said when somebody of the team does not go: this offer is not waited for any more. */
export function Parted({ day, language }: { day: OwnDay; language: Language }) {
  const latest = lastOffer(day);
  if (latest?.state !== 'withdrawn' || latest.reason !== TEAM_PARTED) return null;
  return (
    <p class="note told" role="status">
      {say(words.teamParted, language, { order: latest.order.number })}
    </p>
  );
}

/** Said after “no”: that it was taken down and why, and what happens next. */
export function Declined({ offer, day, language }: { offer: ShownOffer; day: OwnDay; language: Language }) {
  const { order, reason } = offer;
  const known = reason !== null && reason in goesOn ? (reason as DeclineReason) : undefined; // reason: just looked up
  const change = known && goesOn[known];
  return (
    <div class="note told" role="status">
      <p>
        <strong>{say(words.declined, language)}</strong>
        <br />
        {say(words.order, language, { order: order.number })} · {say(order.tradeName, language)} ·{' '}
        <ChineseName name={order.site} language={language} />
        {known && (
          <>
            <br />
            {say(words.declinedWhy, language, { reason: say(words[known], language) })}
          </>
        )}
      </p>
      <p>{nextOf(known, day, language)}</p>
      {change && (
        <p class="way">
          <a href={change.address}>{say(change.said, language)}</a>
        </p>
      )}
    </div>
  );
}

function nextOf(reason: DeclineReason | undefined, { roundMinutes }: OwnDay, language: Language): string {
  if (reason === 'going-home' || reason === 'found-other') return say(words.declinedLeave, language);
  const next = say(words.declinedNext, language, { minutes: roundMinutes ?? '' });
  return reason === 'employer' ? `${say(words.declinedEmployer, language)} ${next}` : next;
}

/** Where that what was declined for can be told once for all. */
const goesOn: Readonly<Record<DeclineReason, { readonly address: string; readonly said: Said } | undefined>> = {
  'too-far': { address: '/gigs/profile/terms#radiusKm', said: tipWords.setDistance },
  'pay-too-low': { address: '/gigs/profile/terms#payFloor', said: tipWords.setPay },
  hours: { address: '/gigs/profile/terms#shifts', said: tipWords.setShifts },
  trade: { address: '/gigs/profile/trades', said: tipWords.setTrades },
  employer: undefined,
  'found-other': undefined,
  'going-home': undefined,
  other: undefined,
};

/** Why the last round found nothing, and the way to the one thing that would have helped. */
export function Why({ day: { checkIn, tip }, language }: { day: OwnDay; language: Language }) {
  if (!checkIn?.why) return null;
  return (
    <div class="note">
      <p class="quiet">{say(words.why, language, { time: clockText(checkIn.why.at) })}</p>
      <p>{say(checkIn.why.said, language)}</p>
      {tip && <WayOn tip={tip} language={language} />}
    </div>
  );
}

function WayOn({ tip, language }: { tip: Tip; language: Language }) {
  if (tip.is === 'counter') return <p>{say(tipWords.counter, language)}</p>;
  if (tip.isDone) return <p>{say(tipWords.isDone, language)}</p>;
  return (
    <p class="way">
      <a class="button" href={addressOf(tip)}>
        {tipText(tip, language)}
      </a>
    </p>
  );
}

/** The page that the change is made on, at the very place: it looks the change up again, and has it ready. */
function addressOf({ is }: Tip): string {
  if (is === 'team') return '/gigs/team';
  if (is === 'licence') return '/gigs/profile?tip#tip';
  return is === 'trade' || is === 'level' ? '/gigs/profile/trades?tip#tip' : '/gigs/profile/terms?tip#tip';
}

function tipText(tip: Tip, language: Language): string {
  switch (tip.is) {
    case 'distance':
      return say(tipWords.toDistance, language, { km: tip.km });
    case 'pay':
      return say(tipWords.toPay, language, { yuan: tip.yuan });
    case 'shift':
      return say(tipWords.toShift, language, { shift: say(tipWords[tip.shift], language) });
    case 'trade':
      return say(tipWords.toTrade, language, { trade: tradeText(tip.trade, language) });
    case 'level':
      return say(tipWords.toLevel, language);
    case 'licence':
      return say(tipWords.toLicence, language, { licence: licenceText(tip.licence, language) });
    default:
      return say(tipWords.toTeam, language);
  }
}

const plainSaid = (code: string): Said => ({ zh: code, en: code });
export const tradeText = (code: string, language: Language): string =>
  say(shippedTrades().find(code)?.name ?? plainSaid(code), language);
export const licenceText = (code: string, language: Language): string =>
  say(shippedTrades().findLicence(code)?.name ?? plainSaid(code), language);
