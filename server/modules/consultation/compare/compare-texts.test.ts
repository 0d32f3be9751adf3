import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrySpan } from './carry-span.ts';
import { compareTexts, wordsOf } from './compare-texts.ts';
import { diffLists } from './diff.ts';

const shown = (before: string, after: string): string =>
  compareTexts(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
const texts = fc
  .array(fc.constantFrom('就业', '驿站', '岗位', '，', '。', '\n', '每年', '40', '个', '的', '培训', ' '), { maxLength: 60 })
  .map((words) => words.join(''));

describe('two versions, word by word', () => {
  it('tell whole words, never halves of them', () => {
    expect(shown('对符合条件的小微企业给予贷款支持。', '对符合条件的个人及小微企业给予创业担保贷款支持。')).toBe(
      '对符合条件的{+个人及+}小微企业给予{+创业担保+}贷款支持。',
    );
    expect(wordsOf('就业服务')).not.toContain('业服');
  });
  it('tell a changed number as a whole', () => {
    expect(shown('建成驿站40个。', '建成驿站48个。')).toBe('建成驿站[-40-]{+48+}个。');
  });
  it('tell an edit where a clause begins or ends, not one letter beside it', () => {
    expect(shown('配合单位：区财政局、区教委', '配合单位：区教委')).toBe('配合单位：[-区财政局、-]区教委');
    expect(shown('区教委、区妇联。', '区教委、区残联、区妇联。')).toBe('区教委、{+区残联、+}区妇联。');
  });
  it('leave the lines that stayed alone when lines before them come and go', () => {
    expect(shown('一。\n二。\n三。\n', '零。\n一。\n三。\n四。\n')).toBe('{+零。\n+}一。\n[-二。\n-]三。\n{+四。\n+}');
  });
  it('of nothing and something, or of the same, are told plainly', () => {
    expect(compareTexts('', '')).toEqual([]);
    expect(shown('', '甲')).toBe('{+甲+}');
    expect(shown('甲', '')).toBe('[-甲-]');
    expect(shown('甲乙', '甲乙')).toBe('甲乙');
  });
  it('joined again they are both versions, whatever the versions are', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const pieces = compareTexts(before, after);
        expect(
          pieces
            .filter(({ kind }) => kind !== 'insert')
            .map(({ text }) => text)
            .join(''),
        ).toBe(before);
        expect(
          pieces
            .filter(({ kind }) => kind !== 'delete')
            .map(({ text }) => text)
            .join(''),
        ).toBe(after);
        for (const { kind, text, old, new: now } of pieces) {
          if (kind !== 'insert') expect(before.slice(...old)).toBe(text);
          if (kind !== 'delete') expect(after.slice(...now)).toBe(text);
        }
      }),
    );
  });
  it('lose no common item that a plain longest-common-subsequence would keep, when no item is unique', () => {
    const longest = (a: string[], b: string[]): number => {
      const row = new Array<number>(b.length + 1).fill(0);
      for (const one of a) {
        let corner = 0;
        for (let j = 1; j <= b.length; j++) {
          const above = row[j] ?? 0;
          row[j] = one === b[j - 1] ? corner + 1 : Math.max(above, row[j - 1] ?? 0);
          corner = above;
        }
      }
      return row[b.length] ?? 0;
    };
    const list = fc.array(fc.constantFrom('a', 'b'), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(list, list, (tail, other) => {
        const [a, b] = [
          ['a', 'b', 'a', 'b', ...tail],
          ['a', 'b', 'a', 'b', ...other],
        ];
        const kept = diffLists(a, b).reduce((sum, { isSame, old }) => sum + (isSame ? old[1] - old[0] : 0), 0);
        expect(kept).toBeLessThanOrEqual(longest(a, b));
        expect(kept).toBeGreaterThanOrEqual(Math.floor(longest(a, b) * 0.8));
      }),
    );
  });
  it('a megabyte with edits here and there is compared within a second or two', () => {
    const before = Array.from({ length: 12_000 }, (_, i) => `第${i}段：组织零工培训，提供就业服务，落实资金保障。\n`).join('');
    const after = before.replace(/第(\d*)00段：组织/g, '第$100段：大力组织').replace('第777段', '第七百七十七段');
    const start = performance.now();
    const pieces = compareTexts(before, after);
    expect(pieces.filter(({ kind }) => kind === 'insert').length).toBeGreaterThan(100);
    expect(performance.now() - start).toBeLessThan(4000);
  });
  it('texts that have nothing in common end too', () => {
    const one = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7) % 900))).join('');
    const other = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x5e00 + ((i * 11) % 900))).join('');
    const start = performance.now();
    expect(compareTexts(one, other).length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});

describe('words carried to the next version', () => {
  const carried = (before: string, after: string, words: string) => {
    const from = before.indexOf(words);
    const { state, span } = carrySpan(compareTexts(before, after), [from, from + words.length], before, after);
    return [state, span && after.slice(...span)];
  };
  it('stay when only text around them changes', () => {
    expect(carried('每年培训零工3000人次。', '全区每年免费培训零工3000人次以上。', '培训零工')).toEqual(['kept', '培训零工']);
  });
  it('follow an edit inside them', () => {
    expect(carried('每年培训零工3000人次。', '每年培训零工4000人次。', '培训零工3000人次')).toEqual([
      'edited',
      '培训零工4000人次',
    ]);
  });
  it('are lost when they are gone', () => {
    expect(carried('每年培训零工。设立窗口。', '设立窗口。', '每年培训零工')).toEqual(['lost', null]);
  });
  it('are found again where their paragraph was moved', () => {
    expect(
      carried('一、培训零工。\n二、设立窗口。\n三、资金。\n', '二、设立窗口。\n三、资金。\n一、培训零工。\n', '培训零工'),
    ).toEqual(['kept', '培训零工']);
  });
  it('always lie inside the new version', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(80), fc.nat(20), (before, after, from, length) => {
        const start = Math.min(from, before.length);
        const { span } = carrySpan(compareTexts(before, after), [start, Math.min(before.length, start + length)], before, after);
        if (span) expect(span[0] >= 0 && span[0] <= span[1] && span[1] <= after.length).toBe(true);
      }),
    );
  });
});
