import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { writeDay } from '../../../kernel/page/written.ts';
import { Problem } from '../../../kernel/problem.ts';
import { addDays, isDay } from '../../../kernel/term/day.ts';
import { unitNames } from '../../programme/module.ts';
import { mayRun } from '../may.ts';
import { steps } from '../rules.ts';
import { askUnits, changeConsultation, holdConsultation } from '../store.ts';
import { tellOfConsultation } from '../telling.ts';
import { Id, UnitCode, Version } from './shapes.ts';

/** A consultation that runs longer than this is a slip of the pen. */
const LONGEST_DAYS = 366;

export type Opened = { readonly dueOn: string; readonly asked: number };

/**
 * Asks units, and the public where it says so, for opinions on the newest version until a day. Again while it is open: more units,
 * another day, the public, or a newer version to speak of. A day on which offices are closed becomes the next working day.
 */
export const openConsultation = command({
  name: 'consultation.open-consultation',
  route: 'POST /api/consultations/:consultation/open',
  input: Type.Object(
    {
      consultation: Id,
      /** The newest version that the officer has seen. */
      version: Version,
      units: Type.Array(UnitCode, { maxItems: 300, uniqueItems: true }),
      isPublic: Type.Boolean(),
      dueOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async ({ consultation: id, version, units, isPublic, dueOn: wanted }, work): Promise<Opened> => {
    const { transaction, today, now, services } = work;
    const held = await holdConsultation(transaction, id);
    if (!steps[held.state].includes('open')) throw new Problem('conflict', 'consultation-published');
    if (held.version !== version)
      throw new Problem('conflict', 'consultation-version-stale', { version: held.version, base: version });
    if (units.length === 0 && !isPublic && held.state === 'draft') throw new Problem('invalid', 'consultation-nobody-asked');
    const names = await unitNames(transaction);
    const unknown = units.find((unit) => !names.has(unit));
    if (unknown !== undefined) throw new Problem('invalid', 'consultation-unit-unknown', { unit: unknown });
    if (!isDay(wanted) || wanted < today) throw new Problem('invalid', 'consultation-due-past', { today });
    if (wanted > addDays(today, LONGEST_DAYS)) throw new Problem('invalid', 'consultation-due-far');
    const dueOn = services.calendar.isWorkingDay(wanted) ? wanted : services.calendar.addWorkingDays(wanted, 1);
    await changeConsultation(transaction, id, {
      state: 'open',
      asked_version: version,
      is_public: isPublic,
      due_on: dueOn,
      opened_on: held.opened_on ?? today,
    });
    await askUnits(transaction, id, units, now);
    await tellOfConsultation(work, id, {
      code: held.state === 'draft' ? 'consultation-opened' : 'consultation-changed',
      params: { title: held.title, count: units.length, due: said(writeDay(dueOn, 'zh'), writeDay(dueOn, 'en')) },
    });
    return { dueOn, asked: units.length };
  },
  audit: ({ consultation, version, units, isPublic }, { dueOn }) => ({ consultation, version, units, isPublic, dueOn }),
});
