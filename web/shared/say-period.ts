import type { Say } from './words/index.ts';

/** What a period of a close-out is called: a year of the programme, or all of it. */
export const sayPeriod = (period: string, say: Say): string =>
  period === 'programme' ? say('close-out.whole') : say('close-out.year', { year: period });
