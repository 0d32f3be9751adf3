import { expect, it } from 'vitest';
import { fenOf } from './money.ts';

it('reads yuan as people type them', () => {
  for (const [typed, fen] of [
    ['240', 24_000],
    ['240.5', 24_050],
    [' ２４０．０１ 元', 24_001],
    ['1,200', 120_000],
    ['1.15', 115],
    ['0', 0],
  ] as const)
    expect(fenOf(typed), typed).toBe(fen);
});

it('rounds nothing: parts of a fen are no amount, and neither is anything that is no number', () => {
  for (const typed of ['200.005', '0.001', '', ' ', '-1', 'abc', '两百', '1e3', undefined]) expect(fenOf(typed), typed).toBeNaN();
});
