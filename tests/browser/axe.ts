import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA and its own best practice, contrast included: the rule, and the first element that breaks it. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return await page.evaluate(async () => {
    // reason: axe has just been put there
    const { violations } = await (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    });
    // The rest of what axe tells, all that it found in order, stays in the page.
    return violations.map(
      ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 300) ?? ''} ${nodes[0]?.any[0]?.message ?? ''}`,
    );
  });
}

/** How far the page reaches beyond its window, in px; 0 when it fits. A chart is given a moment to follow its window. */
export async function tooWide(page: Page): Promise<number> {
  const beyond = () => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page
    .waitForFunction(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth, undefined, {
      timeout: 2000,
    })
    .catch(() => undefined);
  return await page.evaluate(beyond);
}
