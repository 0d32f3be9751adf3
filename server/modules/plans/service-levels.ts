import type { Reading } from '../../kernel/command/query.ts';
import type { FigureDefinition } from '../../kernel/figure/definition.ts';
import type { Why } from '../../kernel/figure/lit.ts';
import { type FigureContext, type Summarised, summariseFigures } from '../figures/module.ts';
import type { Measure, Programme } from '../programme/contract.ts';
import { recordTypes } from '../records/module.ts';
import type { LitServiceLevel, Plan, PlanContent, ServiceOption } from './contract.ts';
import { listCurrent } from './store.ts';

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

/** A promised level as it stands: reckoned as a figure is. */
export type SummarisedLevel = {
  readonly measure: Measure;
  readonly subject: `service:${string}`;
  readonly option: ServiceOption;
  readonly target: number;
  readonly summarised: Summarised;
};

/** How the promised levels stand, in the order in which the plans name them. */
async function summariseLevels(
  reading: Pick<Reading, 'transaction' | 'kinds'>,
  context: FigureContext,
  promised: readonly Promised[],
): Promise<SummarisedLevel[]> {
  const named = promised.flatMap((one) =>
    asFigures(one, context.programme).map((definition) => ({ measure: one.measure, definition, levels: one.levels })),
  );
  if (named.length === 0) return [];
  const summaries = await summariseFigures(reading, context, named);
  return named.flatMap(({ measure, definition, levels }, at): SummarisedLevel[] => {
    const key = levels[Number(definition.code.split('-')[1]) - 1]?.key ?? '';
    const option = serviceOptions(measure.no).find((one) => one.key === key);
    const summarised = summaries[at];
    if (!option || !summarised || summarised.summary.light === 'unpromised') return [];
    return [{ measure, subject: `service:${measure.no}-${key}`, option, target: definition.target.value, summarised }];
  });
}

/** Those of the plans in force. */
export async function levelsInForce(reading: Reading, context: FigureContext): Promise<SummarisedLevel[]> {
  const plans = (await listCurrent(reading.transaction)).filter(({ state }) => state === 'accepted');
  return await summariseLevels(reading, context, promisedIn(plans, context.programme));
}

/** What plans promise of the service that records can show. */
export const promisedIn = (plans: readonly Pick<Plan, 'measure' | 'content'>[], programme: Programme): Promised[] =>
  plans.flatMap(({ measure: no, content: { serviceLevels } }) => {
    const measure = programme.measures.find((one) => one.no === no);
    return measure && serviceLevels.length > 0 ? [{ measure, levels: serviceLevels }] : [];
  });

/** The lights of promised levels, by measure. */
export async function litServiceLevels(
  reading: Pick<Reading, 'transaction' | 'kinds'>,
  context: FigureContext,
  promised: readonly Promised[],
): Promise<ReadonlyMap<number, readonly LitServiceLevel[]>> {
  const levels = new Map<number, LitServiceLevel[]>();
  for (const { measure, option, target, summarised } of await summariseLevels(reading, context, promised)) {
    const { summary } = summarised;
    if (summary.light === 'unpromised') continue;
    const of = levels.get(measure.no) ?? [];
    levels.set(measure.no, of);
    of.push({ ...option, target, value: summary.current.value, light: summary.light, why: whyOf(option, summary.why) });
  }
  return levels;
}

/** A level that holds at all times has no path on which it could lag: it is short of what was promised, or above it. */
const whyOf = ({ per, comparator }: ServiceOption, why: Why): Why =>
  why.reason === 'pace' && per === 'standing' ? { ...why, reason: comparator === '<=' ? 'ceiling' : 'standing' } : why;
