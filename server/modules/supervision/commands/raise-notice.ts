import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { getMeasure, unitsOfMeasure } from '../../plans/module.ts';
import { issueNotices } from '../issue.ts';
import { mayInstruct } from '../may.ts';
import { rulesOn } from '../store.ts';

/** 督办 by hand: a leader's instruction about a measure, to one of its units. From there it goes the way of every notice. */
export const raiseNotice = command({
  name: 'supervision.raise-notice',
  route: 'POST /api/notices',
  input: Type.Object(
    {
      measure: Type.Integer({ minimum: 1, maximum: 1000 }),
      unit: Type.String({ maxLength: 80 }),
      step: Type.Union([Type.Literal('urge'), Type.Literal('notice'), Type.Literal('talk')]),
      instruction: Text(4, 2000),
      instructedBy: Text(1, 60),
      termWorkingDays: Type.Integer({ minimum: 1, maximum: 60 }),
    },
    { additionalProperties: false },
  ),
  may: mayInstruct,
  run: async ({ measure: no, unit, step, instruction, instructedBy, termWorkingDays }, work): Promise<{ notice: string }> => {
    const { programme, measure } = await getMeasure(work, no);
    const units = await unitsOfMeasure(work.transaction, programme, measure);
    if (!units.some(({ code }) => code === unit)) throw new Problem('invalid', 'notice-unit-other', { unit });
    const issue = { cause: '', rule: 'hand', step, subject: `measure:${no}`, measure: no, unit, parent: null, params: {} };
    const [notice] = await issueNotices(work, [issue], await rulesOn(work.transaction, work.today), {
      instruction: instruction.trim(),
      instructedBy: instructedBy.trim(),
      termDays: termWorkingDays,
    });
    if (!notice) throw new Error('a notice by hand has a cause of its own and is always new');
    return { notice };
  },
  audit: ({ measure, unit, step }, { notice }) => ({ measure, unit, step, notice }),
});
