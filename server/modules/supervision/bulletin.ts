import type { BulletinSection, BulletinSpan, KnownRows } from '../../kernel/bulletin-section.ts';
import type { Reading } from '../../kernel/command/query.ts';
import { type Said, said } from '../../kernel/i18n/said.ts';
import { isLive } from './notice-states.ts';
import { noticesThen } from './notices-then.ts';
import { showNotices } from './show.ts';
import type { KeptNotice } from './store.ts';
import { supervisionWords } from './words.ts';

const standings = {
  answered: said('已答复', 'answered'),
  escalated: said('未答复，已升级', 'not answered, escalated'),
  waiting: said('未答复', 'not answered'),
} as const;
const standingOf = (state: KeptNotice['state']): Said =>
  state === 'escalated' ? standings.escalated : isLive(state) && state !== 'answered' ? standings.waiting : standings.answered;

/** What a bulletin tells of supervision: what went out in its days, what was answered, what still waits. Reminders are no supervision. */
export async function noticesInBulletin(
  reading: Reading,
  { from, to }: BulletinSpan,
  known: KnownRows,
): Promise<BulletinSection | undefined> {
  const { notices, late } = await noticesThen(reading.transaction, known);
  const all = notices.filter(({ step, state }) => step !== 'reminder' && state !== 'withdrawn');
  const sent = all.filter(({ issuedOn }) => issuedOn >= from && issuedOn <= to);
  const waiting = all.filter(({ issuedOn, state }) => issuedOn <= to && (state === 'open' || state === 'returned'));
  if (sent.length === 0 && waiting.length === 0) return undefined;
  const count = (step: KeptNotice['step']) => sent.filter((notice) => notice.step === step).length;
  const told = [...sent, ...waiting.filter((notice) => !sent.includes(notice))].filter(({ step }) => step !== 'urge');
  const rows = await showNotices(reading, told);
  return {
    name: 'notices',
    known: late,
    title: said('督办情况', 'Supervision'),
    isInternal: true,
    sentences: [
      said(
        '本期发出催办 {urges} 件、督办通知 {notices} 件、约谈 {talks} 件，其中 {answered} 件已经答复或了结；到期末还有 {waiting} 件等待答复。',
        'Sent in these days: urges {urges}, supervision notices {notices}, talks {talks}; answered or settled: {answered}. Still waiting for an answer: {waiting}.',
      ),
    ],
    numbers: {
      urges: count('urge'),
      notices: count('notice'),
      talks: count('talk'),
      answered: sent.filter(({ state }) => standingOf(state) === standings.answered).length,
      waiting: waiting.length,
    },
    table: {
      columns: [said('文号', 'Number'), said('单位', 'Unit'), said('事由', 'Why'), said('情况', 'Standing')],
      rows: rows.map(({ number, step, unitName, why, state }) => [
        number ? `〔${number.year}〕第${number.no}号` : (supervisionWords[`step.${step}`]?.zh ?? step),
        unitName,
        why,
        standingOf(state),
      ]),
    },
  };
}
