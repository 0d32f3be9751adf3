import { grantsOf } from '../../kernel/actor/actor.ts';
import { allow, type Scope, wholeProgramme } from '../../kernel/actor/permission.ts';
import type { Reading } from '../../kernel/command/query.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Measure, Programme } from '../programme/contract.ts';
import { findProgramme } from '../programme/module.ts';

/** The lead unit drafts, the programme office accepts or returns; everybody who works on the programme may read. */
export const mayDraftPlan = allow({ liaison: 'own-unit' });
export const mayDecidePlan = allow({ 'programme-office': 'district' });
export const mayReadPlans = allow(wholeProgramme);

/** The programme in force and one of its measures. @throws Problem `no-programme`, `no-measure` */
export async function getMeasure(
  { transaction }: Pick<Reading, 'transaction'>,
  no: number,
): Promise<{ programme: Programme; measure: Measure }> {
  const found = await findProgramme(transaction);
  if (!found) throw new Problem('not-found', 'no-programme');
  const measure = found.programme.measures.find((one) => one.no === no);
  if (!measure) throw new Problem('not-found', 'no-measure', { no });
  return { programme: found.programme, measure };
}

/** A measure's place: its lead unit; of several that which asks, if it is among them. */
export async function scopeOfMeasure(
  { measure }: { readonly measure: number },
  reading: Pick<Reading, 'transaction' | 'actor'>,
): Promise<Scope | undefined> {
  const found = await findProgramme(reading.transaction);
  const lead = found?.programme.measures.find(({ no }) => no === measure)?.lead;
  if (!lead) return undefined;
  const own = grantsOf(reading.actor).find(({ unit }) => unit !== undefined && lead.includes(unit));
  return { unit: own?.unit ?? lead[0] };
}
