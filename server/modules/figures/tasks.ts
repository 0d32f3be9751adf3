import { grantsOf } from '../../kernel/actor/actor.ts';
import type { Reading } from '../../kernel/command/query.ts';
import type { Task } from '../../kernel/module.ts';
import { findProgramme } from '../programme/module.ts';
import { figureContext } from './context.ts';
import type { FigureSummary, Light } from './contract.ts';
import { summariseAll } from './queries/ledger.ts';

const urgent: Partial<Record<Light, 0 | 1 | 2>> = { overdue: 0, silent: 1, behind: 1 };

/** Figures that need a look: the programme office sees all, a liaison those their unit leads. */
export async function figureTasks(reading: Reading): Promise<Task[]> {
  const mine = await figuresInCare(reading);
  return mine.flatMap((figure): Task[] => {
    const urgency = urgent[figure.light];
    if (urgency === undefined) return [];
    return [
      {
        code: `figure-${figure.light}`,
        params: {
          code: figure.code,
          zh: figure.title.zh,
          en: figure.title.en,
          percent: Math.floor((figure.pace ?? 0) * 100),
          ...figure.why.params,
        },
        link: `/figures/${figure.code}`,
        urgency,
      },
    ];
  });
}

export async function figuresInCare(reading: Reading): Promise<FigureSummary[]> {
  const grants = grantsOf(reading.actor);
  const all = grants.some(({ role }) => role === 'programme-office' || role === 'leader' || role === 'evaluator');
  const units = new Set(grants.flatMap(({ role, unit }) => (role === 'liaison' && unit ? [unit] : [])));
  if ((!all && units.size === 0) || !(await findProgramme(reading.transaction))) return [];
  const context = await figureContext(reading.transaction, undefined, reading.today);
  const led = new Set(context.programme.measures.filter(({ lead }) => lead.some((unit) => units.has(unit))).map(({ no }) => no));
  return (await summariseAll(reading, context)).map(({ summary }) => summary).filter((figure) => all || led.has(figure.measure));
}
