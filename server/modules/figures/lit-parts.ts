import type { Reading } from '../../kernel/command/query.ts';
import type { LightPart } from '../../kernel/figure/lit.ts';
import type { FigureContext } from './context.ts';
import type { FigureSummary } from './contract.ts';

declare module '../../kernel/command/services.ts' {
  interface Services {
    /** What every module contributes to the lights beside the figures; collected by the composition root. */
    readonly lightParts: readonly ((reading: Reading, on: string) => Promise<readonly LightPart[]>)[];
  }
}

/** The figures as things that are lit. */
export function figureParts({ programme }: FigureContext, figures: readonly FigureSummary[]): LightPart[] {
  const leads = new Map(programme.measures.map(({ no, lead }) => [no, lead]));
  return figures.map(
    (figure): LightPart => ({
      measure: figure.measure,
      subject: `figure:${figure.code}`,
      units: leads.get(figure.measure) ?? [],
      title: figure.title,
      // A figure always has a light of its own; only a measure may be without promise.
      light: figure.light === 'unpromised' ? 'silent' : figure.light,
      why: figure.why,
      countedIn: { unit: figure.unit, decimals: figure.decimals, target: promiseOf(figure) },
    }),
  );
}

const promiseOf = ({ target: { per, comparator } }: FigureSummary) => ({ per, comparator });

/** Everything that is lit on the context's day: the figures, then what other modules contribute. */
export async function litParts(
  reading: Reading,
  context: FigureContext,
  figures: readonly FigureSummary[],
): Promise<LightPart[]> {
  const parts = figureParts(context, figures);
  // One after another: they share one connection.
  for (const contributed of reading.services.lightParts) parts.push(...(await contributed(reading, context.on)));
  return parts;
}
