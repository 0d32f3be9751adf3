import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import { lockKeys } from '../../kernel/database/lock.ts';
import { tellTimeline } from '../../kernel/timeline/tell.ts';
import type { RuleSet, Step } from './contract.ts';
import type { Issue } from './supervise.ts';

/** Notices and talks carry a number, 〔2026〕第3号; reminders and urges are only messages. */
const isNumbered = (step: Step): boolean => step === 'notice' || step === 'talk';

export type ByHand = { readonly instruction: string; readonly instructedBy: string; readonly termDays: number };

/**
 * Sends notices: keeps each with its cause (a second one for the same cause meets the unique key and does nothing), numbers those
 * that carry a number without a gap, and tells the timeline. Answers the ids of those that are new.
 */
export async function issueNotices(
  work: Work,
  issues: readonly Issue[],
  rules: { readonly version: number; readonly content: RuleSet },
  hand?: ByHand,
): Promise<string[]> {
  if (issues.length === 0) return [];
  const { transaction, actor, now, today, newId } = work;
  const { client, district } = transaction;
  const year = Number(today.slice(0, 4));
  let next = issues.some(({ step }) => isNumbered(step)) ? await nextNumber(work, year) : 0;
  const sent: string[] = [];
  for (const issue of issues) {
    const id = newId();
    const number = isNumbered(issue.step) ? next : null;
    const { rowCount } = await client.query(
      `INSERT INTO notice (district, id, cause, rule, rules_version, step, subject, measure, unit, receiver, year, number, issued_on, issued_at, issued_by,
         issued_by_name, term_days, params, instruction, instructed_by, parent, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, 'open')
       ON CONFLICT (district, cause) DO NOTHING`,
      [
        district,
        id,
        hand ? `hand/${id}` : issue.cause,
        issue.rule,
        rules.version,
        issue.step,
        issue.subject,
        issue.measure,
        issue.unit,
        rules.content.steps[issue.step].receiver,
        number === null ? null : year,
        number,
        today,
        now,
        actorKey(actor),
        'name' in actor ? actor.name : '',
        hand?.termDays ?? rules.content.steps[issue.step].termWorkingDays,
        JSON.stringify(issue.params),
        hand?.instruction ?? null,
        hand?.instructedBy ?? null,
        issue.parent,
      ],
    );
    if (rowCount !== 1) continue;
    sent.push(id);
    if (number !== null) next += 1;
    await tellTimeline(work, {
      measure: issue.measure,
      code: `notice-${issue.step}`,
      subject: `notice:${id}`,
    });
  }
  return sent;
}

/** The next free number of a year; held until the transaction ends, so that a rollback leaves no gap and nobody gets the same. */
async function nextNumber({ transaction }: Work, year: number): Promise<number> {
  await lockKeys(transaction, 'notice-number', [String(year)]);
  const { rows } = await transaction.client.query<{ next: number }>(
    'SELECT coalesce(max(number), 0) + 1 AS next FROM notice WHERE district = $1 AND year = $2',
    [transaction.district, year],
  );
  return rows[0]?.next ?? 1;
}
