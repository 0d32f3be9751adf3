import type { FactKind } from '../../server/kernel/fact/kind.ts';
import { factKind } from '../../server/kernel/fact/kind.ts';
import type { CountingRule, FigureDefinition, Target } from '../../server/kernel/figure/definition.ts';
import { said } from '../../server/kernel/i18n/said.ts';
import { type Chance, chanceOf } from '../../server/modules/demo/story/world.ts';
import type { Programme } from '../../server/modules/programme/contract.ts';

export const FROM = '2026-01-01';
export const UNTIL = '2027-12-31';

/** How a unit behaves when it is asked: it answers in time, late, never, or says that all is well while it is not. */
export type Temper = 'prompt' | 'slow' | 'silent' | 'lying';

/** How the records of a figure arrive: how much of what is needed gets done, how late it is told, how often it is taken back. */
export type Flow = {
  readonly code: string;
  readonly kind: string;
  /** Needed for the promise ÷ done: drifts from one month to the next. */
  readonly vigour: number;
  readonly perDay: number;
  readonly delayed: number;
  readonly corrected: number;
  /** Share of months in which nothing is recorded at all. */
  readonly quiet: number;
};

export type World = {
  readonly seed: number;
  readonly chance: Chance;
  readonly programme: Programme;
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly tempers: ReadonlyMap<string, Temper>;
  readonly flows: readonly Flow[];
};

const pair = (text: string) => said(text, text);

const kindOf = (name: string, counts: FactKind['counts'], silentAfterDays: number, variants?: FactKind['variants']) =>
  factKind({
    name,
    title: pair(name),
    unit: pair('件'),
    counts,
    silentAfterDays,
    source: pair(name),
    ...(variants ? { variants } : {}),
  });

const target = (value: number, per: Target['per'], comparator: Target['comparator'] = '>='): Target => ({
  comparator,
  value,
  per,
  by: UNTIL,
});

/** The way of a promise by months, as a plan may set it: slow at first, then faster. */
const byMonths = (of: Target): Target => ({
  ...of,
  path: [
    { day: '2026-06-30', value: of.value * 0.1 },
    { day: '2026-12-31', value: of.value * 0.35 },
    { day: '2027-05-31', value: of.value * 0.5 },
  ],
});

const figure = (code: string, count: CountingRule, of: Target): FigureDefinition => ({
  code,
  title: pair(`指标${code}`),
  promise: pair(`指标${code}`),
  unit: pair('件'),
  decimals: 0,
  target: of,
  count,
  limits: pair('模拟'),
});

/** One figure of every rule, a measure without figures, a figure that two units lead, and units of every temper, dealt by the seed. */
export function worldOf(seed: number): World {
  const chance = chanceOf(seed);
  const units = ['alpha', 'beta', 'gamma', 'delta'];
  const tempers: readonly Temper[] = ['prompt', 'slow', 'silent', 'lying'];
  // Every third district does well: without them nothing would ever be closed, and nothing opened again.
  const isBrisk = seed % 3 === 0;
  const isStepped = seed % 2 === 1;
  const dealt = units.map(
    (unit, at) => [unit, isBrisk ? 'prompt' : (tempers[(at + seed) % tempers.length] ?? 'prompt')] as const,
  );
  const kinds = [
    kindOf('year.sum', 'flow', 31),
    kindOf('month.sum', 'flow', 45),
    kindOf('whole.sum', 'flow', 45),
    kindOf('mean.sum', 'flow', 62),
    kindOf('standing.level', 'level', 120),
    kindOf('case', 'flow', 62, { kept: pair('kept'), lost: pair('lost') }),
  ];
  const facts = (kind: string) => ({ kind });
  const measures: Programme['measures'] = [
    {
      no: 1,
      area: 1,
      title: pair('任务一'),
      lead: ['alpha'],
      cooperating: ['beta'],
      figures: [
        figure('1a', { rule: 'sum', facts: facts('year.sum'), window: 'year' }, target(1200, 'year')),
        figure('1b', { rule: 'sum', facts: facts('month.sum'), window: 'month' }, target(2, 'month')),
      ],
    },
    {
      no: 2,
      area: 1,
      title: pair('任务二'),
      lead: ['beta', 'gamma'],
      cooperating: [],
      figures: [
        figure(
          '2a',
          { rule: 'sum', facts: facts('whole.sum'), window: 'programme' },
          isStepped ? byMonths(target(900, 'programme')) : target(900, 'programme'),
        ),
        figure('2b', { rule: 'sum', facts: facts('mean.sum'), window: 'programme' }, target(300, 'average-year')),
      ],
    },
    {
      no: 3,
      area: 1,
      title: pair('任务三'),
      lead: ['gamma'],
      cooperating: ['delta'],
      figures: [
        figure('3a', { rule: 'level', facts: facts('standing.level') }, target(100, 'programme', '~')),
        figure(
          '3b',
          { rule: 'ratio', part: { kind: 'case', variants: ['kept'] }, whole: facts('case'), window: 'year' },
          target(80, 'standing'),
        ),
      ],
    },
    { no: 4, area: 1, title: pair('任务四'), lead: ['delta'], cooperating: ['alpha'], figures: [] },
  ];
  const flow = (code: string, kind: string, perDay: number): Flow => ({
    code,
    kind,
    perDay,
    vigour: (isBrisk ? 1.05 : 0.55) + chance.next() * (isBrisk ? 0.5 : 0.8),
    delayed: chance.next() * 0.5,
    corrected: chance.next() * (isBrisk ? 0.25 : 0.08),
    quiet: !isBrisk && chance.isTrue(0.3) ? 0.25 : 0,
  });
  return {
    seed,
    chance,
    programme: {
      district: { code: '110112', name: pair('模拟区'), telephone: '12333' },
      title: pair('模拟方案'),
      startsOn: FROM,
      validUntil: UNTIL,
      goalAreas: [{ no: 1, title: pair('目标') }],
      units: units.map((code) => ({ code, name: pair(code) })),
      measures,
    },
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    tempers: new Map(dealt),
    flows: [
      flow('1a', 'year.sum', 1200 / 365),
      flow('1b', 'month.sum', 2.6 / 30),
      flow('2a', 'whole.sum', 900 / 730),
      flow('2b', 'mean.sum', 300 / 365),
      flow('3a', 'standing.level', 100 / 730),
      flow('3b', 'case', 0.3),
    ],
  };
}
