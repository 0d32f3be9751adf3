import { describe, expect, it } from 'vitest';
import { readTyped } from './typed-who.ts';

describe('what was typed at the check-in', () => {
  it('is a card or a number, as people write it', () => {
    expect(readTyped(' https://leye.example/c/Ab3-dE5_gH7j ')).toMatchObject({ is: 'card' });
    for (const number of ['100 482', '1004829', '138 0000 0000', '138-0000-0000', '+8613800000000', '110101199003071234'])
      expect(readTyped(number), number).toMatchObject({ is: 'number' });
    expect(readTyped('138-0000-0000')).toMatchObject({ text: '13800000000', shown: { end: '…0000' } });
    expect(readTyped('11010119900307123x')).toMatchObject({ is: 'number', shown: undefined });
  });

  it('is told by its length and kind where it can be nobody’s, and is never called a faulty ID number', () => {
    expect(readTyped('   ')).toMatchObject({ fault: 'empty' });
    expect(readTyped('abc')).toMatchObject({ fault: 'unlike' });
    expect(readTyped('1380000000')).toMatchObject({ fault: 'length', n: 10 });
    expect(readTyped('9'.repeat(300))).toMatchObject({ fault: 'length', n: 300 });
    expect(readTyped('12000000000')).toMatchObject({ fault: 'prefix' });
  });
});
