import { Type } from 'typebox';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { sealContext } from '../../../kernel/seal/seal.ts';
import { RequestKind } from '../check/shapes.ts';
import { mayNotHold } from '../personal.ts';
import { receiptIndex, receiptNumber } from '../receipt.ts';
import { holdConsultation } from '../store.ts';
import { type Taken, takeOpinion } from '../take-opinion.ts';
import { Id, Reason, Span, Version, Words } from './shapes.ts';

/** Somebody of the public speaks. No name is asked for; a way to reach them, if they leave one, is sealed. */
export const sendPublicOpinion = command({
  name: 'consultation.send-public-opinion',
  input: Type.Object(
    {
      consultation: Id,
      version: Version,
      span: Type.Optional(Span),
      kind: RequestKind,
      oldWords: Type.Optional(Words),
      everywhere: Type.Optional(Type.Boolean()),
      newWords: Type.Optional(Words),
      why: Reason,
      contact: Type.Optional(Text(1, 100)),
    },
    { additionalProperties: false },
  ),
  may: allowSystem,
  run: async ({ consultation: id, contact, ...given }, work): Promise<Pick<Taken, 'opinion' | 'number' | 'isNew'>> => {
    const { transaction, district, services, newId } = work;
    const held = await holdConsultation(transaction, id);
    if (!held.is_public || held.state === 'draft') throw new Problem('not-found', 'not-found');
    mayNotHold(given.why, given.oldWords, given.newWords);
    const { seal } = services;
    const opinion = newId();
    const sender = {
      unit: null,
      key: 'visitor',
      name: '',
      receipt: receiptIndex(seal, receiptNumber(seal, opinion, district), district),
      contact: (row: string) =>
        contact === undefined ? null : seal.seal(contact, sealContext({ district, table: 'opinion', column: 'contact', row })),
    };
    const taken = await takeOpinion(work, held, given, sender, opinion);
    return { opinion: taken.opinion, number: taken.number, isNew: taken.isNew };
  },
  audit: ({ consultation, kind }, { opinion, isNew }) => ({ consultation, kind, opinion, isNew }),
});
