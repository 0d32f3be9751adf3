import type { Said } from '../../../kernel/i18n/said.ts';
import { dawnWords } from './dawn.ts';
import { dayWords } from './day.ts';
import { flagWords } from './flags.ts';
import { marketWords } from './market.ts';

export const words: Readonly<Record<string, Said>> = { ...marketWords, ...dawnWords, ...dayWords, ...flagWords };
