import type { FactKind } from '../../../kernel/fact/kind.ts';
import type { FigureContext, TypedValue } from '../../figures/module.ts';
import type { Snapshot } from '../contract.ts';

/** The definitions, names and lists that a snapshot was reckoned with, as the reckoning takes them. */
export const frozenContext = ({ context, on }: Snapshot): FigureContext => ({
  version: context.version,
  programme: context.programme,
  on,
  villages: context.villages,
  towns: new Map(Object.entries(context.towns)),
  units: new Map(Object.entries(context.units)),
});

export const frozenKinds = ({ kinds }: Snapshot): ReadonlyMap<string, FactKind> =>
  new Map(kinds.map((kind) => [kind.name, kind]));

export const frozenTyped = ({ typed }: Snapshot): ReadonlyMap<string, TypedValue> =>
  new Map(typed.map((value) => [value.figure, value]));
