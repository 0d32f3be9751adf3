import { Type } from 'typebox';
import { visibleScope } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { figureContext, getFigure, selectionsOf } from '../context.ts';
import type { Corrections } from '../contract.ts';
import { mayReadRecords } from './records.ts';

const LIMIT = 200;

/** What was taken back of a figure's records, latest first: the number of a past day differs from what it was by these and by late records. */
export const correctionsQuery = query({
  name: 'figures.corrections',
  route: 'GET /api/figures/:code/corrections',
  input: Type.Object({ code: Type.String() }, { additionalProperties: false }),
  may: mayReadRecords,
  run: async ({ code }, { transaction, today, actor }): Promise<Corrections> => {
    const context = await figureContext(transaction, undefined, today, code);
    const { definition } = getFigure(context.programme, code);
    const visible = visibleScope(mayReadRecords, actor);
    const within = visible === 'district' || visible === undefined ? null : visible.areas;
    const rows = [];
    for (const { kind, variants } of selectionsOf(definition)) {
      const found = await transaction.client.query<Row>(
        `SELECT kind, day, town, unit, quantity, record_type, record, recorded_at FROM fact
         WHERE district = $1 AND kind = $2 AND effect = 'reverse' AND quantity < 0 AND ($3::text[] IS NULL OR variant = ANY ($3))
           AND ($4::text[] IS NULL OR town = ANY ($4) OR place = ANY ($4))
         ORDER BY recorded_at DESC LIMIT ${LIMIT}`,
        [transaction.district, kind, variants ?? null, within],
      );
      rows.push(...found.rows);
    }
    return {
      corrections: rows
        .sort((a, b) => b.recorded_at.getTime() - a.recorded_at.getTime())
        .slice(0, LIMIT)
        .map((row) => ({
          kind: row.kind,
          day: row.day,
          townName: context.towns.get(row.town) ?? '',
          unit: row.unit,
          unitName: context.units.get(row.unit) ?? row.unit,
          quantity: row.quantity,
          recordType: row.record_type,
          record: row.record,
          takenBackAt: row.recorded_at.toISOString(),
        })),
    };
  },
});

type Row = {
  kind: string;
  day: string;
  town: string;
  unit: string;
  quantity: number;
  record_type: string;
  record: string;
  recorded_at: Date;
};
