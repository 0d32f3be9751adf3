type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const unspoken: ReadonlySet<string> = new Set(['says', 'version', 'from']);

/** What a sentence speaks of: everything of its part that has no sentence of its own. */
function spokenOf(part: Node): unknown {
  // In one order: the database keeps another than the file.
  return Object.entries(part)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, value]) => {
      if (unspoken.has(key)) return [];
      if (!isNode(value)) return [[key, value]];
      return 'says' in value ? [] : [[key, spokenOf(value)]];
    });
}

/**
 * The first part of a rule whose numbers change while its published sentence stays: it would say something else than what is done. Pure.
 * @returns its path, as in `/terms/travel`; undefined where every sentence was written anew with its numbers
 */
export function unsaidChange(before: unknown, after: unknown, at = ''): string | undefined {
  if (!isNode(before) || !isNode(after)) return undefined;
  if (isNode(before.says) && isNode(after.says)) {
    const [old, now] = [before.says, after.says];
    const isSame = JSON.stringify(spokenOf(before)) === JSON.stringify(spokenOf(after));
    if (!isSame && (old.zh === now.zh || old.en === now.en)) return at || '/';
  }
  for (const [key, value] of Object.entries(after)) {
    const found = key === 'says' ? undefined : unsaidChange(before[key], value, `${at}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
