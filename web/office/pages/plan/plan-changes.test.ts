import { expect, it } from 'vitest';
import { changedPaths, changesOf } from './plan-changes.ts';

const inForce = [
  {
    id: 'a',
    title: '摸底',
    dueOn: '2026-03-31',
    unit: 'hr',
    deliverable: '清单',
    proof: 'note',
    figure: null,
    value: null,
    state: 'open',
  },
  {
    id: 'b',
    title: '签约',
    dueOn: '2026-06-30',
    unit: 'hr',
    deliverable: '合同',
    proof: 'document',
    figure: null,
    value: null,
    state: 'open',
  },
  {
    id: 'c',
    title: '启动',
    dueOn: '2026-01-31',
    unit: 'hr',
    deliverable: '会议',
    proof: 'note',
    figure: null,
    value: null,
    state: 'done',
  },
  {
    id: 'd',
    title: '半程',
    dueOn: '2026-07-31',
    unit: 'hr',
    deliverable: '5000',
    proof: 'figure',
    figure: '6a',
    value: 5000,
    state: 'open',
  },
] as const;

it('tells what is new, moved, reworded, dropped and the same; what is done is never dropped', () => {
  const changes = changesOf(
    {
      milestones: [
        { id: 'a', title: '摸底', dueOn: '2026-04-30', unit: 'hr', deliverable: '清单', proof: 'note' },
        {
          id: 'd',
          title: '半程',
          dueOn: '2026-07-31',
          unit: 'hr',
          deliverable: '5000',
          proof: 'figure',
          figure: '6a',
          value: 6000,
        },
        { title: '验收', dueOn: '2026-12-31', unit: 'hr', deliverable: '报告', proof: 'note' },
      ],
      paths: [],
      serviceLevels: [],
    },
    inForce,
  );
  expect(changes.map(({ kind, milestone }) => `${kind} ${milestone.title}`)).toEqual([
    'moved 摸底',
    'reworded 半程',
    'added 验收',
    'dropped 签约',
  ]);
  expect(changes[0]).toMatchObject({ from: '2026-03-31', isReworded: false });
});

it('a figure whose way is drawn anew, or straight again, counts as changed', () => {
  const plan = (paths: { figure: string; points: { month: string; value: number }[] }[]) => ({
    milestones: [],
    serviceLevels: [],
    paths,
  });
  const drawn = { figure: '6a', points: [{ month: '2026-06', value: 10 }] };
  expect([...changedPaths(plan([drawn]), undefined)]).toEqual(['6a']);
  expect([...changedPaths(plan([]), plan([drawn]))]).toEqual(['6a']);
  expect([...changedPaths(plan([drawn]), plan([drawn]))]).toEqual([]);
});
