import type { PlanContent } from '../../../../server/modules/plans/contract.ts';

/** What could not be saved yet, kept on this computer: it outlives a reload. A plan holds no personal data. */
export type Unsaved = { readonly revision: number; readonly content: PlanContent };

const keyOf = (place: string) => `leye-plan-${place}`;

export function keepUnsaved(place: string, unsaved: Unsaved | undefined): void {
  try {
    if (unsaved) localStorage.setItem(keyOf(place), JSON.stringify(unsaved));
    else localStorage.removeItem(keyOf(place));
  } catch {
    // A browser that keeps nothing still has it on the page.
  }
}

export function readUnsaved(place: string): Unsaved | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? 'null');
    return isUnsaved(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

const isUnsaved = (kept: unknown): kept is Unsaved =>
  typeof kept === 'object' &&
  kept !== null &&
  'revision' in kept &&
  typeof kept.revision === 'number' &&
  'content' in kept &&
  typeof kept.content === 'object' &&
  kept.content !== null &&
  'milestones' in kept.content &&
  Array.isArray(kept.content.milestones);
