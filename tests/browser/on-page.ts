import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { tooWide, violations } from './axe.ts';

export const PHONE = { width: 360, height: 740 };

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A day as the picker takes it typed. */
export async function pickDay(place: Page | Locator, label: string, day: string): Promise<void> {
  await place.getByLabel(label).fill(day);
  await place.getByLabel(label).press('Enter');
}

/** Nothing that axe finds, nothing wider than its window, no day cut off. */
export async function looksRight(page: Page): Promise<void> {
  // A colour on its way to another is neither.
  await page.evaluate(async () => {
    const changing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(changing.map(({ finished }) => finished));
  });
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
  expect(await cutDays(page)).toEqual([]);
}

/** The days, and what stands for an empty one, that their field cuts off: each with its width and what it would need. */
const cutDays = (page: Page): Promise<string[]> =>
  page.locator('.ant-picker input').evaluateAll((fields) =>
    fields.flatMap((field) => {
      const { value, placeholder, clientWidth } = field as HTMLInputElement; // reason: the selector says so
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) return ['no canvas to measure with'];
      pen.font = getComputedStyle(field).font;
      const needs = Math.ceil(pen.measureText(value || placeholder).width);
      return clientWidth > 0 && needs > clientWidth ? [`${value || placeholder}: ${clientWidth} of ${needs} px`] : [];
    }),
  );
