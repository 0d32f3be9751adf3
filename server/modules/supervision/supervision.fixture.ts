import path from 'node:path';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { startOfDay } from '../../kernel/term/day.ts';
import type { PlannedMilestone } from '../plans/contract.ts';
import { plans } from '../plans/module.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { recordKinds } from '../records/module.ts';
import { answerNotice } from './commands/answer-notice.ts';
import { decideAnswer } from './commands/decide-answer.ts';
import { raiseNotice } from './commands/raise-notice.ts';
import { superviseDistrict } from './commands/run-day.ts';
import { setRules } from './commands/set-rules.ts';
import type { AnswerKind, Notice, RuleSet } from './contract.ts';
import { noticeLights } from './lights.ts';
import { presets } from './presets.ts';
import { noticeListQuery, noticeQuery } from './queries/notices.ts';

export const office = staff({ role: 'programme-office' });
export const housing = staff({ role: 'liaison', unit: 'housing' });
export const education = staff({ role: 'liaison', unit: 'education' });

/** Only milestones are told here: figures without a single record would drown them. */
export const onlyDates: RuleSet = {
  ...presets,
  rules: presets.rules.filter(({ trigger }) => trigger.when === 'due-soon' || trigger.when === 'late'),
};

/** Tongzhou from March 2026 on a clock that the test moves; what happens to measure 8 and its unit, told in single steps. */
export async function openSupervision() {
  const clock = clockAt(new Date('2026-03-02T02:00:00Z'));
  const test = await testKernel(recordKinds, { clock, services: { lightParts: [noticeLights] } });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  const call = (actor = office) => ({ district: test.district, actor });
  const goTo = (day: string) => clock.moveTo(new Date(startOfDay(day).getTime() + 8 * 3_600_000));
  const runOn = (day: string) => {
    goTo(day);
    return superviseDistrict(test.kernel, test.district);
  };
  const list = async (filter: Record<string, string | number> = {}) =>
    (await ask(test.kernel, noticeListQuery, filter, call())).rows;
  const read = (notice: string, actor = office): Promise<Notice> => ask(test.kernel, noticeQuery, { notice }, call(actor));
  const about = async (milestone: string) => (await list({ subject: `milestone:${milestone}` })).toReversed();
  const answer = (notice: string, kind: AnswerKind, more: { newDate?: string } = {}, actor = housing) =>
    execute(test.kernel, answerNotice, { notice, kind, text: '已安排专人办理', ...more }, call(actor));
  async function decide(notice: string, accept: boolean, reason?: string) {
    const last = (await read(notice)).answers.at(-1);
    return execute(
      test.kernel,
      decideAnswer,
      { notice, answer: last?.id ?? '', accept, ...(reason ? { reason } : {}) },
      call(office),
    );
  }

  /** A milestone of measure 8 in force, due on a day. */
  async function milestone(title: string, dueOn: string, proof: 'note' | 'document' = 'note'): Promise<string> {
    const commands = new Map((plans.commands ?? []).map((command) => [command.name, command]));
    const run = (name: string, input: object, actor = housing) => {
      const command = commands.get(name);
      if (!command) throw new Error(`no ${name}`);
      return execute(test.kernel, command, input, call(actor));
    };
    const found = await readPlan();
    const kept = found.milestones.map(
      ({ id, title, dueOn, unit, deliverable, proof }): PlannedMilestone => ({ id, title, dueOn, unit, deliverable, proof }),
    );
    const step: PlannedMilestone = { title, dueOn, unit: 'housing', deliverable: '材料', proof };
    const content = { milestones: [...kept, step], paths: [], serviceLevels: [] };
    const { revision } = (await run('plans.save-plan', { measure: 8, revision: 0, content })) as { revision: number }; // reason: what the command answers
    await run('plans.submit-plan', { measure: 8, revision });
    await run('plans.decide-plan', { measure: 8, revision, accept: true }, office);
    return (await readPlan()).milestones.find((one) => one.title === title)?.id ?? '';
  }

  async function readPlan() {
    const query = plans.queries?.find(({ name }) => name === 'plans.get-plan');
    if (!query) throw new Error('no plans.get-plan');
    const plan = await ask(test.kernel, query, { measure: 8 }, call());
    return plan as { milestones: (PlannedMilestone & { id: string; state: string; doneOn: string | null })[] }; // reason: what the query answers
  }

  /** An instruction by hand to the unit of measure 8. */
  const raise = async (step: 'urge' | 'notice' | 'talk', instruction: string, termWorkingDays: number, actor = office) =>
    (
      await execute(
        test.kernel,
        raiseNotice,
        { measure: 8, unit: 'housing', step, instruction, instructedBy: '区领导', termWorkingDays },
        call(actor),
      )
    ).notice;

  await execute(test.kernel, setRules, { from: 0, content: onlyDates, validFrom: '2026-03-02', note: '只管节点' }, call(office));
  return { ...test, clock, call, goTo, runOn, list, read, about, answer, decide, milestone, readPlan, raise };
}
