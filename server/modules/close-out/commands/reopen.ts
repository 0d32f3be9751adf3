import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';
import { brokenOf, sayFinding } from '../judge.ts';
import { seeFigures } from '../see-figures.ts';
import { holdItem, listSteps } from '../store.ts';
import { takeStep } from '../take-step.ts';
import { tellReopened } from '../tell-reopened.ts';
import { matterOf } from './shapes.ts';

/** Leye reopens what no longer holds, and tells the lead unit and the office. Looked at once more here: facts may have come back. */
export const reopenCloseOut = command({
  name: 'close-out.reopen',
  input: matterOf({}),
  may: allowSystem,
  run: async ({ measure, period }, work): Promise<{ readonly reopened: boolean }> => {
    const item = await holdItem(work.transaction, measure, period, work.newId);
    if (item.state !== 'approved') return { reopened: false };
    const approval = (await listSteps(work.transaction, [item.id])).get(item.id)?.find(({ id }) => id === item.closedStep);
    const evaluation = approval?.evaluation;
    if (!evaluation) throw new TypeError('an approval has its evaluation');
    const [seen] = await seeFigures(work, [{ measure, period: evaluation.period, frozen: evaluation }]);
    if (!seen) throw new TypeError('one period is seen once');
    const findings = brokenOf({ seen, evaluation, today: work.today });
    if (findings.length === 0) return { reopened: false };
    const texts = findings.map(sayFinding);
    const short = { zh: texts.map(({ zh }) => zh).join(''), en: texts.map(({ en }) => en).join(' ') };
    await takeStep(work, item, 'reopen', {
      reason: '',
      evaluation: { ...evaluation, on: seen.on, findings, isShort: true, grade: null },
      change: { closed_step: null, grade: null },
      params: { short },
    });
    await tellReopened(work, { measure: seen.measure, period, short });
    return { reopened: true };
  },
  audit: ({ measure, period }, { reopened }) => ({ measure, period, reopened }),
});
