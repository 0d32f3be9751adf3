import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findPaper, type PolicyReading } from '../../programme/module.ts';
import { byOf } from '../by.ts';
import { mayRun } from '../may.ts';
import { insertConsultation, insertVersion } from '../store.ts';
import { Id, Title } from './shapes.ts';

/**
 * Starts a consultation from a paper that was uploaded, or from pasted text. Text comes through the module's own route, which reads
 * it first: reading takes longer than a transaction should.
 */
export const startConsultation = command({
  name: 'consultation.start-consultation',
  input: Type.Object(
    {
      title: Title,
      paper: Type.Optional(Id),
      read: Type.Optional(Type.Object({ text: Text(1), reading: Type.Unsafe<PolicyReading>(Type.Object({})) })),
    },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async ({ title, paper, read }, { transaction, actor, now, newId }): Promise<{ consultation: string }> => {
    const given = paper === undefined ? read : await findPaper(transaction, paper);
    if (!given) throw new Problem('invalid', 'consultation-without-text');
    const consultation = newId();
    const by = byOf(actor, now);
    await insertConsultation(transaction, consultation, title.trim(), by);
    const version = { version: 1, text: given.text, reading: given.reading, note: '' };
    await insertVersion(transaction, consultation, version, by);
    return { consultation };
  },
  audit: ({ paper }, { consultation }) => ({ consultation, paper: paper ?? null }),
});
