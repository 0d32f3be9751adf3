import type { Said } from '../../../kernel/i18n/said.ts';
import type { EvidenceItem } from '../../evidence/contract.ts';
import type { CloseOutItem, CloseOutStep } from '../contract.ts';
import { shown } from '../judge.ts';
import { waiverOf } from '../marks.ts';
import type { Item, Step } from '../store.ts';

export type Known = {
  readonly units: ReadonlyMap<string, Said>;
  readonly evidence: ReadonlyMap<string, readonly EvidenceItem[]>;
};

/** An item with its steps, oldest first; one that nobody has begun has none. */
export function itemOf(
  measure: number,
  period: string,
  item: Item | undefined,
  steps: readonly Step[],
  known: Known,
): CloseOutItem {
  if (!item) return { measure, period, state: 'open', grade: null, step: null, steps: [], waiver: null };
  const { state, grade, step } = item;
  return { measure, period, state, grade, step, steps: steps.map((one) => stepOf(one, known)), waiver: waiverOf(item, steps) };
}

const stepOf = (step: Step, { units, evidence }: Known): CloseOutStep => ({
  id: step.id,
  event: step.event,
  at: step.at.toISOString(),
  byName: step.byName,
  unitName: step.unit === '' ? null : (units.get(step.unit) ?? { zh: step.unit, en: step.unit }),
  reason: step.reason,
  evaluation: step.evaluation && shown(step.evaluation),
  factHash: step.factHash,
  evidence: evidence.get(`close-out:${step.id}`) ?? [],
});
