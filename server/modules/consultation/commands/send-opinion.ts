import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { nameFrom, unitNames } from '../../programme/module.ts';
import { byOf } from '../by.ts';
import { RequestKind } from '../check/shapes.ts';
import { mayAnswer } from '../may.ts';
import { scopeOfAnswer } from '../scope.ts';
import { getVersion, holdConsultation, noteAnswer } from '../store.ts';
import { type Taken, takeOpinion } from '../take-opinion.ts';
import { tellOfOpinion } from '../telling.ts';
import { Id, Reason, Span, UnitCode, Version, Words } from './shapes.ts';

/** A unit's opinion on words of the text, or on the paper as a whole. Late ones are taken, and marked. */
export const sendOpinion = command({
  name: 'consultation.send-opinion',
  route: 'POST /api/consultations/:consultation/opinions',
  input: Type.Object(
    {
      consultation: Id,
      unit: UnitCode,
      version: Version,
      span: Type.Optional(Span),
      kind: RequestKind,
      oldWords: Type.Optional(Words),
      everywhere: Type.Optional(Type.Boolean()),
      newWords: Type.Optional(Words),
      why: Reason,
    },
    { additionalProperties: false },
  ),
  may: mayAnswer,
  scope: scopeOfAnswer,
  run: async ({ consultation: id, unit, ...given }, work): Promise<Taken> => {
    const { transaction, actor, now, newId } = work;
    const held = await holdConsultation(transaction, id);
    const { key, name } = byOf(actor, now);
    const sender = { unit, key, name, receipt: null, contact: () => null };
    const taken = await takeOpinion(work, held, given, sender, newId());
    if (!taken.isNew) return taken;
    await noteAnswer(transaction, id, unit, 'opinions', { name, at: now, isLate: taken.isLate });
    const { outline } = await getVersion(transaction, id, given.version);
    const params = { title: held.title, unit: nameFrom(await unitNames(transaction))(unit), number: taken.number };
    await tellOfOpinion(work, id, { code: 'consultation-opinion', params }, { outline, measure: taken.measure });
    return taken;
  },
  audit: ({ consultation, unit, kind }, { opinion, isLate, isNew }) => ({ consultation, unit, kind, opinion, isLate, isNew }),
});
