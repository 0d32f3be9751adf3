import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { nameFrom, unitNames } from '../../programme/module.ts';
import { byOf } from '../by.ts';
import { mayAnswer } from '../may.ts';
import { steps } from '../rules.ts';
import { scopeOfAnswer } from '../scope.ts';
import { holdConsultation, noteAnswer, unitsOf } from '../store.ts';
import { tellOfConsultation } from '../telling.ts';
import { Id, UnitCode } from './shapes.ts';

/** 无意见: an answer like any other, in one step. Said twice it is said once. */
export const answerNoComment = command({
  name: 'consultation.answer-no-comment',
  route: 'POST /api/consultations/:consultation/no-comment',
  input: Type.Object({ consultation: Id, unit: UnitCode }, { additionalProperties: false }),
  may: mayAnswer,
  scope: scopeOfAnswer,
  run: async ({ consultation: id, unit }, work): Promise<{ isLate: boolean }> => {
    const { transaction, today, actor, now } = work;
    const held = await holdConsultation(transaction, id);
    if (!steps[held.state].includes('answer')) throw new Problem('conflict', 'consultation-not-open');
    const before = (await unitsOf(transaction, [id])).find((one) => one.unit === unit);
    if (before?.answer === 'opinions') throw new Problem('conflict', 'consultation-has-opinions');
    const isLate = held.due_on !== null && today > held.due_on;
    if (before?.answer === 'no-comment') return { isLate: before.is_late === true };
    await noteAnswer(transaction, id, unit, 'no-comment', { name: byOf(actor, now).name, at: now, isLate });
    await tellOfConsultation(work, id, {
      code: 'consultation-no-comment',
      params: { title: held.title, unit: nameFrom(await unitNames(transaction))(unit) },
    });
    return { isLate };
  },
  audit: ({ consultation, unit }, { isLate }) => ({ consultation, unit, isLate }),
});
