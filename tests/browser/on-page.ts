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

/** Nothing that axe finds, nothing wider than its window. */
export async function looksRight(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await tooWide(page)).toBe(0);
}
