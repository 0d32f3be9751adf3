import type { Module } from './kernel/module.ts';
import { people } from './modules/people/module.ts';

/** Every module of the house; each declares its own commands, queries, fact kinds and pages. */
export const modules: readonly Module[] = [people];
