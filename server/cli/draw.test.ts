import { describe, expect, test } from 'vitest';
import { hashOfInput } from '../kernel/draw/draw.ts';
import { type HeldDraw, resultOf } from '../kernel/draw/hold-draw.ts';
import { drawCommand, tellVerdict } from './draw.ts';

const seed = 'ab'.repeat(32);
const input = { method: 'take', candidates: ['a', 'b', 'c'], take: 2 } as const;
const held: HeldDraw = {
  id: '00000000-0000-7000-8000-000000000000',
  purpose: 'sample',
  input,
  inputHash: hashOfInput(input),
  seed,
  result: resultOf(input, seed) ?? [],
  drawnAt: '2026-06-18T00:00:00.000Z',
  drawnBy: 'staff:test',
};

describe('leye draw verify', () => {
  test('shows list hash, seed and result, in both languages, and says whether they go together', () => {
    const { lines, isSame } = tellVerdict(held);
    expect(isSame).toBe(true);
    expect(lines.join('\n')).toContain(seed);
    expect(lines[0]).toContain('重抽一次');
    expect(lines[0]).toContain('Drawn again');
    expect(tellVerdict({ ...held, inputHash: '00'.repeat(32) }).isSame).toBe(false);
    expect(tellVerdict({ ...held, result: ['z'] }).lines[0]).toContain('结果与公布的不同');
  });

  test('is not understood without the number of a draw', async () => {
    expect(await drawCommand(['verify', 'nothing'])).toBe(2);
    expect(await drawCommand([])).toBe(2);
  });
});
