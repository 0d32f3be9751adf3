import type { Transaction } from '../../kernel/database/transaction.ts';
import type { NoticeAnswer, NoticeState, RuleSet, Rules, Step } from './contract.ts';
import { presets } from './presets.ts';

/** The rules that hold on a day: the latest version whose day has come, else the presets (version 0). */
export async function rulesOn(
  { db, district }: Transaction,
  day: string,
): Promise<{ version: number; content: RuleSet; validFrom: string | null }> {
  const row = await db
    .selectFrom('supervision_rules')
    .select(['version', 'content', 'valid_from'])
    .where('district', '=', district)
    .where('valid_from', '<=', day)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { version: 0, content: presets, validFrom: null };
  return { version: row.version, content: row.content as unknown as RuleSet, validFrom: row.valid_from }; // reason: set-rules alone writes this column
}

/** The latest version, whether its day has come or not. */
export async function latestRules({ db, district }: Transaction): Promise<Rules['upcoming']> {
  const row = await db
    .selectFrom('supervision_rules')
    .select(['version', 'content', 'valid_from'])
    .where('district', '=', district)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { version: row.version, content: row.content as unknown as RuleSet, validFrom: row.valid_from } : null; // reason: set-rules alone writes this column
}

export async function listRuleVersions({ db, district }: Transaction): Promise<Rules['versions']> {
  const rows = await db
    .selectFrom('supervision_rules')
    .select(['version', 'valid_from', 'note', 'set_by_name', 'set_at'])
    .where('district', '=', district)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    validFrom: row.valid_from,
    note: row.note,
    setByName: row.set_by_name,
    setAt: row.set_at.toISOString(),
  }));
}

const notices = ({ db, district }: Transaction) => db.selectFrom('notice').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof notices>['execute']>>[number];

/** A notice as it is kept; texts and clocks are put on it where it is read. */
export type KeptNotice = {
  readonly id: string;
  readonly cause: string;
  readonly rule: string;
  readonly rulesVersion: number;
  readonly step: Step;
  readonly subject: string;
  readonly measure: number;
  readonly unit: string;
  readonly receiver: 'liaison' | 'head';
  readonly year: number | null;
  readonly number: number | null;
  readonly issuedOn: string;
  readonly issuedByName: string;
  readonly termDays: number;
  readonly params: Readonly<Record<string, string | number>>;
  readonly instruction: string | null;
  readonly instructedBy: string | null;
  readonly parent: string | null;
  readonly state: NoticeState;
  readonly clearedOn: string | null;
  readonly holdsUntil: string | null;
  readonly withdrawnWhy: string | null;
};

const asNotice = (row: Row): KeptNotice => ({
  id: row.id,
  cause: row.cause,
  rule: row.rule,
  rulesVersion: row.rules_version,
  step: row.step as Step, // reason: the column's CHECK names exactly these
  subject: row.subject,
  measure: row.measure,
  unit: row.unit,
  receiver: row.receiver === 'head' ? 'head' : 'liaison',
  year: row.year,
  number: row.number,
  issuedOn: row.issued_on,
  issuedByName: row.issued_by_name,
  termDays: row.term_days,
  params: row.params as KeptNotice['params'], // reason: keepNotice alone writes this column
  instruction: row.instruction,
  instructedBy: row.instructed_by,
  parent: row.parent,
  state: row.state as NoticeState, // reason: the column's CHECK names exactly these
  clearedOn: row.cleared_on,
  holdsUntil: row.holds_until,
  withdrawnWhy: row.withdrawn_why,
});

/** All of a district, oldest first: they are few, and causes are never forgotten. */
export const listAll = async (transaction: Transaction): Promise<KeptNotice[]> =>
  (await notices(transaction).orderBy('id').execute()).map(asNotice);

export type NoticeFilter = {
  readonly state?: 'open' | 'answered' | 'settled' | undefined;
  readonly step?: Step | undefined;
  readonly unit?: string | undefined;
  readonly measure?: number | undefined;
  readonly subject?: string | undefined;
};
const live: readonly NoticeState[] = ['open', 'answered', 'returned'];

/** Newest first; `after` is the id of the last row of the page before. */
export async function listNotices(
  transaction: Transaction,
  { state, step, unit, measure, subject }: NoticeFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<KeptNotice[]> {
  let rows = notices(transaction);
  if (state === 'open') rows = rows.where('state', 'in', ['open', 'returned']).where('term_days', '>', 0);
  if (state === 'answered') rows = rows.where('state', '=', 'answered');
  if (state === 'settled') rows = rows.where('state', 'not in', live);
  if (step) rows = rows.where('step', '=', step);
  if (unit) rows = rows.where('unit', '=', unit);
  if (measure !== undefined) rows = rows.where('measure', '=', measure);
  if (subject) rows = rows.where('subject', '=', subject);
  if (page.after) rows = rows.where('id', '<', page.after);
  return (await rows.orderBy('id', 'desc').limit(page.limit).execute()).map(asNotice);
}

/** Everything that somebody is still expected to act on. */
export const listLive = async (transaction: Transaction): Promise<KeptNotice[]> =>
  (await notices(transaction).where('state', 'in', live).orderBy('issued_on').orderBy('id').execute()).map(asNotice);

export async function noticesById(transaction: Transaction, ids: readonly string[]): Promise<KeptNotice[]> {
  if (ids.length === 0) return [];
  return (await notices(transaction).where('id', 'in', ids).execute()).map(asNotice);
}

export async function findNotice(transaction: Transaction, id: string): Promise<KeptNotice | undefined> {
  const row = await notices(transaction).where('id', '=', id).executeTakeFirst();
  return row && asNotice(row);
}

/** The same, held until the transaction ends. */
export async function holdNotice(transaction: Transaction, id: string): Promise<KeptNotice | undefined> {
  const row = await notices(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && asNotice(row);
}

export async function childrenOf({ db, district }: Transaction, id: string): Promise<string[]> {
  const rows = await db.selectFrom('notice').select('id').where('district', '=', district).where('parent', '=', id).execute();
  return rows.map((row) => row.id);
}

export const changeNotice = async (
  { db, district }: Transaction,
  ids: readonly string[],
  change: Partial<{ state: NoticeState; cleared_on: string; holds_until: string | null; withdrawn_why: string }>,
): Promise<void> => {
  if (ids.length > 0)
    await db.updateTable('notice').set(change).where('district', '=', district).where('id', 'in', ids).execute();
};

/** The answers of some notices, oldest first. */
export async function answersOf(
  { db, district }: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly NoticeAnswer[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('notice_answer')
    .selectAll()
    .where('district', '=', district)
    .where('notice', 'in', ids)
    .orderBy('id')
    .execute();
  const answers = rows.map((row) => ({
    notice: row.notice,
    id: row.id,
    kind: row.kind as NoticeAnswer['kind'], // reason: the column's CHECK names exactly these
    text: row.text,
    newDate: row.new_date,
    answeredOn: row.answered_on,
    answeredByName: row.answered_by_name,
    verdict: row.verdict as NoticeAnswer['verdict'], // reason: as above
    reason: row.reason,
    decidedOn: row.decided_on,
    decidedByName: row.decided_by_name,
  }));
  return Map.groupBy(answers, ({ notice }) => notice);
}
