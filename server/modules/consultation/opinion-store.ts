import type { Selectable } from 'kysely';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Opinion, OpinionCheck, OpinionDecision, OpinionSignOff } from '../../kernel/database/types.gen.ts';
import type { Finding, RequestKind, Verdict } from './check/shapes.ts';
import type { DecisionShown } from './contract.ts';
import type { Judged, OpinionWords } from './judge-opinion.ts';

export type StoredOpinion = Omit<Selectable<Opinion>, 'kind'> & { readonly kind: RequestKind };
export type StoredDecision = Omit<Selectable<OpinionDecision>, 'decision' | 'response'> & {
  readonly decision: DecisionShown['decision'];
  readonly response: DecisionShown['response'];
};
export type StoredCheck = Omit<Selectable<OpinionCheck>, 'anchor' | 'verdict' | 'findings'> & {
  readonly anchor: Judged['anchor'];
  readonly verdict: Verdict | null;
  readonly findings: readonly Finding[];
};
export type StoredSignOff = Omit<Selectable<OpinionSignOff>, 'kind'> & { readonly kind: 'confirmed' | 'signed-off' };

export async function insertOpinion({ db, district }: Transaction, opinion: Omit<StoredOpinion, 'district'>): Promise<void> {
  await db
    .insertInto('opinion')
    .values({ ...opinion, district })
    .execute();
}

/** Once the paper is published nobody has to be reached any more. */
export async function forgetContacts({ db, district }: Transaction, consultation: string): Promise<void> {
  await db
    .updateTable('opinion')
    .set({ contact: null })
    .where('district', '=', district)
    .where('consultation', '=', consultation)
    .where('contact', 'is not', null)
    .execute();
}

const opinions = ({ db, district }: Transaction) => db.selectFrom('opinion').selectAll().where('district', '=', district);

export async function findOpinion(transaction: Transaction, id: string): Promise<StoredOpinion | undefined> {
  return (await opinions(transaction).where('id', '=', id).executeTakeFirst()) as StoredOpinion | undefined; // reason: the table checks the kind
}

export async function findByReceipt(transaction: Transaction, receipt: Buffer): Promise<StoredOpinion | undefined> {
  return (await opinions(transaction).where('receipt', '=', receipt).executeTakeFirst()) as StoredOpinion | undefined; // reason: as above
}

export async function findSame(transaction: Transaction, consultation: string, hash: Buffer): Promise<StoredOpinion | undefined> {
  const found = opinions(transaction).where('consultation', '=', consultation).where('content_hash', '=', hash);
  return (await found.executeTakeFirst()) as StoredOpinion | undefined; // reason: as above
}

/** In the order in which they came. */
export async function opinionsOf(transaction: Transaction, consultations: readonly string[]): Promise<StoredOpinion[]> {
  if (consultations.length === 0) return [];
  const rows = await opinions(transaction)
    .where('consultation', 'in', [...consultations])
    .orderBy('consultation')
    .orderBy('number')
    .execute();
  return rows as StoredOpinion[]; // reason: as above
}

/** Of each opinion, the first decision first. */
export async function decisionsOf({ db, district }: Transaction, ids: readonly string[]): Promise<Map<string, StoredDecision[]>> {
  const rows =
    ids.length === 0
      ? []
      : ((await db
          .selectFrom('opinion_decision')
          .selectAll()
          .where('district', '=', district)
          .where('opinion', 'in', [...ids])
          .orderBy('revision')
          .execute()) as StoredDecision[]); // reason: the table checks both
  return Map.groupBy(rows, ({ opinion }) => opinion);
}

export async function insertDecision({ db, district }: Transaction, decision: Omit<StoredDecision, 'district'>): Promise<void> {
  await db
    .insertInto('opinion_decision')
    .values({ ...decision, district })
    .execute();
}

export async function noteResponse(
  { db, district }: Transaction,
  { opinion, revision }: { opinion: string; revision: number },
  response: { readonly response: 'accepted' | 'contested'; readonly why: string; readonly name: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('opinion_decision')
    .set({ response: response.response, response_why: response.why, response_by_name: response.name, responded_at: response.at })
    .where('district', '=', district)
    .where('opinion', '=', opinion)
    .where('revision', '=', revision)
    .where('response', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export const saidOf = (row: StoredOpinion): OpinionWords => ({
  id: row.id,
  version: row.version,
  span: row.span_from === null || row.span_to === null ? null : [row.span_from, row.span_to],
  measure: row.measure,
  kind: row.kind,
  oldWords: row.old_words,
  newWords: row.new_words,
});

type NewCheck = Judged & {
  readonly opinion: string;
  readonly version: number;
  readonly revision: number;
  /** An earlier confirmation that holds here too, and where its words stand. */
  readonly confirmation: { readonly id: string; readonly span: readonly [number, number] } | null;
};

/** The same opinion, version and decision is judged the same: a check that is there stays. */
export async function insertChecks(
  { db, district }: Transaction,
  consultation: string,
  checks: readonly NewCheck[],
): Promise<void> {
  for (let from = 0; from < checks.length; from += 500) {
    await db
      .insertInto('opinion_check')
      .values(
        checks.slice(from, from + 500).map(({ span, findings, findingsKey, confirmation, ...check }) => ({
          ...check,
          district,
          consultation,
          span_from: span?.[0] ?? null,
          span_to: span?.[1] ?? null,
          findings: JSON.stringify(findings),
          findings_key: findingsKey,
          sign_off: confirmation?.id ?? null,
          stands_from: confirmation?.span[0] ?? null,
          stands_to: confirmation?.span[1] ?? null,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The latest check of each opinion against this version. */
export async function checksOf(
  { db, district }: Transaction,
  consultation: string,
  version: number,
): Promise<Map<string, StoredCheck>> {
  const rows = (await db
    .selectFrom('opinion_check')
    .selectAll()
    .where('district', '=', district)
    .where('consultation', '=', consultation)
    .where('version', '=', version)
    .orderBy('revision')
    .execute()) as unknown as StoredCheck[]; // reason: the table checks anchor and verdict, and only insertChecks writes the findings
  return new Map(rows.map((row) => [row.opinion, row]));
}

export async function insertSignOff({ db, district }: Transaction, signOff: Omit<StoredSignOff, 'district'>): Promise<void> {
  await db
    .insertInto('opinion_sign_off')
    .values({ ...signOff, district })
    .execute();
}

export async function signOffsOf({ db, district }: Transaction, ids: readonly string[]): Promise<Map<string, StoredSignOff[]>> {
  const rows =
    ids.length === 0
      ? []
      : ((await db
          .selectFrom('opinion_sign_off')
          .selectAll()
          .where('district', '=', district)
          .where('opinion', 'in', [...ids])
          .orderBy('id')
          .execute()) as StoredSignOff[]); // reason: the table checks the kind
  return Map.groupBy(rows, ({ opinion }) => opinion);
}
