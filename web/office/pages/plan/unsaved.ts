import type { PlanContent } from '../../../../server/modules/plans/contract.ts';

/** A plan that could not be saved yet. It holds no personal data. */
export type Unsaved = { readonly revision: number; readonly content: PlanContent };

export const isUnsaved = (kept: unknown): kept is Unsaved =>
  typeof kept === 'object' &&
  kept !== null &&
  'revision' in kept &&
  typeof kept.revision === 'number' &&
  'content' in kept &&
  typeof kept.content === 'object' &&
  kept.content !== null &&
  'milestones' in kept.content &&
  Array.isArray(kept.content.milestones);
