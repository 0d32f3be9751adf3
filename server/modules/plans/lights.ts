import type { Reading } from '../../kernel/command/query.ts';
import type { LightPart } from '../../kernel/figure/lit.ts';
import { listPauses } from '../../kernel/term/pauses.ts';
import type { Pause } from '../../kernel/term/term.ts';
import { figureContext } from '../figures/module.ts';
import { findProgramme } from '../programme/module.ts';
import type { Milestone } from './contract.ts';
import { milestoneLight } from './milestone-light.ts';
import { listMilestones } from './milestone-store.ts';
import { litServiceLevels, promisedIn } from './service-levels.ts';
import { listCurrent } from './store.ts';

/** The pauses that hold a milestone: its own, its measure's, and the district's. */
export const pausesOf = (
  { id, measure }: Pick<Milestone, 'id' | 'measure'>,
  pauses: ReadonlyMap<string, readonly Pause[]>,
): readonly Pause[] => [
  ...(pauses.get(`milestone:${id}`) ?? []),
  ...(pauses.get(`measure:${measure}`) ?? []),
  ...(pauses.get('district') ?? []),
];

/** Milestones and service levels in force; a measure without figures that has no plan either is silent. */
export async function planLights(reading: Reading, on: string): Promise<LightPart[]> {
  const { transaction, services } = reading;
  const found = await findProgramme(transaction);
  if (!found) return [];
  const inForce = (await listCurrent(transaction)).filter(({ state }) => state === 'accepted');
  const measures = new Map(found.programme.measures.map((measure) => [measure.no, measure]));
  const parts: LightPart[] = [];
  for (const measure of measures.values()) {
    if (measure.figures.length > 0 || inForce.some((plan) => plan.measure === measure.no)) continue;
    parts.push({
      measure: measure.no,
      subject: `plan:${measure.no}`,
      units: measure.lead,
      title: { zh: '实施方案', en: 'Implementation plan' },
      light: 'silent',
      why: { reason: 'no-plan', params: {} },
    });
  }
  if (inForce.length === 0) return parts;
  const pauses = await listPauses(transaction);
  for (const milestone of await listMilestones(transaction)) {
    if (!measures.has(milestone.measure) || milestone.since > on) continue;
    parts.push({
      measure: milestone.measure,
      subject: `milestone:${milestone.id}`,
      units: [milestone.unit],
      title: { zh: milestone.title, en: milestone.title },
      ...milestoneLight(milestone, on, services.calendar, pausesOf(milestone, pauses)),
    });
  }
  const promised = promisedIn(inForce, found.programme);
  if (promised.length === 0) return parts;
  const context = await figureContext(transaction, on, reading.today);
  for (const [no, levels] of await litServiceLevels(reading, context, promised)) {
    for (const { key, title, light, why, unit, decimals, per, comparator } of levels)
      parts.push({
        measure: no,
        subject: `service:${no}-${key}`,
        units: measures.get(no)?.lead ?? [],
        title,
        light,
        why,
        countedIn: { unit, decimals, target: { per, comparator } },
      });
  }
  return parts;
}
