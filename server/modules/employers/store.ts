import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';
import type { EmployerState } from './contract.ts';

/** An employer (用工单位): a company, or whoever else the city knows by a credit code. */
export type Employer = {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly state: EmployerState;
  /** Why it was refused. */
  readonly reason: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly registeredAt: Date;
};

const columns = [
  'id',
  'name',
  'credit_code as creditCode',
  'state',
  'reason',
  'decided_by_name as decidedByName',
  'decided_at as decidedAt',
  'registered_at as registeredAt',
] as const;

type Row = Omit<Employer, 'state'> & { readonly state: string };
export const asEmployer = (row: Row): Employer => ({ ...row, state: row.state as EmployerState }); // reason: the column takes no other

export const employersIn = ({ db, district }: Transaction) =>
  db.selectFrom('employer').select(columns).where('district', '=', district);

export async function listEmployers(transaction: Transaction, ids: readonly string[]): Promise<Employer[]> {
  if (ids.length === 0) return [];
  return (await employersIn(transaction).where('id', 'in', ids).orderBy('id').execute()).map(asEmployer);
}

/** @throws Problem not-found */
export async function getEmployer(transaction: Transaction, id: string): Promise<Employer> {
  const [found] = await listEmployers(transaction, [id]);
  if (!found) throw new Problem('not-found', 'not-found');
  return found;
}

/** Until commit nobody else decides about it. */
export async function lockEmployer(transaction: Transaction, id: string): Promise<Employer> {
  const found = await employersIn(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!found) throw new Problem('not-found', 'not-found');
  return asEmployer(found);
}

/**
 * The employer, which an officer has verified.
 * @throws Problem not-found; conflict `employer-not-verified`
 */
export async function requireVerified(transaction: Transaction, id: string): Promise<Employer> {
  const found = await getEmployer(transaction, id);
  if (found.state !== 'verified') throw new Problem('conflict', 'employer-not-verified', { employer: found.name });
  return found;
}

export type Member = {
  readonly id: string;
  readonly employer: string;
  readonly resident: string;
  readonly as: 'manager' | 'foreman';
  readonly since: Date;
};

/** Who acts for these employers now: managers first, each in the order in which they came. */
export async function listMembers({ db, district }: Transaction, employers: readonly string[]): Promise<Member[]> {
  if (employers.length === 0) return [];
  const rows = await db
    .selectFrom('employer_member')
    .select(['id', 'employer', 'resident', 'acts_as', 'since'])
    .where('district', '=', district)
    .where('employer', 'in', employers)
    .where('ended_at', 'is', null)
    .orderBy('acts_as', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ acts_as, ...row }) => ({ ...row, as: acts_as === 'manager' ? 'manager' : 'foreman' }));
}

/** The residents who speak for an employer in everything. */
export const managersOf = async (transaction: Transaction, employer: string): Promise<string[]> =>
  (await listMembers(transaction, [employer])).filter(({ as }) => as === 'manager').map(({ resident }) => resident);

export type Request = { readonly id: string; readonly employer: string; readonly resident: string; readonly asked_at: Date };

/** Requests that wait to be decided: those to these employers, or all of one resident. */
export async function listRequests(
  { db, district }: Transaction,
  of: { readonly employers: readonly string[] } | { readonly resident: string },
): Promise<Request[]> {
  if ('employers' in of && of.employers.length === 0) return [];
  let found = db
    .selectFrom('employer_request')
    .select(['id', 'employer', 'resident', 'asked_at'])
    .where('district', '=', district)
    .where('decision', 'is', null);
  found = 'resident' in of ? found.where('resident', '=', of.resident) : found.where('employer', 'in', of.employers);
  return await found.orderBy('id').execute();
}
