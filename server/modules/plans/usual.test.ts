import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { citiesFolder } from '../programme/module.ts';
import { readCity } from '../programme/read-city.ts';
import { checkPlan, type PlanGround } from './check-plan.ts';
import { serviceOptions } from './service-levels.ts';
import { usualPlan } from './usual.ts';

const { programme } = await readCity(path.join(citiesFolder, 'tongzhou'));
const measureOf = (no: number) => {
  const measure = programme.measures.find((one) => one.no === no);
  if (!measure) throw new Error(`task ${no} is in the programme`);
  return measure;
};
const groundOf = (no: number, today: string): PlanGround => {
  const measure = measureOf(no);
  return {
    programme,
    measure,
    units: [...measure.lead, ...measure.cooperating].map((code) => ({ code, name: code, isLead: measure.lead.includes(code) })),
    serviceKeys: serviceOptions(no).map(({ key }) => key),
    inForce: [],
    today,
  };
};

describe('the usual milestones of the gig market’s three-year plan', () => {
  test('are a plan that could be handed in on the programme’s first day', () => {
    const ground = groundOf(14, programme.startsOn);
    const usual = usualPlan(ground);
    expect(usual && checkPlan(usual, ground)).toEqual([]);
    expect(usual?.milestones.length).toBeGreaterThan(8);
    expect(usual?.milestones.find(({ proof, dueOn }) => proof === 'figure' && dueOn === '2027-12-31')?.value).toBe(1_000_000);
    expect(usual?.serviceLevels.map(({ key }) => key)).toEqual(serviceOptions(14).map(({ key }) => key));
  });

  test('leave dates that have passed to be chosen, and name only units that have a part in the task', () => {
    const late = usualPlan(groundOf(14, '2026-11-26'));
    expect(late?.milestones.filter(({ dueOn }) => dueOn === '').length).toBeGreaterThan(0);
    expect(late?.milestones.every(({ dueOn }) => dueOn === '' || dueOn >= '2026-11-26')).toBe(true);
    const alone = usualPlan({
      ...groundOf(14, programme.startsOn),
      units: [{ code: 'human-resources', name: '', isLead: true }],
    });
    expect(new Set(alone?.milestones.map(({ unit }) => unit))).toEqual(new Set(['human-resources']));
  });

  test('are offered to no other task', () => {
    expect(usualPlan(groundOf(13, programme.startsOn))).toBeUndefined();
  });
});
