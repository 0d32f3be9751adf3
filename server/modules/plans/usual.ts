import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';
import { addMonths, firstDayOfMonth, lastDayOfMonth } from '../../kernel/term/day.ts';
import { recordTypes } from '../records/module.ts';
import type { PlanGround } from './check-plan.ts';
import { type PlanContent, Proof, ServiceLevel } from './contract.ts';

const strict = { additionalProperties: false };
const UsualPlan = Type.Object(
  {
    /** The record type whose task it is for: tasks have other numbers in other cities. */
    record: Type.String(),
    milestones: Type.Array(
      Type.Object(
        {
          title: Type.String({ minLength: 2, maxLength: 80 }),
          month: Type.Integer({ minimum: 1, maximum: 60 }),
          unit: Type.String(),
          deliverable: Type.String({ minLength: 2, maxLength: 200 }),
          proof: Proof,
          share: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1 })),
        },
        strict,
      ),
      { minItems: 1 },
    ),
    serviceLevels: Type.Array(ServiceLevel),
  },
  strict,
);
type UsualPlan = Static<typeof UsualPlan>;
const File = Type.Object({ plans: Type.Array(UsualPlan) }, strict);

let known: readonly UsualPlan[] | undefined;

function usualPlans(): readonly UsualPlan[] {
  if (known) return known;
  const file: unknown = parse(
    readFileSync(new URL('../../../programme/gig-market/three-year-plan.yaml', import.meta.url), 'utf8'),
  );
  if (!Value.Check(File, file)) {
    const [first] = Value.Errors(File, file);
    throw new TypeError(`three-year-plan.yaml ${first?.instancePath ?? ''}: ${first?.message ?? 'is not well formed'}`);
  }
  known = file.plans;
  return known;
}

/** The usual milestones of a task's plan, for its form to start from; undefined where none are kept for it. */
export function usualPlan({ programme, measure, units, serviceKeys, today }: PlanGround): PlanContent | undefined {
  const record = recordTypes.find(
    (type) => type.measure === measure.no && usualPlans().some((plan) => plan.record === type.name),
  );
  const usual = usualPlans().find((plan) => plan.record === record?.name);
  const lead = units.find(({ isLead }) => isLead)?.code;
  if (!usual || lead === undefined) return undefined;
  const [figure] = measure.figures;
  return {
    milestones: usual.milestones.flatMap(({ month, unit, share, proof, ...texts }): PlanContent['milestones'] => {
      const due = lastDayOfMonth(addMonths(firstDayOfMonth(programme.startsOn), month - 1));
      const dueOn = due < today || due > programme.validUntil ? '' : due;
      const own = { ...texts, dueOn, unit: units.some(({ code }) => code === unit) ? unit : lead };
      if (proof !== 'figure') return [{ ...own, proof }];
      return figure && share !== undefined ? [{ ...own, proof, figure: figure.code, value: figure.target.value * share }] : [];
    }),
    paths: [],
    serviceLevels: usual.serviceLevels.filter(({ key }) => serviceKeys.includes(key)),
  };
}
