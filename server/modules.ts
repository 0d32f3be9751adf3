import type { Module } from './kernel/module.ts';
import { audit } from './modules/audit/module.ts';
import { consultation } from './modules/consultation/module.ts';
import { demo } from './modules/demo/module.ts';
import { figures } from './modules/figures/module.ts';
import { messages } from './modules/messages/module.ts';
import { people } from './modules/people/module.ts';
import { portal } from './modules/portal/module.ts';
import { programme } from './modules/programme/module.ts';
import { records } from './modules/records/module.ts';
import { today } from './modules/today/module.ts';

/** Every module of the house; each declares its own commands, queries, fact kinds and pages. */
export const modules: readonly Module[] = [
  people,
  programme,
  records,
  figures,
  consultation,
  today,
  portal,
  audit,
  messages,
  demo,
];
