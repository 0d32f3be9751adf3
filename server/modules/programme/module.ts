import type { Module } from '../../kernel/module.ts';

export { findProgramme, keepProgramme } from './store.ts';

export const programme: Module = { name: 'programme' };
