import type { Transaction } from '../../kernel/database/transaction.ts';
import type { TimelineParams } from '../../kernel/timeline/tell.ts';
import type { Topic } from './contract.ts';
import { topicMarks } from './rules.ts';

export type EntryRow = {
  readonly measure: number;
  readonly id: string;
  readonly at: Date;
  readonly actor_name: string;
  readonly code: string;
  readonly params: TimelineParams;
  readonly subject: string;
};

export type EntryFilter = {
  readonly topic?: Topic | undefined;
  readonly subject?: string | undefined;
  /** How the codes begin that are not read. */
  readonly hidden?: readonly string[] | undefined;
};

/**
 * A measure's entries and those of the programme as a whole, newest first, after the last of the page before. What became of a paper as a
 * whole is told by its consultation: here stand only opinions on this measure's own words.
 */
export async function readEntries(
  { client, district }: Transaction,
  measure: number,
  { topic, subject, hidden = [] }: EntryFilter,
  page: { before: string | undefined; limit: number },
): Promise<EntryRow[]> {
  const values: unknown[] = [district, [measure, 0], page.limit];
  const add = (value: unknown) => `$${values.push(value)}`;
  const starts = (column: string, marks: readonly string[]) => `${column} LIKE ANY (${add(marks.map((mark) => `${mark}%`))})`;
  const all = Object.values(topicMarks);
  const subjects = all.flatMap((mark) => mark.subject);
  const isOf = (one: Topic) =>
    one === 'measure'
      ? `NOT (${starts('subject', subjects)} OR ${starts(
          'code',
          all.flatMap((mark) => mark.code),
        )})`
      : // A subject says more than a code.
        `(${starts('subject', topicMarks[one].subject)} OR (${starts('code', topicMarks[one].code)} AND NOT ${starts('subject', subjects)}))`;
  const ofPaper = [starts('subject', topicMarks.consultation.subject), starts('code', topicMarks.consultation.code)].join(' OR ');
  const conditions = [
    `(measure <> 0 OR NOT (${ofPaper}))`,
    ...(hidden.length > 0 ? [`NOT ${starts('code', hidden)}`] : []),
    ...(topic ? [isOf(topic)] : []),
    ...(subject ? [`subject = ${add(subject)}`] : []),
    ...(page.before
      ? [
          `(at, id) < (SELECT last.at, last.id FROM timeline_entry last WHERE last.district = $1 AND last.measure = ANY ($2) AND last.id = ${add(page.before)})`,
        ]
      : []),
  ];
  const { rows } = await client.query<EntryRow>(
    `SELECT measure, id, at, actor_name, code, params, subject FROM timeline_entry
     WHERE district = $1 AND measure = ANY ($2) ${conditions.map((condition) => `AND ${condition}`).join(' ')}
     ORDER BY at DESC, id DESC LIMIT $3`,
    values,
  );
  return rows;
}
