import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { nameFrom, unitNames } from '../../programme/module.ts';
import { Id } from '../commands/shapes.ts';
import type { Summary } from '../contract.ts';
import { askedShown, lineOf } from '../line.ts';
import { mayOverlook } from '../may.ts';
import { opinionsShown } from '../stand.ts';
import { findConsultation, unitsOf } from '../store.ts';
import { summaryOf } from '../summary.ts';

/** 征求意见汇总说明 as it stands now; of a published paper, for good. */
export const summary = query({
  name: 'consultation.summary',
  route: 'GET /api/consultations/:consultation/summary',
  input: Type.Object({ consultation: Id }, { additionalProperties: false }),
  may: mayOverlook,
  run: async ({ consultation: id }, reading): Promise<Summary> => {
    const { transaction } = reading;
    const row = await findConsultation(transaction, id);
    if (!row) throw new Problem('not-found', 'not-found');
    const nameOf = nameFrom(await unitNames(transaction));
    const units = await unitsOf(transaction, [id]);
    const opinions = await opinionsShown(reading, id, row.version, nameOf);
    return summaryOf({
      line: lineOf(row, units, [], 0, reading, nameOf),
      units: units.map((unit) => askedShown(unit, nameOf)),
      opinions,
      publishedReason: row.published_reason,
    });
  },
});
