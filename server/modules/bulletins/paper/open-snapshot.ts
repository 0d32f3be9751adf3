import { said } from '../../../kernel/i18n/said.ts';
import type { Snapshot } from '../contract.ts';
import { causeTokens } from '../text/causes.ts';

/**
 * What of a bulletin everybody may read. Sections between offices are left out with their numbers, wherever a text names these; so are
 * milestones and notices with their causes, addressees and titles: a task that is behind by a notice is told by its light alone.
 */
export function openSnapshot(snapshot: Snapshot): Snapshot {
  const internal = snapshot.sections.filter(({ isInternal }) => isInternal).map(({ name }) => `${name}.`);
  const told = snapshot.parts.filter(({ subject }) => !subject.startsWith('notice:'));
  const open = Object.entries(snapshot.tokens).map(([name, text]) => {
    if (internal.some((prefix) => name.startsWith(prefix))) return [name, said('—', '—')] as const;
    return [name, name.endsWith('.cause') ? said('其他事项', 'other matters') : text] as const;
  });
  return {
    ...snapshot,
    sections: snapshot.sections.filter(({ isInternal }) => !isInternal),
    parts: [],
    tokens: { ...Object.fromEntries(open), ...causeTokens(snapshot, told) },
  };
}
