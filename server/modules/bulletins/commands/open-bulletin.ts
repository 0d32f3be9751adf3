import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { findProgramme } from '../../programme/module.ts';
import { byOf } from '../hold.ts';
import { mayWrite } from '../may.ts';
import { checkedSpan } from '../span.ts';
import { openDraft } from '../store.ts';

/** Opens a bulletin of a span, or the draft that somebody has of it already. `POST /api/bulletins` runs it, then freezes the numbers. */
export const openBulletin = command({
  name: 'bulletins.open',
  input: Type.Object(
    {
      kind: Type.Union([Type.Literal('month'), Type.Literal('quarter'), Type.Literal('year'), Type.Literal('span')]),
      from: Type.String({ maxLength: 10 }),
      to: Type.String({ maxLength: 10 }),
    },
    { additionalProperties: false },
  ),
  may: mayWrite,
  run: async (given, { transaction, actor, now, today, newId }): Promise<{ bulletin: string; isNew: boolean }> => {
    const found = await findProgramme(transaction);
    if (!found) throw new Problem('not-found', 'no-programme');
    const span = checkedSpan(given, today, found.programme.startsOn);
    return await openDraft(transaction, { id: newId(), ...span }, byOf(actor, now));
  },
  audit: ({ kind, from, to }, { bulletin }) => ({ bulletin, kind, from, to }),
});
