import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Snapshot } from '../contract.ts';
import { byOf, frozenOf, holdBulletin } from '../hold.ts';
import { mayWrite } from '../may.ts';
import { type KeptWords, keepWords, readWords } from '../store.ts';
import { checkText } from '../text/check-text.ts';

const Text = Type.String({ maxLength: 4000 });

/**
 * Saves what the office wrote of some paragraphs; an empty text takes a paragraph out, `original` brings its first words back. Words
 * may change, numbers not: whatever looks like one must be a token. The save names the revision it was made on.
 */
export const saveWords = command({
  name: 'bulletins.save-words',
  route: 'PUT /api/bulletins/:bulletin/words',
  input: Type.Object(
    {
      bulletin: Type.String({ format: 'uuid' }),
      revision: Type.Integer({ minimum: 0 }),
      paragraphs: Type.Array(
        Type.Object({ id: Type.String({ maxLength: 80 }), zh: Text, en: Text }, { additionalProperties: false }),
        {
          minItems: 1,
          maxItems: 100,
        },
      ),
    },
    { additionalProperties: false },
  ),
  may: mayWrite,
  run: async ({ bulletin, revision, paragraphs }, { transaction, actor, now }): Promise<{ revision: number }> => {
    const held = await holdBulletin(transaction, bulletin, 'draft');
    const { snapshot } = await frozenOf(transaction, held);
    const before = await readWords(transaction, bulletin);
    if (before.revision !== revision) throw new Problem('conflict', 'words-changed', { revision: before.revision });
    const originals = new Map(snapshot.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
    const known = tokensFor(snapshot);
    const { towns, units } = snapshot.context;
    const names = [...Object.values(towns), ...Object.values(units)];
    const faults = paragraphs.flatMap(({ id, zh, en }) =>
      originals.has(id)
        ? [...checkText(zh, `${id}/zh`, known(id), names), ...checkText(en, `${id}/en`, known(id), names)]
        : [{ at: id, code: 'unknown-paragraph' }],
    );
    if (faults.length > 0) throw new Problem('invalid', 'words-refused', { faults: faults.length }, faults);
    const words: Record<string, KeptWords[string]> = { ...before.words };
    for (const { id, zh, en } of paragraphs) {
      const original = originals.get(id);
      if (original?.zh === zh && original.en === en) delete words[id];
      else words[id] = { zh: zh.trim(), en: en.trim() };
    }
    await keepWords(transaction, { bulletin, revision: revision + 1, words }, byOf(actor, now));
    return { revision: revision + 1 };
  },
  audit: ({ bulletin, paragraphs }, { revision }) => ({ bulletin, revision, paragraphs: paragraphs.map(({ id }) => id) }),
});

/** The tokens that a paragraph may name: those of a section between offices stay in that section, which no public page shows. */
function tokensFor({ sections, tokens }: Snapshot): (paragraph: string) => ReadonlySet<string> {
  const internal = sections.filter(({ isInternal }) => isInternal).map(({ name }) => name);
  return (paragraph) =>
    new Set(
      Object.keys(tokens).filter((token) =>
        internal.every((name) => !token.startsWith(`${name}.`) || paragraph.startsWith(`${name}-`)),
      ),
    );
}
