import { Type } from 'typebox';
import { allowAnyone } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Duty } from '../../../kernel/module.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findProgramme } from '../../programme/module.ts';
import type { UnitDuties, UnitList, UnitPart } from '../contract.ts';
import { mayReadPlans } from '../may.ts';
import { listMilestones } from '../milestone-store.ts';
import { listCurrent } from '../store.ts';
import { partsOfUnits } from '../units.ts';
import { lit } from './plan.ts';

declare module '../../../kernel/command/services.ts' {
  interface Services {
    /** What every module contributes to a unit's page; collected by the composition root. */
    readonly duties: readonly ((reading: Reading, unit: string) => Promise<readonly Duty[]>)[];
  }
}

/** Every unit that has a part in the programme, with the measures it leads and helps with. */
export const unitListQuery = query({
  name: 'plans.list-units',
  route: 'GET /api/units',
  input: Type.Object({}, { additionalProperties: false }),
  // As open as the ledger, which names the same units: who grants roles must know of which.
  may: allowAnyone,
  run: async (_input, { transaction }): Promise<UnitList> => {
    const found = await findProgramme(transaction);
    return { units: found ? await partsOfUnits(transaction, found.programme) : [] };
  },
});

/** All of one unit's duties: measures with the standing of their plans, its milestones, and what every other module knows of. */
export const unitQuery = query({
  name: 'plans.get-unit',
  route: 'GET /api/units/:unit',
  input: Type.Object({ unit: Type.String({ maxLength: 80 }) }, { additionalProperties: false }),
  may: mayReadPlans,
  run: async ({ unit: code }, reading): Promise<UnitDuties> => {
    const { transaction } = reading;
    const found = await findProgramme(transaction);
    if (!found) throw new Problem('not-found', 'no-programme');
    const part = (await partsOfUnits(transaction, found.programme)).find((unit) => unit.code === code);
    if (!part) throw new Problem('not-found', 'not-found');
    const plans = await listCurrent(transaction);
    const planOf = (no: number): UnitDuties['measures'][number]['plan'] => {
      const own = plans.filter(({ measure }) => measure === no);
      const state = own.find((plan) => plan.state !== 'accepted')?.state;
      if (state === 'submitted' || state === 'returned') return state;
      if (own.some((plan) => plan.state === 'accepted')) return 'in-force';
      return state === 'drafting' ? 'drafting' : 'none';
    };
    const milestones = (await listMilestones(transaction)).filter(({ unit }) => unit === code);
    const duties: Duty[] = [];
    // One after another: they share one connection.
    for (const contributed of reading.services.duties) duties.push(...(await contributed(reading, code)));
    return {
      ...part,
      measures: found.programme.measures
        .filter(({ no }) => involves(part, no))
        .map(({ no, title }) => ({ no, title, isLead: part.leads.includes(no), plan: planOf(no) })),
      milestones: await lit(milestones, reading, new Map([[code, part.name.zh]])),
      duties,
    };
  },
});

const involves = ({ leads, cooperates }: UnitPart, no: number): boolean => leads.includes(no) || cooperates.includes(no);
