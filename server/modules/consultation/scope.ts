/** Where a consultation lies for whom: a liaison's, when their unit is among those asked. */
import { type Actor, grantsOf } from '../../kernel/actor/actor.ts';
import type { Scope } from '../../kernel/actor/permission.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';
import { findOpinion, type StoredOpinion } from './opinion-store.ts';
import { findConsultation, unitsOf } from './store.ts';

type Asking = { readonly transaction: Transaction; readonly actor: Actor };

export const ownUnits = (actor: Actor): string[] =>
  grantsOf(actor).flatMap(({ role, unit }) => (role === 'liaison' && unit !== undefined ? [unit] : []));

/** The asker's own unit if it was asked, else another that was: then the kernel finds nothing for a liaison. */
export async function scopeOfConsultation(
  { consultation }: { readonly consultation: string },
  { transaction, actor }: Asking,
): Promise<Scope | undefined> {
  if (!(await findConsultation(transaction, consultation))) return undefined;
  const asked = (await unitsOf(transaction, [consultation])).map(({ unit }) => unit);
  const own = ownUnits(actor).find((unit) => asked.includes(unit));
  return { unit: own ?? asked[0] };
}

/** A unit answers what it was asked, and only that. */
export async function scopeOfAnswer(
  { consultation, unit }: { readonly consultation: string; readonly unit: string },
  { transaction }: Asking,
): Promise<Scope | undefined> {
  const asked = await unitsOf(transaction, [consultation]);
  return asked.some((one) => one.unit === unit) ? { unit } : undefined;
}

export async function scopeOfOpinion(
  { opinion }: { readonly opinion: string },
  { transaction }: Asking,
): Promise<Scope | undefined> {
  const found = await findOpinion(transaction, opinion);
  return found?.unit ? { unit: found.unit } : undefined;
}

export async function getOpinion(transaction: Transaction, id: string): Promise<StoredOpinion> {
  const found = await findOpinion(transaction, id);
  if (!found) throw new Problem('not-found', 'not-found');
  return found;
}
