import type { Module } from './kernel/module.ts';
import { audit } from './modules/audit/module.ts';
import { bulletins } from './modules/bulletins/module.ts';
import { closeOut } from './modules/close-out/module.ts';
import { consultation } from './modules/consultation/module.ts';
import { demo } from './modules/demo/module.ts';
import { employers } from './modules/employers/module.ts';
import { evidence } from './modules/evidence/module.ts';
import { figures } from './modules/figures/module.ts';
import { gigs } from './modules/gigs/module.ts';
import { lights } from './modules/lights/module.ts';
import { marketStandard } from './modules/market-standard/module.ts';
import { messages } from './modules/messages/module.ts';
import { people } from './modules/people/module.ts';
import { plans } from './modules/plans/module.ts';
import { portal } from './modules/portal/module.ts';
import { programme } from './modules/programme/module.ts';
import { records } from './modules/records/module.ts';
import { residents } from './modules/residents/module.ts';
import { supervision } from './modules/supervision/module.ts';
import { timeline } from './modules/timeline/module.ts';
import { today } from './modules/today/module.ts';

/** Every module of the house; each declares its own commands, queries, fact kinds and pages. */
export const modules: readonly Module[] = [
  people,
  residents,
  employers,
  programme,
  records,
  figures,
  evidence,
  timeline,
  lights,
  bulletins,
  plans,
  supervision,
  closeOut,
  consultation,
  gigs,
  marketStandard,
  today,
  portal,
  audit,
  messages,
  demo,
];
