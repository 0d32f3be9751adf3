import type { Part } from '../part.ts';
import { postOnce } from './post-once.ts';

/** The employer's pages: what of theirs is more than asking. */
export const employerPart: Part = { commands: [postOnce] };
