import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import { ledgerQuery } from '../figures/module.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { recordKinds, reverseRecord, sendRecord } from '../records/module.ts';
import { decidePlan } from './commands/decide-plan.ts';
import { decideMilestone, reportMilestone } from './commands/milestones.ts';
import { recallPlan, savePlan, submitPlan } from './commands/write-plan.ts';
import type { PlanContent, PlannedMilestone } from './contract.ts';
import { planLights } from './lights.ts';
import { followMilestones } from './module.ts';
import { planQuery } from './queries/plan.ts';
import { planTasks } from './tasks.ts';

const clock = clockAt(new Date('2026-03-02T02:00:00Z'));
const office = staff({ role: 'programme-office' });
const liaison = (unit: string) => staff({ role: 'liaison', unit });
const lead = liaison('human-resources');

let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel(recordKinds, { clock, services: { lightParts: [planLights] } });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
}, 120_000);
afterAll(() => test.close());

const call = (actor = lead) => ({ district: test.district, actor });
const read = (measure: number, actor = lead) => ask(test.kernel, planQuery, { measure }, call(actor));
const step = (more: Partial<PlannedMilestone> = {}): PlannedMilestone => ({
  title: '发布急需紧缺工种目录',
  dueOn: '2026-05-29',
  unit: 'human-resources',
  deliverable: '目录文本',
  proof: 'note',
  ...more,
});
const content = (more: Partial<PlanContent> = {}): PlanContent => ({ milestones: [], paths: [], serviceLevels: [], ...more });
const save = (measure: number, revision: number, plan: PlanContent, actor = lead) =>
  execute(test.kernel, savePlan, { measure, revision, content: plan }, call(actor));

/** A plan from first save to acceptance; answers what is in force. */
async function accepted(measure: number, plan: PlanContent, actor = lead) {
  const { revision } = await save(measure, (await read(measure, actor)).inWork?.revision ?? 0, plan, actor);
  await execute(test.kernel, submitPlan, { measure, revision }, call(actor));
  await execute(test.kernel, decidePlan, { measure, revision, accept: true }, call(office));
  return read(measure, actor);
}

describe('an implementation plan', () => {
  it('may be saved unfinished, is told its gaps, and cannot be handed in with them', async () => {
    const gaps = content({ milestones: [step({ title: '', dueOn: '', unit: 'finance', deliverable: '' })] });
    const { revision, findings } = await save(6, 0, gaps);
    expect(findings.map(({ at, code }) => [at, code])).toEqual([
      ['/milestones/0/title', 'plan-title-needed'],
      ['/milestones/0/dueOn', 'plan-due-needed'],
      ['/milestones/0/unit', 'plan-unit-other'],
      ['/milestones/0/deliverable', 'plan-deliverable-needed'],
    ]);
    await expect(execute(test.kernel, submitPlan, { measure: 6, revision }, call())).rejects.toMatchObject({
      kind: 'conflict',
      code: 'plan-unfinished',
      details: findings.map(({ at, code }) => ({ at, code })),
    });
  });

  it('is the lead unit’s: a cooperating unit does not find it to write', async () => {
    await expect(save(6, 1, content(), liaison('commerce'))).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is never overwritten by a colleague who read an older one', async () => {
    const revision = (await read(6)).inWork?.revision ?? 0;
    await save(6, revision, content({ milestones: [step()] }));
    await expect(save(6, revision, content())).rejects.toMatchObject({ code: 'plan-changed' });
    expect((await read(6)).inWork?.content.milestones).toHaveLength(1);
  });

  it('of two that begin it at once, one begins it and the other is told', async () => {
    const both = await Promise.allSettled([save(1, 0, content()), save(1, 0, content())]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'plan-changed' } });
  });

  it('is not seen by others until it is handed in; then it is changed only after it was taken back', async () => {
    expect((await read(6, office)).inWork).toBeNull();
    const revision = (await read(6)).inWork?.revision ?? 0;
    await execute(test.kernel, submitPlan, { measure: 6, revision }, call());
    expect((await read(6, office)).inWork?.state).toBe('submitted');
    await expect(save(6, revision, content())).rejects.toMatchObject({ code: 'plan-submitted' });
    await execute(test.kernel, recallPlan, { measure: 6 }, call());
    await expect(execute(test.kernel, decidePlan, { measure: 6, revision, accept: true }, call(office))).rejects.toMatchObject({
      code: 'plan-not-submitted',
    });
  });

  it('is returned only with a reason, which the unit then reads among what it must do', async () => {
    const revision = (await read(6)).inWork?.revision ?? 0;
    await execute(test.kernel, submitPlan, { measure: 6, revision }, call());
    const decide = (reason?: string) =>
      execute(test.kernel, decidePlan, { measure: 6, revision, accept: false, ...(reason ? { reason } : {}) }, call(office));
    await expect(decide()).rejects.toMatchObject({ code: 'reason-needed' });
    await decide('请补上竞赛的节点');
    expect(await tasks(lead)).toContainEqual(
      expect.objectContaining({ code: 'plan-returned', params: expect.objectContaining({ no: 6, reason: '请补上竞赛的节点' }) }),
    );
  });

  it('brings its milestones and paths into force when it is accepted; the next one moves, adds and drops by id', async () => {
    const first = await accepted(
      6,
      content({
        milestones: [step(), step({ title: '办技能大赛', dueOn: '2026-09-30', unit: 'commerce' })],
        paths: [{ figure: '6a', points: [{ month: '2026-06', value: 4000 }] }],
      }),
    );
    expect(first.milestones.map(({ title, state, dueOn }) => [title, state, dueOn])).toEqual([
      ['发布急需紧缺工种目录', 'open', '2026-05-29'],
      ['办技能大赛', 'open', '2026-09-30'],
    ]);
    const onPath = async () => {
      const ledger = await ask(test.kernel, ledgerQuery, {}, call(office));
      return ledger.measures.flatMap(({ figures }) => figures).find(({ code }) => code === '6a')?.path ?? 0;
    };
    const withPlan = await onPath();
    clock.moveTo(new Date('2026-03-03T02:00:00Z'));
    const [catalogue] = first.milestones;
    const kept = { ...step(), id: catalogue?.id ?? '', dueOn: '2026-06-30' };
    const second = await accepted(6, content({ milestones: [kept, step({ title: '承办市级竞赛', dueOn: '2026-10-30' })] }));
    expect(second.milestones.map(({ title, dueOn, firstDueOn }) => [title, dueOn, firstDueOn])).toEqual([
      ['发布急需紧缺工种目录', '2026-06-30', '2026-05-29'],
      ['承办市级竞赛', '2026-10-30', '2026-10-30'],
    ]);
    expect(await onPath(), 'without a planned path the straight line holds again').not.toBeCloseTo(withPlan, 6);
  });
});

describe('a milestone', () => {
  it('is reported by its own unit alone, and done as of the day of the report once the office says yes', async () => {
    const plan = await accepted(8, content({ milestones: [step({ unit: 'planning-resources' })] }), liaison('housing'));
    const milestone = plan.milestones[0]?.id ?? '';
    const report = (actor: ReturnType<typeof liaison>) =>
      execute(test.kernel, reportMilestone, { milestone, report: '已办结并存档' }, call(actor));
    await expect(report(liaison('housing'))).rejects.toMatchObject({ kind: 'not-found' });
    await report(liaison('planning-resources'));
    await expect(report(liaison('planning-resources'))).rejects.toMatchObject({ code: 'milestone-reported' });
    clock.moveTo(new Date('2026-03-05T02:00:00Z'));
    const decide = (accept: boolean, reason?: string) =>
      execute(test.kernel, decideMilestone, { milestone, accept, ...(reason ? { reason } : {}) }, call(office));
    await decide(false, '缺少验收单');
    expect((await read(8, office)).milestones[0]).toMatchObject({ state: 'open', light: 'on-path' });
    await report(liaison('planning-resources'));
    clock.moveTo(new Date('2026-03-09T02:00:00Z'));
    await decide(true);
    expect((await read(8, office)).milestones[0]).toMatchObject({ state: 'done', doneOn: '2026-03-05', light: 'ahead' });
    await expect(report(liaison('planning-resources'))).rejects.toMatchObject({ code: 'milestone-done' });
  });

  it('that a figure proves is done by itself when the records reach it, and open again when they fall short', async () => {
    const plan = await accepted(
      13,
      content({ milestones: [step({ unit: 'culture-tourism', proof: 'figure', figure: '13', value: 2 })] }),
      liaison('culture-tourism'),
    );
    const milestone = plan.milestones[0]?.id ?? '';
    await expect(
      execute(test.kernel, reportMilestone, { milestone, report: '已经达到' }, call(liaison('culture-tourism'))),
    ).rejects.toMatchObject({ code: 'milestone-by-figure' });
    const family = async (phone: string) => {
      const row = { name: '测试', phone, service: 'outing', servedOn: '2026-03-06', area: '110112109201' };
      return execute(test.kernel, sendRecord, { type: 'family', row }, call(office));
    };
    const one = await family('13800000001');
    await followMilestones(test.kernel, test.district);
    expect((await read(13, office)).milestones[0]?.state).toBe('open');
    await family('13800000002');
    await foldFacts(test.kernel.database, test.district);
    await followMilestones(test.kernel, test.district);
    expect((await read(13, office)).milestones[0]).toMatchObject({ state: 'done', doneOn: '2026-03-09' });
    await execute(test.kernel, reverseRecord, { record: one.id, why: '录入有误' }, call(office));
    await followMilestones(test.kernel, test.district);
    expect((await read(13, office)).milestones[0]?.state).toBe('open');
  });
});

describe('a measure without figures', () => {
  const education = liaison('education');

  it('is silent until it has a plan, then tracked by milestones and service levels', async () => {
    const lightOf9 = async () =>
      (await ask(test.kernel, ledgerQuery, {}, call(office))).measures.find(({ no }) => no === 9)?.light;
    expect(await lightOf9()).toBe('silent');
    expect((await save(9, 0, content(), education)).findings.map(({ code }) => code)).toEqual(['plan-needs-milestone']);
    await accepted(
      9,
      content({
        milestones: [step({ unit: 'education', dueOn: '2026-08-31' })],
        serviceLevels: [{ key: 'school-days', value: 20 }],
      }),
      education,
    );
    expect(await lightOf9()).toBe('silent'); // no decision on record for too long: nobody can tell
    const decided = async (application: string, decidedOn: string) =>
      execute(
        test.kernel,
        sendRecord,
        {
          type: 'school-place',
          row: {
            application,
            stage: 'primary',
            acceptedOn: '2026-02-02',
            dueOn: '2026-03-02',
            decidedOn,
            decision: 'placed',
            area: '110112109201',
          },
        },
        call(office),
      );
    await decided('A-1', '2026-02-12');
    expect((await read(9, office)).serviceLevels[0]).toMatchObject({ value: 10, target: 20, light: 'on-path' });
    expect(await lightOf9()).toBe('on-path');
    await decided('A-2', '2026-03-09');
    expect((await read(9, office)).serviceLevels[0]).toMatchObject({ value: 22.5, light: 'behind' });
    expect(await lightOf9()).toBe('behind');
  });
});

async function tasks(actor: ReturnType<typeof liaison>) {
  const { kernel, district } = test;
  return inDistrict(
    kernel.database,
    district,
    (transaction) =>
      planTasks({
        transaction,
        actor,
        district,
        now: clock.now(),
        today: '2026-03-02',
        kinds: kernel.kinds,
        services: kernel.services,
      }),
    'read',
  );
}
