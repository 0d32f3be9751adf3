import type { FrozenFigure, VerifiedNumber } from '../contract.ts';

export type Number = number | string | null;

/** Every number that a bulletin tells of a figure, by what it is and whose: `value `, `month 2026-03`, `town 110112109000`. */
export function numbersIn(figure: FrozenFigure): Map<string, Number> {
  const { statement, inSpan, change } = figure;
  const numbers = new Map<string, Number>([
    ['value ', figure.current.value],
    ['part ', figure.current.part ?? null],
    ['whole ', figure.current.whole ?? null],
    ['records ', figure.current.records],
    ['path ', figure.path],
    ['pace ', figure.pace],
    ['light ', figure.light],
    ['in-span ', inSpan?.value ?? null],
    ['in-span-part ', inSpan?.part ?? null],
    ['in-span-whole ', inSpan?.whole ?? null],
    ['in-span-records ', inSpan?.records ?? null],
    ['change ', change?.value ?? null],
    ['last-day ', figure.lastDay],
    ['all-records ', statement.records],
    ['duplicates ', statement.duplicates],
    ['corrections ', statement.corrections],
    ['late ', statement.late],
  ]);
  for (const { month, value, standing, path } of figure.months) {
    numbers.set(`month ${month}`, value);
    numbers.set(`month-standing ${month}`, standing);
    numbers.set(`month-path ${month}`, path);
  }
  for (const { code, value, records } of figure.towns) {
    numbers.set(`town ${code}`, value);
    numbers.set(`town-records ${code}`, records);
  }
  for (const { code, value, records } of figure.units) {
    numbers.set(`unit ${code}`, value);
    numbers.set(`unit-records ${code}`, records);
  }
  return numbers;
}

/** The two sides of one figure's numbers, whichever of them is missing on either. */
export function compareNumbers(
  figure: string,
  released: ReadonlyMap<string, Number>,
  recounted: ReadonlyMap<string, Number>,
): VerifiedNumber[] {
  const keys = new Set([...released.keys(), ...recounted.keys()]);
  return [...keys].map((key) => {
    const [what = '', of = ''] = key.split(' ', 2);
    const [said, found] = [released.get(key) ?? null, recounted.get(key) ?? null];
    return { figure, what, key: of, released: said, recounted: found, isEqual: said === found };
  });
}
