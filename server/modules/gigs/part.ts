import type { Module } from '../../kernel/module.ts';

/** What one subject of the gig market brings to the module: each folder says it beside its own files. */
export type Part = Pick<Module, 'commands' | 'queries' | 'jobs'>;
