import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Programme } from '../programme/contract.ts';
import { citiesFolder, readCity } from '../programme/module.ts';
import { checkPlan } from './check-plan.ts';
import type { PlanContent } from './contract.ts';

let programme: Programme;
beforeAll(async () => {
  ({ programme } = await readCity(path.join(citiesFolder, 'tongzhou')));
});

function codes(no: number, plan: Partial<PlanContent>): string[] {
  const measure = programme.measures.find((one) => one.no === no);
  if (!measure) throw new Error(`no measure ${no}`);
  const units = [{ code: 'human-resources', name: '人社', isLead: true }];
  const ground = { programme, measure, units, serviceKeys: ['doctor-signed'], inForce: [], today: '2026-03-02' };
  return checkPlan({ milestones: [], paths: [], serviceLevels: [], ...plan }, ground).map(({ at, code }) => `${at} ${code}`);
}

const step = { title: '节点', dueOn: '2026-05-29', unit: 'human-resources', deliverable: '材料', proof: 'note' } as const;
const path6 = (...points: { month: string; value: number }[]) => ({ paths: [{ figure: '6a', points }] });

describe('what keeps a plan from being handed in', () => {
  it('a plan with nothing to add is complete where figures carry the measure', () => {
    expect(codes(6, {})).toEqual([]);
  });

  it.each([
    [
      'a date before the programme or after it',
      { milestones: [{ ...step, dueOn: '2028-01-01' }] },
      '/milestones/0/dueOn plan-due-outside',
    ],
    ['a date that has passed', { milestones: [{ ...step, dueOn: '2026-03-01' }] }, '/milestones/0/dueOn plan-due-past'],
    ['no real date', { milestones: [{ ...step, dueOn: '2026-02-30' }] }, '/milestones/0/dueOn plan-due-needed'],
    ['the same name twice', { milestones: [step, step] }, '/milestones/1/title plan-title-twice'],
    [
      'a figure of another measure',
      { milestones: [{ ...step, proof: 'figure', figure: '1', value: 3 } as const] },
      '/milestones/0/figure plan-figure-needed',
    ],
    [
      'a figure without a value',
      { milestones: [{ ...step, proof: 'figure', figure: '6a' } as const] },
      '/milestones/0/value plan-value-needed',
    ],
    [
      'a path that falls',
      path6({ month: '2026-03', value: 500 }, { month: '2026-04', value: 400 }),
      '/paths/0/points/1/value plan-path-falls',
    ],
    ['a path above the promise', path6({ month: '2026-03', value: 10_001 }), '/paths/0/points/0/value plan-path-above'],
    [
      'months out of order',
      path6({ month: '2026-04', value: 5 }, { month: '2026-03', value: 6 }),
      '/paths/0/points/1/month plan-path-order',
    ],
    ['a month outside the programme', path6({ month: '2028-02', value: 5 }), '/paths/0/points/0/month plan-month-outside'],
    ['a path of a figure that is not the measure’s', { paths: [{ figure: '1', points: [] }] }, '/paths/0 plan-path-none'],
    [
      'a level of service that no record shows',
      { serviceLevels: [{ key: 'smiles', value: 3 }] },
      '/serviceLevels/0 plan-service-unknown',
    ],
  ] satisfies [string, Partial<PlanContent>, string][])('%s', (_what, plan, finding) => {
    expect(codes(6, plan)).toEqual([finding]);
  });

  it('a promise that each month begins anew, or holds at all times, has no path to plan', () => {
    expect(codes(2, { paths: [{ figure: '2b', points: [] }] })).toEqual(['/paths/0 plan-path-none']);
    expect(codes(7, { paths: [{ figure: '7a', points: [] }] })).toEqual(['/paths/0 plan-path-none']);
  });

  it('a yearly path may begin anew in January', () => {
    const points = [
      { month: '2026-12', value: 40_000 },
      { month: '2027-01', value: 2000 },
    ];
    expect(codes(1, { paths: [{ figure: '1', points }] })).toEqual([]);
  });
});
