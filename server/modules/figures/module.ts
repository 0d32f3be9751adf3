import type { Module } from '../../kernel/module.ts';
import { exportRoutes } from './export.ts';
import { correctionsQuery } from './queries/corrections.ts';
import { figureQuery } from './queries/figure.ts';
import { ledgerQuery } from './queries/ledger.ts';
import { mapQuery } from './queries/map.ts';
import { recordsQuery } from './queries/records.ts';
import { screenQuery } from './queries/screen.ts';
import { typeValue } from './typed.ts';
import { words } from './words.ts';

export {
  type FigureContext,
  figureContext,
  figuresOf,
  kindsOf,
  type PlacedFigure,
  selectionsOf,
  silenceOf,
} from './context.ts';
export { detailOf, type Ground } from './detail.ts';
export { figuresInCare } from './in-care.ts';
export { figureParts, litParts } from './lit-parts.ts';
export { lastPathSet, setPath } from './paths.ts';
export { readPlaceNames } from './place-names.ts';
export { figureQuery } from './queries/figure.ts';
export { ledgerOf, ledgerQuery, summariseAll, summariseFigures } from './queries/ledger.ts';
export { recordsQuery } from './queries/records.ts';
export { selectionOf, sidesOf } from './sides.ts';
export type { Summarised } from './summarise.ts';
export { readTyped, type TypedValue } from './typed.ts';

/** Indicators (指标): one definition gives the number and lists the records. */
export const figures: Module = {
  name: 'figures',
  commands: [typeValue],
  queries: [ledgerQuery, figureQuery, recordsQuery, correctionsQuery, screenQuery, mapQuery],
  routes: exportRoutes,
  words,
};
