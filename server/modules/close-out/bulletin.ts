import { type BulletinSection, type BulletinSpan, type KnownRows, lateRows, wasKnown } from '../../kernel/bulletin-section.ts';
import type { Reading } from '../../kernel/command/query.ts';
import { type Language, type Said, said } from '../../kernel/i18n/said.ts';
import { dayOfInstant, writeDay } from '../../kernel/page/written.ts';
import { addDays, startOfDay } from '../../kernel/term/day.ts';
import { findProgramme } from '../programme/module.ts';
import { type Item, listItems, listSteps, type Step } from './store.ts';
import { gradeWords, periodWords, stateWords } from './words.ts';

/** What decides whether an item is closed. */
const deciding = new Set<Step['event']>(['approve', 'sign-waiver', 'reopen']);

type Standing = { readonly item: Item; readonly last: Step; readonly inSpan: boolean; readonly told: string | Said };

/**
 * What a bulletin tells of close-outs: what was closed, waived or reopened in its days, and what stands closed at their end, each
 * waiver with its grade, its reason and the days of both signatures; whose they are is not for a paper that the public may read.
 */
export async function closeOutsInBulletin(
  { transaction }: Reading,
  { from, to }: BulletinSpan,
  known: KnownRows,
): Promise<BulletinSection | undefined> {
  const [begin, end] = [startOfDay(from), startOfDay(addDays(to, 1))];
  const items = await listItems(transaction);
  const steps = await listSteps(
    transaction,
    items.map(({ id }) => id),
  );
  const standing = items.flatMap((item): Standing[] => {
    const own = (steps.get(item.id) ?? []).filter((step) => step.at < end && wasKnown(known, step));
    const last = own.findLast(({ event }) => deciding.has(event));
    if (!last) return [];
    return [{ item, last, inSpan: last.at >= begin, told: waiverTold(last, own) ?? gradeOf(last) ?? last.reason }];
  });
  const shown = standing.filter(({ last, inSpan }) => inSpan || last.event !== 'reopen');
  if (shown.length === 0) return undefined;
  const count = (event: Step['event'], ofSpan: boolean) =>
    standing.filter(({ last, inSpan }) => last.event === event && (inSpan || !ofSpan)).length;
  const titles = new Map((await findProgramme(transaction))?.programme.measures.map(({ no, title }) => [no, title]));
  return {
    name: 'close-outs',
    known: lateRows([...steps.values()].flat(), known),
    title: said('销账情况', 'Close-outs'),
    sentences: [
      said(
        '本期销账 {approved} 项、豁免 {waived} 项、重新打开 {reopened} 项；到期末共有 {closed} 项已经销账，其中豁免 {waivers} 项。',
        'In these days: closed out {approved}, waived {waived}, reopened {reopened}. Closed at their end: {closed}, of them by a waiver {waivers}.',
      ),
    ],
    numbers: {
      approved: count('approve', true),
      waived: count('sign-waiver', true),
      reopened: count('reopen', true),
      closed: count('approve', false) + count('sign-waiver', false),
      waivers: count('sign-waiver', false),
    },
    table: {
      columns: [
        said('任务', 'Task'),
        said('期间', 'Period'),
        said('情况', 'Standing'),
        said('等次、签批和理由', 'Grade, signatures and reason'),
      ],
      rows: shown.map(({ item, last, told }) => {
        const title = titles.get(item.measure);
        return [
          title ? said(`${item.measure}．${title.zh}`, `${item.measure}. ${title.en}`) : String(item.measure),
          periodWords(item.period),
          stateWords[last.event === 'approve' ? 'approved' : last.event === 'sign-waiver' ? 'waived' : 'reopened'],
          told,
        ];
      }),
    },
  };
}

function waiverTold(last: Step, own: readonly Step[]): Said | undefined {
  const proposed = own.findLast(({ event }) => event === 'propose-waiver');
  if (last.event !== 'sign-waiver' || !proposed) return undefined;
  const dayOf = ({ at }: Step, language: Language) => writeDay(dayOfInstant(at.toISOString()), language);
  return said(
    `${gradeWords.unqualified.zh}；综合办${dayOf(proposed, 'zh')}提请，区领导${dayOf(last, 'zh')}签批。理由：${proposed.reason}`,
    `${gradeWords.unqualified.en}; proposed by the programme office on ${dayOf(proposed, 'en')}, signed by a leader on ${dayOf(last, 'en')}. Reason: ${proposed.reason}`,
  );
}

const gradeOf = ({ event, evaluation }: Step): Said | undefined =>
  event === 'approve' && evaluation?.grade ? gradeWords[evaluation.grade] : undefined;
