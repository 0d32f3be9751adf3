import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { getStation } from '../../gigs/module.ts';
import { drawInspectors } from '../inspectors.ts';
import { mayRun } from '../may.ts';
import { changeInspection, getInspection } from '../store.ts';
import { Id, Reason } from './shapes.ts';

/** Whoever was drawn cannot come, or no longer serves: another is drawn in their place, with the reason. Who comes begins anew. */
export const replaceInspector = command({
  name: 'market-standard.replace-inspector',
  route: 'POST /api/market-inspections/:inspection/replace',
  input: Type.Object({ inspection: Id, reason: Reason }, { additionalProperties: false }),
  may: mayRun,
  run: async ({ inspection: id }, work) => {
    const { transaction, today, services } = work;
    const inspection = await getInspection(transaction, id, { hold: true });
    if (inspection.kind !== 'cross' || inspection.inspector === null) throw new Problem('conflict', 'market-not-drawn');
    if (inspection.state === 'handed-in') throw new Problem('conflict', 'market-handed-in');
    const station = await getStation(transaction, inspection.station);
    const purpose = `market-inspection ${id} instead of ${inspection.inspector}`;
    const { held, inspectors } = await drawInspectors(work, purpose, [station], [inspection.inspector]);
    const drawn = inspectors.get(station.id);
    if (!drawn) throw new Problem('conflict', 'market-inspector-gone');
    const due = services.calendar.addWorkingDays(today, 5);
    await changeInspection(transaction, id, {
      inspector: drawn.account,
      inspector_name: drawn.name,
      ...(due > inspection.dueOn ? { due_on: due } : {}),
    });
    return { draw: held.id, inspectorName: drawn.name };
  },
  audit: ({ inspection, reason }, { draw }) => ({ inspection, reason, draw }),
});
