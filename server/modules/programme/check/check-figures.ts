import type { FactKind } from '../../../kernel/fact/kind.ts';
import type { CountingRule, FigureDefinition, Selection, Target } from '../../../kernel/figure/definition.ts';
import { isDay } from '../../../kernel/term/day.ts';
import type { Measure, Programme } from '../contract.ts';
import { error, type Fault, warning } from './fault.ts';
import { measuredIn } from './measured-in.ts';

type Kinds = ReadonlyMap<string, FactKind>;

/** What is wrong with the figures. `odd` holds paths of figures whose counting rule has no known shape: it is not judged again. */
export function figureFaults(programme: Programme, kinds: Kinds, odd: ReadonlySet<string>): Fault[] {
  const seen = new Set<string>();
  return programme.measures.flatMap((measure, i) =>
    measure.figures.flatMap((figure, j) => {
      const at = `/measures/${i}/figures/${j}`;
      const isTwice = seen.has(figure.code);
      seen.add(figure.code);
      return [
        ...(isTwice ? [error(`${at}/code`, 'check-code-twice', { code: figure.code })] : codeFaults(measure, figure, at)),
        ...targetFaults(figure.target, programme, `${at}/target`),
        ...pathFaults(figure.target, programme, `${at}/target`),
        ...unitFaults(figure, at),
        ...(odd.has(at) ? [] : ruleFaults(figure, kinds, at)),
      ];
    }),
  );
}

function codeFaults({ no }: Measure, { code }: FigureDefinition, at: string): Fault[] {
  const isOfMeasure = code.replace(/[a-z]$/, '') === String(no);
  return isOfMeasure || code === '' ? [] : [error(`${at}/code`, 'check-code-of-measure', { code, no })];
}

function targetFaults({ by, value }: Target, { startsOn, validUntil }: Programme, at: string): Fault[] {
  const faults: Fault[] = [];
  if (/^\d{4}-\d{2}-\d{2}$/.test(by) && !isDay(by)) faults.push(error(`${at}/by`, 'check-not-a-day', { day: by }));
  else if (isDay(by) && (by <= startsOn || (isDay(validUntil) && by > validUntil)))
    faults.push(error(`${at}/by`, 'check-deadline-outside', { by, startsOn, validUntil }));
  if (value < 0) faults.push(error(`${at}/value`, 'check-negative', { value }));
  return faults;
}

/** Interim values: inside the programme, one a day, each later than the one before, on the way to the target. */
function pathFaults({ path = [], per, by, comparator }: Target, { startsOn }: Programme, at: string): Fault[] {
  if (path.length > 0 && (per === 'month' || per === 'standing')) return [warning(`${at}/path`, 'check-path-unused')];
  return path.flatMap(({ day, value }, i) => {
    const before = path[i - 1];
    const point = `${at}/path/${i}`;
    if (!isDay(day)) return [error(`${point}/day`, 'check-not-a-day', { day })];
    if (day < startsOn || (isDay(by) && day > by)) return [error(`${point}/day`, 'check-path-outside', { day, startsOn, by })];
    if (before && before.day >= day) return [error(`${point}/day`, 'check-path-order', { day, before: before.day })];
    const isNewYear = per === 'year' && before?.day.slice(0, 4) !== day.slice(0, 4);
    const turnsBack = before && !isNewYear && (comparator === '<=' ? value > before.value : value < before.value);
    return turnsBack ? [warning(`${point}/value`, 'check-path-turns-back', { value, before: before.value })] : [];
  });
}

function unitFaults({ unit, decimals, target, count }: FigureDefinition, at: string): Fault[] {
  const measured = measuredIn(unit.zh);
  if (measured === 'share') {
    const isOver = target.value > 100 && target.comparator !== '<=';
    return isOver ? [error(`${at}/target/value`, 'check-over-hundred', { value: target.value })] : [];
  }
  const faults: Fault[] = [];
  if (measured === 'count' && decimals > 0) faults.push(warning(`${at}/decimals`, 'check-decimals', { unit: unit.zh }));
  const isFiner = decimalsOf(target.value) > decimals && count?.rule !== 'typed';
  if (isFiner) faults.push(warning(`${at}/decimals`, 'check-target-finer', { value: target.value, decimals }));
  return faults;
}

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

function ruleFaults(figure: FigureDefinition, kinds: Kinds, at: string): Fault[] {
  const { count } = figure;
  const unknown = selectionsOf(count).flatMap(({ place, selection }) =>
    selectionFaults(selection, kinds, `${at}/count/${place}`),
  );
  return [...unknown, ...agreementFaults(figure, at), ...(unknown.length > 0 ? [] : kindFaults(figure, kinds, at))];
}

/** Every set of facts a rule names, with its place in the rule. */
export function selectionsOf(count: CountingRule): { place: string; selection: Selection }[] {
  if (count.rule === 'typed') return [];
  if (count.rule === 'ratio')
    return [
      { place: 'part', selection: count.part },
      { place: 'whole', selection: count.whole },
    ];
  const counted = { place: 'facts', selection: count.facts };
  return count.rule === 'coverage' && 'kind' in count.of ? [counted, { place: 'of', selection: count.of }] : [counted];
}

function selectionFaults({ kind, variants = [] }: Selection, kinds: Kinds, at: string): Fault[] {
  const known = kinds.get(kind);
  if (!known) return [error(`${at}/kind`, 'check-kind-unknown', { kind, known: [...kinds.keys()].join(', ') })];
  const names = Object.keys(known.variants ?? {});
  return variants.flatMap((variant, i) =>
    names.includes(variant)
      ? []
      : [error(`${at}/variants/${i}`, 'check-variant-unknown', { variant, kind, known: names.join(', ') || '—' })],
  );
}

/** Rule and target must renew together: each year anew is counted by the year, each month by the month. */
function agreementFaults({ count, target, unit }: FigureDefinition, at: string): Fault[] {
  if (count.rule === 'typed') return [];
  const faults: Fault[] = [];
  const isShare = count.rule === 'ratio' || count.rule === 'coverage';
  if (isShare !== (measuredIn(unit.zh) === 'share') && unit.zh !== '')
    faults.push(error(`${at}/unit`, isShare ? 'check-share-unit' : 'check-count-unit', { unit: unit.zh }));
  const fitting = renewals(count);
  if (!fitting.includes(target.per))
    faults.push(error(`${at}/target/per`, 'check-window-differs', { per: target.per, fitting: fitting.join(', ') }));
  return faults;
}

function renewals(count: CountingRule): readonly string[] {
  if (count.rule === 'sum') return { year: ['year'], month: ['month'], programme: ['programme', 'average-year'] }[count.window];
  if (count.rule === 'ratio')
    return { year: ['year', 'standing'], programme: ['programme', 'standing'], standing: ['standing', 'programme'] }[
      count.window
    ];
  return ['standing', 'programme'];
}

/** Whether the kinds can be counted so: what stands is a level, what happened is summed, coverage needs places. */
function kindFaults({ count, unit }: FigureDefinition, kinds: Kinds, at: string): Fault[] {
  return selectionsOf(count).flatMap(({ place, selection }) => {
    const kind = kinds.get(selection.kind);
    if (!kind) return [];
    const where = `${at}/count/${place}/kind`;
    const params = { kind: kind.name };
    const mustStand =
      count.rule === 'level' || count.rule === 'coverage' || (count.rule === 'ratio' && count.window === 'standing');
    if (mustStand && kind.counts !== 'level') return [error(where, 'check-kind-happens', params)];
    if (!mustStand && kind.counts === 'level') return [error(where, 'check-kind-stands', params)];
    if (count.rule === 'coverage' && !kind.byPlace) return [error(where, 'check-kind-without-places', params)];
    const differs = (count.rule === 'sum' || count.rule === 'level') && measuredIn(kind.unit.zh) !== measuredIn(unit.zh);
    return differs && unit.zh !== '' && measuredIn(unit.zh) !== 'share'
      ? [error(`${at}/unit`, 'check-unit-of-kind', { unit: unit.zh, kind: kind.name, counted: kind.unit.zh })]
      : [];
  });
}
