import { Type } from 'typebox';
import { command } from '../../kernel/command/command.ts';
import { Problem } from '../../kernel/problem.ts';
import { sealContext } from '../../kernel/seal/seal.ts';
import { Id } from './commands/shapes.ts';
import { mayRun } from './may.ts';
import { getOpinion } from './scope.ts';

/** Opens the way to reach somebody of the public. A command, not a query: who looked is kept in the audit. */
export const showContact = command({
  name: 'consultation.show-contact',
  route: 'POST /api/opinions/:opinion/contact',
  input: Type.Object({ opinion: Id }, { additionalProperties: false }),
  may: mayRun,
  run: async ({ opinion: id }, { transaction, services, district }): Promise<{ contact: string }> => {
    const { contact } = await getOpinion(transaction, id);
    if (contact === null) throw new Problem('not-found', 'not-found');
    return { contact: services.seal.open(contact, sealContext({ district, table: 'opinion', column: 'contact', row: id })) };
  },
  keeps: () => null,
  audit: ({ opinion }) => ({ opinion }),
});
