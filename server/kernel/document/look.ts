import type { Tone } from './document.ts';

/** The product's colours for papers and pictures, six hex digits. Text in them passes 4.5:1 on white. */
export const tones: Readonly<Record<Tone, string>> = Object.freeze({
  ahead: '0F766E',
  'on-path': '15803D',
  behind: 'B45309',
  overdue: 'B91C1C',
  silent: '57534E',
  plain: '0B5A9A',
  quiet: '57534E',
});

export const ink = '1C1917';
export const line = 'E7E5E4';
export const wash = 'F5F7FA';
/** The red of a head and its line. */
export const red = 'FF0000';
