import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Counted, Grade, Outcome, RecordsSay, Standard } from './contract.ts';
import { differs, gradeOf, pointsOf, settled } from './rules.ts';
import { type AnswerRow, type InspectionRow, listAnswers } from './store.ts';

export type Decision = { readonly item: string; readonly outcome: Outcome; readonly reason: string };
export type Findings = Readonly<Record<string, { readonly counts: Counted; readonly reason: string | null }>>;
export type Judgement = { readonly findings: Findings; readonly points: number; readonly of: number; readonly grade: Grade };

/** What both inspections of a station answered, by kind and item. */
export async function answersOf(transaction: Transaction, inspections: readonly InspectionRow[]) {
  const rows = await listAnswers(
    transaction,
    inspections.map(({ id }) => id),
  );
  const by = (kind: InspectionRow['kind']): ReadonlyMap<string, AnswerRow> => {
    const own = inspections.find((one) => one.kind === kind && one.state === 'handed-in')?.id;
    return new Map(rows.filter(({ inspection }) => inspection === own).map((row) => [row.item, row]));
  };
  return { self: by('self'), cross: by('cross') };
}

/**
 * Puts both inspections, the records and the office's decisions together.
 * @throws Problem `market-undecided`, naming the items that differ and were not decided; `market-nothing-differs` for a decision on what does not
 */
export function judge(
  standard: Standard,
  answers: Awaited<ReturnType<typeof answersOf>>,
  records: Readonly<Record<string, RecordsSay>>,
  decisions: readonly Decision[],
): Judgement {
  const decided = new Map(decisions.map((decision) => [decision.item, decision]));
  const open = standard.items.filter((item) => item.shown !== 'records' && isDifferent(answers, item.code));
  const idle = decisions.find(({ item }) => !open.some(({ code }) => code === item));
  if (idle) throw new Problem('invalid', 'market-nothing-differs', { item: idle.item });
  const undecided = open.filter(({ code }) => !decided.has(code));
  if (undecided.length > 0)
    throw new Problem('conflict', 'market-undecided', {
      n: undecided.length,
      items: undecided.map(({ code }) => code).join('、'),
    });
  const findings = Object.fromEntries(
    standard.items.map((item) => {
      const counts = settled(item, {
        self: answers.self.get(item.code)?.outcome,
        cross: answers.cross.get(item.code)?.outcome,
        records: records[item.code]?.outcome,
        decided: decided.get(item.code)?.outcome,
      });
      return [item.code, { counts: counts ?? 'not', reason: decided.get(item.code)?.reason.trim() ?? null }];
    }),
  );
  return summed(standard, findings);
}

export const isDifferent = ({ self, cross }: Awaited<ReturnType<typeof answersOf>>, item: string): boolean =>
  differs(self.get(item)?.outcome, cross.get(item)?.outcome);

/** Findings that were settled, with some of them changed after an objection; what the records show is what they show now. */
export function judgeAgain(
  standard: Standard,
  before: Findings,
  records: Readonly<Record<string, RecordsSay>>,
  changes: readonly Decision[],
): Judgement {
  for (const { item: code } of changes) {
    const item = standard.items.find((one) => one.code === code);
    if (!item) throw new Problem('not-found', 'no-market-item', { item: code });
    if (item.shown === 'records') throw new Problem('invalid', 'market-by-records');
  }
  const changed = changes.map(({ item, outcome, reason }) => [item, { counts: outcome, reason: reason.trim() }]);
  const recounted = Object.entries(records).map(([item, { outcome }]) => [item, { counts: outcome, reason: null }]);
  return summed(standard, { ...before, ...Object.fromEntries([...recounted, ...changed]) });
}

function summed(standard: Standard, findings: Findings): Judgement {
  const counted = (code: string): Counted => findings[code]?.counts ?? 'not';
  const { points, of } = pointsOf(standard.items, counted);
  return { findings, points, of, grade: gradeOf(standard, counted) };
}

/** The items that something is still missing of. */
export const unmet = ({ findings }: Pick<Judgement, 'findings'>): string[] =>
  Object.entries(findings).flatMap(([item, { counts }]) => (counts === 'partly' || counts === 'not' ? [item] : []));
