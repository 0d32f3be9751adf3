import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** What a page looks like on the screen: a print rule may hide anybody's class. */
function onScreen(css: string): string {
  let rest = css.replace(/\/\*[\s\S]*?\*\//g, '');
  for (let at = rest.indexOf('@media print'); at >= 0; at = rest.indexOf('@media print')) {
    let [end, depth] = [rest.indexOf('{', at) + 1, 1];
    for (; depth > 0; end += 1) depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0;
    rest = rest.slice(0, at) + rest.slice(end);
  }
  return rest;
}

/** The classes that a stylesheet gives a look of their own, wherever they stand. */
const classesOf = (css: string): Set<string> =>
  new Set(
    Array.from(onScreen(css).matchAll(/([^{}@;]+)\{/g), ([, selectors = '']) => selectors.split(',')).flatMap((selectors) =>
      selectors.flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []),
    ),
  );

it('two pages never give the same class two looks: each class is drawn in one stylesheet', () => {
  const sheets = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(5);
  const drawnIn = new Map<string, string[]>();
  for (const sheet of sheets)
    for (const name of classesOf(readFileSync(path.join(import.meta.dirname, sheet), 'utf8')))
      drawnIn.set(name, [...(drawnIn.get(name) ?? []), sheet]);
  expect([...drawnIn].filter(([, found]) => found.length > 1)).toEqual([]);
});
