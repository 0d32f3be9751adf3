import type { Reading } from '../../../kernel/command/query.ts';
import { maskIdNumber, maskName, maskPhone } from '../../../kernel/seal/mask.ts';
import { findRecordType } from '../catalogue.ts';
import type { RecordState, RecordView } from '../contract.ts';
import { personalContext } from '../store.ts';

/** A record's row joined with the names of its area and unit. */
export type ViewRow = {
  id: string;
  type: string;
  day: string;
  until: string | null;
  ended_on: string | null;
  town: string;
  town_name: string | null;
  place: string;
  place_name: string | null;
  unit: string;
  unit_name: string | null;
  content: Record<string, string | number | boolean>;
  sealed: Buffer | null;
  revised_by: string | null;
  reversed_at: Date | null;
  import: string | null;
  import_row: number | null;
  recorded_by: string;
  recorded_at: Date;
};

export const viewColumns = `r.id, r.type, r.day, r.until, r.ended_on, r.town, t.name AS town_name, r.place, p.name AS place_name, r.unit,
  u.name AS unit_name, r.content, r.sealed, r.revised_by, r.reversed_at, r.import, r.import_row, r.recorded_by, r.recorded_at`;
export const viewJoins = `LEFT JOIN area t ON t.district = r.district AND t.code = r.town LEFT JOIN area p ON p.district = r.district AND p.code = r.place
  LEFT JOIN unit u ON u.district = r.district AND u.code = r.unit`;

export function viewOf(row: ViewRow, { services, district }: Pick<Reading, 'services' | 'district'>): RecordView {
  const { unit: _unit, ...values } = row.content;
  return {
    id: row.id,
    type: row.type,
    day: row.day,
    until: row.until,
    endedOn: row.ended_on,
    town: row.town,
    townName: row.town_name ?? '',
    place: row.place,
    placeName: row.place_name ?? '',
    unit: row.unit,
    unitName: row.unit_name ?? row.unit,
    values: { ...values, ...masked(row, services, district) },
    state: stateOf(row),
    import: row.import,
    importRow: row.import_row,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at.toISOString(),
  };
}

export const stateOf = (row: { reversed_at: Date | null; revised_by: string | null; ended_on: string | null }): RecordState =>
  row.reversed_at ? 'reversed' : row.revised_by ? 'revised' : row.ended_on ? 'ended' : 'current';

/** Opened only to be masked: enough to recognise a person one already knows, not enough to know one. */
function masked(row: ViewRow, services: Reading['services'], district: string): Record<string, string> {
  if (!row.sealed) return {};
  const personal: Record<string, string> = JSON.parse(services.seal.open(row.sealed, personalContext(district, row.id)));
  const columns = findRecordType(row.type)?.columns ?? {};
  const mask = (key: string, value: string) => {
    const kind = columns[key]?.kind;
    return kind === 'id-number' ? maskIdNumber(value) : kind === 'phone' ? maskPhone(value) : maskName(value);
  };
  return Object.fromEntries(Object.entries(personal).map(([key, value]) => [key, mask(key, value)]));
}
