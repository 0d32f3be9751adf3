import type { Unit } from '../contract.ts';
import type { Measure, PolicyReading, Span } from '../reader/reading.ts';
import type { Doubt, DraftUnit } from './contract.ts';
import { UNWRITTEN } from './english.ts';
import { findKnownUnit } from './known-units.ts';

/**
 * The units a paper names, each once, in the order they appear. The code of a name that the programme in force knows stays the same,
 * because records point at it; then what most districts have; else a number, with a doubt.
 */
export function unitsOf(reading: PolicyReading, inForce: readonly Unit[]): DraftUnit[] {
  const places = new Map<string, Span[]>();
  for (const measure of reading.measures) {
    for (const [name, span] of namesIn(measure)) places.set(name, [...(places.get(name) ?? []), span]);
  }
  const codes = new Set<string>();
  return [...places].map(([name, spans], i) => {
    const before = inForce.find((unit) => unit.name.zh === name);
    const known = before ? undefined : findKnownUnit(name);
    const wanted = before?.code ?? known?.code ?? `unit-${i + 1}`;
    // A code of the programme in force belongs to its name alone.
    const isTaken = (code: string) => codes.has(code) || (!before && inForce.some((unit) => unit.code === code));
    const code = firstFree(wanted, isTaken);
    codes.add(code);
    const everyTown = before?.everyTown ?? known?.everyTown ?? false;
    const doubts: Doubt[] = [
      ...(before || known ? [] : [{ at: '/code', code: 'doubt-unit-unknown', params: { name } }]),
      ...(known?.everyTown ? [{ at: '/everyTown', code: 'doubt-every-town', params: { name } }] : []),
    ];
    return {
      state: 'read',
      spans: spans.slice(0, 200),
      doubts,
      code,
      name: { zh: name, en: before?.name.en ?? known?.english ?? UNWRITTEN },
      ...(everyTown ? { everyTown } : {}),
    };
  });
}

function namesIn({ lead, leadSpans, cooperating, cooperatingSpans }: Measure): [string, Span][] {
  const placed = (names: readonly string[], spans: readonly Span[]) =>
    names.flatMap((name, i): [string, Span][] => (spans[i] ? [[name, spans[i]]] : []));
  return [...placed(lead, leadSpans), ...placed(cooperating, cooperatingSpans)];
}

function firstFree(wanted: string, isTaken: (code: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  let next = 2;
  while (isTaken(`${wanted}-${next}`)) next += 1;
  return `${wanted}-${next}`;
}
