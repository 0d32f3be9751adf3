/** Desks of a station where people are served, and what a service there counts as. `placed` and `insured` come from the work itself. */
export const desks = {
  'training-desk': 'trained',
  'advice-desk': 'advised',
  'first-aid': 'aided',
  'lost-wage': 'aided',
  'legal-aid': 'aided',
} as const;
export type Desk = keyof typeof desks;
