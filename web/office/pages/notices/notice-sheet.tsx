import type { Ledger } from '../../../../server/modules/figures/contract.ts';
import type { Notice } from '../../../../server/modules/supervision/contract.ts';
import { sayDay, sayDayInFull } from '../../../shared/day.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { sayNumber } from '../../parts/notice-words.tsx';
import { useUnitNames } from '../../places.ts';

/** The notice as a paper: seen only in print. */
export function NoticeSheet({ notice }: { notice: Notice }) {
  const { say, language } = useWords();
  const unitNameOf = useUnitNames();
  const ledger = useAsk<Ledger>('/api/ledger');
  const measure = ledger.data?.measures.find(({ no }) => no === notice.measure);
  // As it was asked on the day it went out.
  const day = notice.dueAtIssue ? sayDayInFull(notice.dueAtIssue, language) : undefined;
  return (
    <article className="sheet-paper" aria-hidden="true">
      <p className="sheet-head">{say('sheet.head', { district: ledger.data ? say(ledger.data.district.name) : '' })}</p>
      <p className="sheet-title">{say(`sheet.title.${notice.step}`)}</p>
      {notice.number && <p className="sheet-number">{sayNumber(notice.number, say)}</p>}
      <hr />
      <p>{say(notice.receiver === 'head' ? 'sheet.to-head' : 'sheet.to', { unit: unitNameOf(notice.unit, notice.unitName) })}</p>
      <p className="sheet-text">
        {say('sheet.about', { no: notice.measure, title: measure ? say(measure.title) : '' })}
        {say(notice.why)}
      </p>
      {day && <p className="sheet-text">{say(notice.step === 'talk' ? 'sheet.talk' : 'sheet.answer', { day })}</p>}
      {notice.answers.map((answer) => (
        <p key={answer.id} className="sheet-text">
          {say('text.pair', {
            name: say('text.bracket', {
              text: say(`notice.answer.${answer.kind}`),
              inside: say('notice.answer-line', { day: sayDay(answer.answeredOn, language), name: answer.answeredByName }),
            }),
            value: answer.text,
          })}
        </p>
      ))}
      <p className="sheet-sign">
        {say('sheet.by')}
        <br />
        {sayDay(notice.issuedOn, language)}
      </p>
    </article>
  );
}
