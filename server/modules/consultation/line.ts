/** One consultation in a line: how many were asked, how many answered, what is left to settle. */
import type { Reading } from '../../kernel/command/query.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import type { AskedUnit, ConsultationLine } from './contract.ts';
import type { StoredConsultation, StoredUnit } from './store.ts';

export const askedShown = (row: StoredUnit, nameOf: (unit: string) => Said): AskedUnit => ({
  unit: row.unit,
  name: nameOf(row.unit),
  answer: row.answer,
  answeredBy: row.answered_by_name,
  answeredAt: row.answered_at === null ? null : new Date(row.answered_at).toISOString(),
  isLate: row.is_late === true,
});

export function lineOf(
  row: StoredConsultation,
  units: readonly StoredUnit[],
  own: readonly string[],
  unsettled: number,
  { today, services }: Pick<Reading, 'today' | 'services'>,
  nameOf: (unit: string) => Said,
): ConsultationLine {
  const asked = units.filter(({ consultation }) => consultation === row.id);
  return {
    consultation: row.id,
    title: row.title,
    state: row.state,
    version: row.version,
    isPublic: row.is_public,
    openedOn: row.opened_on,
    dueOn: row.due_on,
    daysLeft: row.due_on === null ? null : services.calendar.workingDaysBetween(today, row.due_on),
    asked: asked.length,
    answered: asked.filter(({ answer }) => answer !== null).length,
    opinions: row.opinions,
    unsettled,
    own: asked.filter(({ unit }) => own.includes(unit)).map((unit) => askedShown(unit, nameOf)),
    startedBy: row.started_by_name,
    startedAt: new Date(row.started_at).toISOString(),
    publishedAt: row.published_at === null ? null : new Date(row.published_at).toISOString(),
  };
}
