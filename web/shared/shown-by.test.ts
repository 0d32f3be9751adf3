import { expect, it } from 'vitest';
import { shownBy } from './shown-by.ts';

it('reads a worker’s number, a mobile number, and the code of a card, alone or in an address', () => {
  expect(shownBy('123456')).toEqual({ body: { number: '123456' }, end: '…3456' });
  expect(shownBy('138 1234 5678')).toEqual({ body: { number: '13812345678' }, end: '…5678' });
  expect(shownBy('aB3_x-9QwErT')).toEqual({ body: { card: 'aB3_x-9QwErT' }, end: '…ErT' });
  expect(shownBy('https://leye.test/c/aB3_x-9QwErT')).toMatchObject({ body: { card: 'aB3_x-9QwErT' } });
});

it('takes nothing else for one of them', () => {
  for (const text of ['', '12345', '12345678', '12812345678', 'aB3_x-9QwEr', '110105194912310021', 'card aB3_x-9QwErTy'])
    expect(shownBy(text), text).toBeUndefined();
});
