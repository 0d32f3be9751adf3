import { type Language, say } from '../../../kernel/i18n/said.ts';
import { writeDay, writeMoment } from '../../../kernel/page/written.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import type { WageLine, WageSlip } from '../day/contract.ts';
import { yuanOf } from '../money.ts';
import { pageWords } from '../words/pages.ts';
import { workWords as words } from '../words/pages-work.ts';
import { clockText } from './written.ts';

const spent = (minutes: number) => ({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });

function lineText({ code, minutes, rate }: WageLine, language: Language): string {
  return say(words[code], language, { ...spent(minutes), rate: yuanOf(rate ?? 0) });
}

const workedText = (startedAt: string, endedAt: string, language: Language): string => {
  const isOvernight = dayOf(new Date(endedAt)) > dayOf(new Date(startedAt));
  const times = { from: clockText(startedAt), to: clockText(endedAt) };
  return say(isOvernight ? words.workedOvernight : words.worked, language, times);
};

/** By whole minutes. */
const isEarly = (startedAt: string, agreed: string): boolean => Date.parse(agreed) - Date.parse(startedAt) >= 60_000;

/** The wage slip, the same for both sides. */
export const Slip = ({ slip, language }: { slip: WageSlip; language: Language }) => (
  <section aria-labelledby="slip">
    <h2 id="slip">{say(words.slip, language)}</h2>
    {slip.startedAt !== null && slip.endedAt !== null && (
      <p>
        {workedText(slip.startedAt, slip.endedAt, language)}
        <br />
        <span class="quiet">{say(words.minutes, language, { ...spent(slip.minutes), break: slip.breakMinutes ?? 0 })}</span>
        {isEarly(slip.startedAt, slip.order.startsAt) && (
          <>
            <br />
            <span class="quiet">{say(words.early, language, { from: clockText(slip.order.startsAt) })}</span>
          </>
        )}
      </p>
    )}
    <table>
      <tbody>
        {slip.lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">{lineText(line, language)}</th>
            <td class="number">{say(pageWords.yuan, language, { yuan: yuanOf(line.amount) })}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">
            <strong>{say(words.sum, language)}</strong>
          </th>
          <td class="number">{say(pageWords.yuan, language, { yuan: yuanOf(slip.amount) })}</td>
        </tr>
      </tbody>
    </table>
    <p>
      {say(words.dueBy, language, { day: writeDay(slip.dueOn, language) })}
      <br />
      {slip.amount === 0
        ? say(words.nothingDue, language)
        : slip.paidAt === null
          ? say(words.notPaid, language)
          : say(words.paidOn, language, {
              day: writeDay(writeMoment(slip.paidAt), language),
              yuan: yuanOf(slip.paidAmount ?? 0),
            })}
      {slip.paidAmount !== null && slip.paidAmount < slip.amount && (
        <>
          <br />
          <strong>{say(words.stillMissing, language, { yuan: yuanOf(slip.amount - slip.paidAmount) })}</strong>
        </>
      )}
      <br />
      {say(slip.isInsured ? words.insured : words.notInsured, language)}
    </p>
    {slip.complaint && <p class="note">{say(words.complaint, language, { number: slip.complaint.number })}</p>}
    {slip.changes.length > 0 && (
      <>
        <h3>{say(words.changes, language)}</h3>
        <ul>
          {slip.changes.map(({ at, by, reason }) => (
            <li key={at}>
              {say(words.change, language, { time: writeMoment(at).slice(0, 16), by: say(words[by], language), reason })}
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
);
