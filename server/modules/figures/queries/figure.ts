import { Type } from 'typebox';
import { allow, wholeProgramme } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { readCells } from '../../../kernel/figure/cells.ts';
import { readQuality } from '../../../kernel/figure/quality.ts';
import type { Said } from '../../../kernel/i18n/said.ts';
import { figureContext, getFigure, kindsOf } from '../context.ts';
import type { FigureDetail } from '../contract.ts';
import { detailOf } from '../detail.ts';
import { readTyped } from '../typed.ts';

type Doubt = (reading: Reading, kinds: readonly string[], on: string) => Promise<readonly Said[]>;

declare module '../../../kernel/command/services.ts' {
  interface Services {
    /** What modules know to stand against numbers on some kinds of facts. */
    readonly doubts: readonly Doubt[];
  }
}

/** One figure whole: number, months, streets and towns, units, forecast, and the statement of what it rests on. */
export const figureQuery = query({
  name: 'figures.get',
  route: 'GET /api/figures/:code',
  input: Type.Object({ code: Type.String(), on: Type.Optional(Type.String()) }, { additionalProperties: false }),
  // Towns with a handful of people are for those who work with them; the portal hides small cells before it shows this.
  may: allow(wholeProgramme, { system: true }),
  run: async ({ code, on }, reading): Promise<FigureDetail> => {
    const { transaction, today, kinds, services } = reading;
    const context = await figureContext(transaction, on, today, code);
    const placed = getFigure(context.programme, code);
    const names = kindsOf(placed.definition);
    const cells = await readCells(transaction, names, context.on, true);
    const quality = await readQuality(transaction, names, context.on);
    const typed = placed.definition.count.rule === 'typed' ? await readTyped(transaction, context.on) : new Map();
    const detail = detailOf(placed, { cells, quality, typed }, context, kinds);
    const doubts: Said[] = [];
    for (const told of services.doubts) doubts.push(...(await told(reading, names, context.on)));
    return { ...detail, statement: { ...detail.statement, doubts } };
  },
});
