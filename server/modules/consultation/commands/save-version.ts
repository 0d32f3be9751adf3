import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { PolicyReading } from '../../programme/module.ts';
import { byOf } from '../by.ts';
import type { SavedVersion } from '../contract.ts';
import { outlineOf } from '../judge-opinion.ts';
import { mayRun } from '../may.ts';
import { recheck } from '../recheck.ts';
import { steps } from '../rules.ts';
import { opinionsShown } from '../stand.ts';
import { getVersion, holdConsultation, insertVersion } from '../store.ts';
import { Id, Version } from './shapes.ts';

/**
 * Keeps an edited text as the next version and holds every opinion against it. It names the version it was made on: made on an older
 * one, nothing is saved and nothing is lost. Comes through the module's own route, which reads the text first.
 */
export const saveVersion = command({
  name: 'consultation.save-version',
  input: Type.Object(
    {
      consultation: Id,
      base: Version,
      note: Type.String({ maxLength: 200 }),
      read: Type.Object({ text: Text(1), reading: Type.Unsafe<PolicyReading>(Type.Object({})) }),
    },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async ({ consultation: id, base, note, read }, work): Promise<SavedVersion> => {
    const { transaction, actor, now } = work;
    const held = await holdConsultation(transaction, id);
    if (!steps[held.state].includes('save-version')) throw new Problem('conflict', 'consultation-published');
    const before = await getVersion(transaction, id, held.version);
    if (before.text !== read.text) {
      if (held.version !== base) throw new Problem('conflict', 'consultation-version-stale', { version: held.version, base });
      const by = byOf(actor, now);
      const next = { version: held.version + 1, ...read, outline: outlineOf(read.reading) };
      await insertVersion(transaction, id, { ...next, note: note.trim() }, by);
      await recheck(transaction, id, next);
      return counted(await opinionsShown(work, id, next.version, unnamed), next.version);
    }
    return counted(await opinionsShown(work, id, before.version, unnamed), held.version);
  },
  audit: ({ consultation, base }, { version, unsettled }) => ({ consultation, base, version, unsettled }),
});

const unnamed = (unit: string) => ({ zh: unit, en: unit });

const counted = (opinions: readonly { readonly standing: string }[], version: number): SavedVersion => {
  const settled = opinions.filter(({ standing }) => standing === 'settled').length;
  return { version, settled, unsettled: opinions.length - settled };
};
