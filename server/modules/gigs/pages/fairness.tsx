import { type Language, type Said, say } from '../../../kernel/i18n/said.ts';
import { writeDay } from '../../../kernel/page/written.ts';
import type { FairnessSummary } from '../fairness/contract.ts';
import type { FairnessAlarm, FairnessFigures, FairnessGroup } from '../matching/fairness.ts';
import { fairnessAlarmWords, fairnessGroupWords, threeMorningsWords } from '../matching/fairness-words.ts';
import { fairWords as words } from '../words/pages-fairness.ts';
import { rulesWords } from '../words/pages-rules.ts';

/** How the market treated people in the last month that shows something: sums only, nobody who could be guessed. */
export function Fairness({ summary, language }: { summary: FairnessSummary; language: Language }) {
  const all = summary?.fairness.all;
  if (!summary || !all) return <p class="quiet">{say(rulesWords.fairNone, language)}</p>;
  const { from, to, countedOn, fairness, longWait, morningsSeen, smallestShown } = summary;
  const rows: readonly { readonly name: Said; readonly figures: FairnessFigures }[] = [
    { name: words.everybody, figures: all },
    ...fairness.groups.flatMap(({ group, figures }) => (figures ? [{ name: fairnessGroupWords[group], figures }] : [])),
  ];
  const hidden = fairness.groups.filter(({ figures }) => !figures).map(({ group }) => say(fairnessGroupWords[group], language));
  const gap = language === 'en' ? ' ' : '';
  const isCompared = fairness.groups.some(({ figures }) => figures);
  const alarms = fairness.groups.flatMap(({ group, alarms }) => alarms.map((alarm) => sayAlarm(group, alarm, language)));
  return (
    <>
      <p>
        {say(words.span, language, { from: writeDay(from, language), to: writeDay(to, language) })}
        {gap}
        {say(alarms.length > 0 ? words.alarms : isCompared ? words.noAlarms : words.noneCompared, language)}
      </p>
      {alarms.length > 0 && (
        <ul>
          {alarms.map((alarm) => (
            <li key={alarm}>{alarm}</li>
          ))}
        </ul>
      )}
      <dl class="points">
        {rows.map(({ name, figures }) => (
          <div key={name.en}>
            <dt>{say(name, language)}</dt>
            <dd>{sayFigures(figures, language)}</dd>
          </div>
        ))}
      </dl>
      {hidden.length > 0 && (
        <p>{say(words.hidden, language, { n: smallestShown, groups: hidden.join(say(words.and, language)) })}</p>
      )}
      {longWait && (
        <p>
          {longWait.people === 0
            ? say(words.nobodyWaited, language, { mornings: morningsSeen })
            : say(words.waited, language, {
                mornings: morningsSeen,
                people: longWait.people,
                times: longWait.mornings,
                matched: longWait.matched,
              })}
          {gap}
          {say(threeMorningsWords.rule, language, { mornings: morningsSeen })}
        </p>
      )}
      <p class="quiet">{say(words.counted, language, { day: writeDay(countedOn, language) })}</p>
    </>
  );
}

const percent = (share: number): string => `${Math.trunc(share * 1000) / 10}%`;
const yuan = (fen: number): string => String(Math.round(fen / 100));

function sayFigures({ matchRate, medianWait, medianPay, people }: FairnessFigures, language: Language): string {
  const said = say(words.figures, language, { people, rate: percent(matchRate), minutes: medianWait });
  return medianPay === null ? said : `${said}${say(words.pay, language, { yuan: yuan(medianPay) })}`;
}

function sayAlarm(group: FairnessGroup, { about, theirs, others }: FairnessAlarm, language: Language): string {
  const written = (value: number) =>
    about === 'match-rate'
      ? percent(value)
      : say(about === 'pay' ? words.yuan : words.minutes, language, { n: about === 'pay' ? yuan(value) : value });
  return say(fairnessAlarmWords[about], language, {
    group: say(fairnessGroupWords[group], language),
    theirs: written(theirs),
    others: written(others),
  });
}
