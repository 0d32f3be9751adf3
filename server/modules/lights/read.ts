import type { Reading } from '../../kernel/command/query.ts';
import type { LightPart } from '../../kernel/figure/lit.ts';
import { type FigureContext, figureContext, litParts, summariseAll } from '../figures/module.ts';
import { findProgramme } from '../programme/module.ts';
import { type LitWhole, litMeasures, litUnits } from './wholes.ts';

export type LitDay = {
  readonly context: FigureContext;
  readonly parts: readonly LightPart[];
  readonly measures: readonly (LitWhole & { readonly no: number })[];
  readonly units: readonly (LitWhole & { readonly code: string })[];
};

/** Every light of a district on a day, from the records as they are now; undefined where no programme is in force. */
export async function readLights(reading: Reading, on?: string): Promise<LitDay | undefined> {
  if (!(await findProgramme(reading.transaction))) return undefined;
  const context = await figureContext(reading.transaction, on, reading.today);
  const figures = (await summariseAll(reading, context, { lightsOnly: true })).map(({ summary }) => summary);
  const parts = await litParts(reading, context, figures);
  return {
    context,
    parts,
    measures: litMeasures(context.programme, parts),
    units: litUnits(context.programme, context.units, parts),
  };
}
