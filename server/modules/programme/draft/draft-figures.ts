import type { FactKind } from '../../../kernel/fact/kind.ts';
import type { Target as ConfirmedTarget, CountingRule, FigureDefinition } from '../../../kernel/figure/definition.ts';
import { selectionsOf } from '../check/check-figures.ts';
import { measuredIn } from '../check/measured-in.ts';
import type { Measure as ConfirmedMeasure } from '../contract.ts';
import type { Measure, Target } from '../reader/reading.ts';
import { type Before, carriedFigure, continuedFigures } from './carry-over.ts';
import type { Doubt, DraftFigure, PrintedTarget } from './contract.ts';
import { limitsOf, promiseInEnglish, UNWRITTEN, unitText, untranslated } from './english.ts';
import { lastDayOf, renewalOf } from './period.ts';
import { GOOD_ENOUGH, suggestRules } from './suggest-rule.ts';

export type FigureContext = {
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly validUntil: string;
  readonly before: Before | undefined;
};

/**
 * A measure's promises as figures: those that go on from the version in force keep their rule; to new ones a rule is suggested. A
 * figure in force that the paper does not print (added by hand, or its promise is gone) is carried over for a person to decide about:
 * nothing drops out of a programme unseen.
 */
export function figuresOf(measure: Measure, confirmed: ConfirmedMeasure | undefined, context: FigureContext): DraftFigure[] {
  const { before, kinds, validUntil } = context;
  const continued = continuedFigures(measure.targets, confirmed, before);
  const going = new Set(continued.values());
  const unprinted = before ? (confirmed?.figures ?? []).filter((old) => !going.has(old)) : [];
  const codes = codesFor(
    measure,
    [...going, ...unprinted].map(({ code }) => code),
  );
  const codeOf = (old: FigureDefinition | undefined) =>
    old && old.code.replace(/[a-z]$/, '') === String(measure.no) ? old.code : (codes.shift() ?? UNWRITTEN);
  const printedFigures = measure.targets.map((target): DraftFigure => {
    const printed = printedOf(target);
    const old = continued.get(target);
    const suggestions = suggestRules(printed, kinds);
    const figure = old && before ? carriedFigure(old, printed, before, validUntil) : newFigure(printed, suggestions, context);
    const doubts = target.upTo === null ? figure.doubts : [...figure.doubts, upToDoubt(target.upTo)];
    const spans = [target.span, target.numberSpan];
    return { ...figure, doubts, state: 'read', spans, code: codeOf(old), printed, suggestions };
  });
  return [
    ...printedFigures,
    ...unprinted.map(
      (old): DraftFigure => ({
        ...structuredClone(old),
        doubts: [{ at: '/target', code: 'doubt-not-printed', params: {} }],
        state: 'read',
        spans: [],
        code: codeOf(old),
        printed: null,
        suggestions: [],
      }),
    ),
  ];
}

const upToDoubt = (upTo: number): Doubt => ({ at: '/target/value', code: 'doubt-range-printed', params: { upTo } });

const printedOf = ({ text, value, unit, comparator, period, deadline }: Target): PrintedTarget => ({
  // A promise may run over a line's end; as wording it doesn't.
  text: text.replace(/\s*\n\s*/g, '').slice(0, 1000),
  value,
  unit,
  comparator,
  period,
  deadline,
});

/** Free codes of a measure: its bare number where it has one figure, else its number with letters. */
function codesFor({ no, targets }: Measure, taken: readonly string[]): string[] {
  if (targets.length === 1 && taken.length === 0) return [String(no)];
  return [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => `${no}${letter}`).filter((code) => !taken.includes(code));
}

type NewFigure = Omit<DraftFigure, 'state' | 'spans' | 'code' | 'printed'>;

function newFigure(printed: PrintedTarget, suggestions: DraftFigure['suggestions'], context: FigureContext): NewFigure {
  const best = suggestions[0];
  const count = best && best.score >= GOOD_ENOUGH ? best.count : null;
  const kind = count ? context.kinds.get(selectionsOf(count)[0]?.selection.kind ?? '') : undefined;
  const isCoverage = count?.rule === 'coverage' && measuredIn(printed.unit) !== 'share';
  const unit = isCoverage ? { zh: '%', en: '%' } : unitText(printed.unit, kind);
  const target = targetOf(printed, count, isCoverage, context.validUntil);
  const title = subjectOf(printed.text);
  const renewal = renewalOf(printed.period);
  const doubts: Doubt[] = [
    count
      ? {
          at: '/count',
          code: 'doubt-rule-suggested',
          params: { because: best?.because.join('、') ?? '', score: best?.score ?? 0 },
        }
      : { at: '/count', code: 'doubt-no-record', params: {} },
    ...(isCoverage
      ? [{ at: '/target', code: 'doubt-counted-as-coverage', params: { printed: printed.text.slice(0, 200) } }]
      : []),
    ...(renewal.isSure || isCoverage || target.per === 'standing'
      ? []
      : [{ at: '/target/per', code: 'doubt-period', params: { period: printed.period ?? '—', per: target.per } }]),
    ...(kind ? [{ at: '/promise/en', code: 'doubt-english-made', params: {} }] : []),
  ];
  return {
    doubts,
    title: kind ? { zh: title, en: kind.title.en } : untranslated(title),
    promise: kind
      ? { zh: printed.text, en: promiseInEnglish(kind, target, unit.en, count?.rule === 'coverage') }
      : untranslated(printed.text),
    unit,
    decimals: measuredIn(unit.zh) === 'share' ? 1 : Math.min(2, String(printed.value).split('.')[1]?.length ?? 0),
    target,
    count,
    limits: limitsOf(count),
    suggestions,
  };
}

function targetOf(
  printed: PrintedTarget,
  count: CountingRule | null,
  isCoverage: boolean,
  validUntil: string,
): DraftFigure['target'] {
  const { per, times } = renewalOf(printed.period);
  const by = lastDayOf(printed.deadline) ?? validUntil;
  if (isCoverage) return { comparator: '>=', value: 100, per: 'standing', by };
  const isShare = measuredIn(printed.unit) === 'share';
  return { comparator: printed.comparator, value: printed.value * times, per: perOf(count, per, isShare), by };
}

/** Shares and levels don't renew: they are kept, or reached once. */
function perOf(count: CountingRule | null, printed: ConfirmedTarget['per'], isShare: boolean): ConfirmedTarget['per'] {
  if (isShare || count?.rule === 'ratio' || count?.rule === 'coverage') return 'standing';
  return count?.rule === 'level' ? 'programme' : printed;
}

const OPENING = /^(?:力争|确保|实现|争取|努力|推动|其中|并|同时|到20\d\d年底?|每年|每月|年均|三年|五年|累计|全年|，|、)+/;
const AMOUNT =
  /(?:数量|总数)?(?:不?(?:少|低|多|高|超)于|超过?|超|约|近|达到?|突破|各|共|至少)?(?:\d[\d.,]*|[百千万亿]+)[^\p{L}]*(?:万|亿)?.{0,3}(?:以上|左右|以内)?$/u;

/** What a promise is about, without how much and how often: a first title that a person may better. */
function subjectOf(text: string): string {
  const words = text
    .replace(/\s/g, '')
    .replace(OPENING, '')
    .replace(AMOUNT, '')
    .replace(OPENING, '')
    .replace(/(?:每年|每月|[，、：；])+$/, '');
  return (words.length >= 2 ? words : text).slice(-30);
}
