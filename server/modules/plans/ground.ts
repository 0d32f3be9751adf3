import type { Work } from '../../kernel/command/command.ts';
import type { PlanGround } from './check-plan.ts';
import { getMeasure } from './may.ts';
import { listMilestones } from './milestone-store.ts';
import { serviceOptions } from './service-levels.ts';
import { unitsOfMeasure } from './units.ts';

/** What a plan of a measure is checked against. */
export async function planGround(work: Pick<Work, 'transaction' | 'today'>, no: number): Promise<PlanGround> {
  const { programme, measure } = await getMeasure(work, no);
  return {
    programme,
    measure,
    units: await unitsOfMeasure(work.transaction, programme, measure),
    serviceKeys: serviceOptions(no).map(({ key }) => key),
    inForce: await listMilestones(work.transaction, no),
    today: work.today,
  };
}
