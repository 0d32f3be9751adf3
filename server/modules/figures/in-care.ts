import { grantsOf } from '../../kernel/actor/actor.ts';
import type { Reading } from '../../kernel/command/query.ts';
import { findProgramme } from '../programme/module.ts';
import { figureContext } from './context.ts';
import type { FigureSummary } from './contract.ts';
import { summariseAll } from './queries/ledger.ts';

/** The figures in one's care: the programme office, leaders and evaluators see all, a liaison those their unit leads. */
export async function figuresInCare(reading: Reading): Promise<FigureSummary[]> {
  const grants = grantsOf(reading.actor);
  const all = grants.some(({ role }) => role === 'programme-office' || role === 'leader' || role === 'evaluator');
  const units = new Set(grants.flatMap(({ role, unit }) => (role === 'liaison' && unit ? [unit] : [])));
  if ((!all && units.size === 0) || !(await findProgramme(reading.transaction))) return [];
  const context = await figureContext(reading.transaction, undefined, reading.today);
  const led = new Set(context.programme.measures.filter(({ lead }) => lead.some((unit) => units.has(unit))).map(({ no }) => no));
  return (await summariseAll(reading, context)).map(({ summary }) => summary).filter((figure) => all || led.has(figure.measure));
}
