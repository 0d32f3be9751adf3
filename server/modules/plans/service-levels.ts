import type { Reading } from '../../kernel/command/query.ts';
import type { FactKind } from '../../kernel/fact/kind.ts';
import type { FigureDefinition } from '../../kernel/figure/definition.ts';
import type { Why } from '../../kernel/figure/lit.ts';
import { type FigureContext, summariseFigures } from '../figures/module.ts';
import type { Measure, Programme } from '../programme/contract.ts';
import { recordTypes } from '../records/module.ts';
import type { LitServiceLevel, PlanContent, ServiceOption } from './contract.ts';

/** The levels of service that the records of a measure can show. */
export const serviceLevelsOf = (measure: number) =>
  recordTypes.filter((type) => type.measure === measure).flatMap((type) => type.serviceLevels ?? []);

export const serviceOptions = (measure: number): ServiceOption[] =>
  serviceLevelsOf(measure).map(({ key, title, unit, decimals, comparator, per }) => ({
    key,
    title,
    unit,
    decimals,
    comparator,
    per,
  }));

type Promised = { readonly measure: Measure; readonly levels: PlanContent['serviceLevels'] };

/** A promised level as a figure: it counts and lights by the very same rules. */
function asFigures({ measure, levels }: Promised, programme: Programme): FigureDefinition[] {
  return levels.flatMap(({ key, value }, at) => {
    const level = serviceLevelsOf(measure.no).find((one) => one.key === key);
    if (!level) return [];
    const { title, unit, decimals, count, comparator, per } = level;
    return [
      {
        code: `${measure.no}-${at + 1}`,
        title,
        promise: title,
        unit,
        decimals,
        count,
        target: { comparator, value, per, by: programme.validUntil },
        limits: { zh: '由牵头单位在实施方案中承诺。', en: 'Promised by the lead unit in its plan.' },
      },
    ];
  });
}

/** How each promised level stands: by measure, in the order in which the plan names them. */
export async function litServiceLevels(
  reading: Pick<Reading, 'transaction' | 'kinds'> & { readonly kinds: ReadonlyMap<string, FactKind> },
  context: FigureContext,
  promised: readonly Promised[],
): Promise<ReadonlyMap<number, readonly LitServiceLevel[]>> {
  const placed = promised.flatMap((one) =>
    asFigures(one, context.programme).map((definition) => ({ measure: one.measure, definition })),
  );
  if (placed.length === 0) return new Map();
  const summaries = await summariseFigures(reading, context, placed);
  const lit = placed.map(({ measure, definition }, at) => {
    const key =
      promised.find((one) => one.measure.no === measure.no)?.levels[Number(definition.code.split('-')[1]) - 1]?.key ?? '';
    const option = serviceOptions(measure.no).find((one) => one.key === key);
    const summary = summaries[at]?.summary;
    return { no: measure.no, option, target: definition.target.value, summary };
  });
  const levels = new Map<number, LitServiceLevel[]>();
  for (const { no, option, target, summary } of lit) {
    if (!option || !summary || summary.light === 'unpromised') continue;
    const of = levels.get(no) ?? [];
    levels.set(no, of);
    of.push({ ...option, target, value: summary.current.value, light: summary.light, why: whyOf(option, summary.why) });
  }
  return levels;
}

/** A level that holds at all times has no path on which it could lag: it is short of what was promised, or above it. */
const whyOf = ({ per, comparator }: ServiceOption, why: Why): Why =>
  why.reason === 'pace' && per === 'standing' ? { ...why, reason: comparator === '<=' ? 'ceiling' : 'standing' } : why;
