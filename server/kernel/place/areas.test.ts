import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaLevel, AreasError, loadAreas } from './areas.ts';

const text = readFileSync(new URL('../../../programme/tongzhou/areas.csv', import.meta.url), 'utf8');
const areas = loadAreas(text);

/** The full names a search gives, with the town in front of communities and villages. */
function namesOf(query: string, search?: { level?: AreaLevel; within?: string }): string[] {
  const result = areas.findArea(query, search);
  const found = result.found === 'none' ? [] : result.found === 'one' ? [result.area] : result.candidates;
  return found.map((area) => (area.level === 'village' ? `${areas.townOf(area.code)?.name}/${area.name}` : area.name));
}

describe('the areas of Tongzhou', () => {
  test('are one district, 22 streets and towns, and 587 communities and villages', () => {
    expect(areas.county.name).toBe('通州区');
    expect(areas.towns).toHaveLength(22);
    expect(areas.villages).toHaveLength(587);
    expect(areas.all).toHaveLength(610);
  });

  test('form a tree: every area has its town, and the children add up', () => {
    expect(areas.childrenOf(areas.county.code)).toHaveLength(22);
    expect(areas.towns.reduce((sum, town) => sum + areas.childrenOf(town.code).length, 0)).toBe(587);
    for (const village of areas.villages) {
      const town = areas.townOf(village.code);
      expect(town?.code).toBe(village.parent);
      expect(areas.isWithin(village.code, areas.county.code)).toBe(true);
      expect(areas.isWithin(areas.county.code, village.code)).toBe(false);
    }
    expect(areas.townOf('110112109000')?.name).toBe('马驹桥镇');
    expect(areas.townOf(areas.county.code)).toBeUndefined();
    expect(areas.townOf('999999999999')).toBeUndefined();
    expect(areas.childrenOf('999999999999')).toEqual([]);
    expect(areas.isWithin('999999999999', areas.county.code)).toBe(false);
  });
});

describe('finding the area that a spreadsheet means', () => {
  test.each([
    ['110112109000', ['马驹桥镇']],
    ['110112109', ['马驹桥镇']],
    ['110112', ['通州区']],
    ['马驹桥镇', ['马驹桥镇']],
    ['马驹桥', ['马驹桥镇']],
    [' 马驹桥 镇\u3000', ['马驹桥镇']],
    ['马驹桥镇人民政府', ['马驹桥镇']],
    ['中仓街道办事处', ['中仓街道']],
    ['北苑街道办', ['北苑街道']],
    ['永顺地区办事处', ['永顺镇']],
    ['梨园地区', ['梨园镇']],
    ['于家务乡', ['于家务回族乡']],
    ['漷县镇', ['漷县镇']],
    ['东关社区', ['中仓街道/东关社区居委会']],
    ['东关社区居委会', ['中仓街道/东关社区居委会']],
    ['东关社区居民委员会', ['中仓街道/东关社区居委会']],
    ['东关', ['中仓街道/东关社区居委会']],
    ['凌家庙村', ['潞城镇/凌家庙村村委会']],
    ['凌家庙村民委员会', ['潞城镇/凌家庙村村委会']],
    ['西马庄社区', ['永顺镇/西马庄社区居委会']],
    ['西马庄村', ['永顺镇/西马庄村委会']],
    ['通州', ['通州区']],
    ['北京市通州区', ['通州区']],
    ['北京市通州区马驹桥镇', ['马驹桥镇']],
    ['通州马驹桥', ['马驹桥镇']],
    ['北京市马驹桥镇', ['马驹桥镇']],
    ['马驹桥镇张各庄村', ['马驹桥镇/张各庄村委会']],
    ['北京市通州区西集镇张各庄村委会', ['西集镇/张各庄村委会']],
    ['梨园镇梨园村', ['梨园镇/梨园村委会']],
    ['永顺永顺村', ['永顺镇/永顺村村委会']],
  ])('%j is one: %j', (query, names) => {
    expect(namesOf(query)).toEqual(names);
    expect(areas.findArea(query).found).toBe('one');
  });

  test.each([
    ['张各庄村', ['马驹桥镇/张各庄村委会', '西集镇/张各庄村委会']],
    ['三间房村委会', ['梨园镇/三间房村委会', '张家湾镇/三间房村委会']],
    ['西马庄', ['永顺镇/西马庄社区居委会', '永顺镇/西马庄村委会']],
    ['永顺', ['永顺镇', '永顺镇/永顺村村委会']],
    ['漷县', ['漷县镇', '漷县镇/漷县村村委会']],
  ])('%j may be several, and a person chooses: %j', (query, names) => {
    expect(namesOf(query).sort()).toEqual([...names].sort());
    expect(areas.findArea(query).found).toBe('several');
  });

  test('a community named under a newer street, but listed under an older town, is offered and not guessed', () => {
    expect(namesOf('九棵树街道云景里社区')).toEqual(['九棵树街道', '梨园镇/云景里社区居委会']);
  });

  test('a community of another town than the one named is not taken', () => {
    expect(areas.findArea('马驹桥镇云景里社区').found).toBe('none');
  });

  test.each([
    '',
    '   ',
    '朝阳区',
    '北京市朝阳区建国门街道',
    '不存在的村',
    '街道',
    '村委会',
    '1101',
    '110112999000',
    '镇',
    '=SUM(A1)',
    '马'.repeat(100_000),
  ])('%.20s is none', (query) => {
    expect(areas.findArea(query)).toEqual({ found: 'none' });
  });

  test('a column of towns is read as towns, and within a town only its own villages are found', () => {
    expect(namesOf('永顺', { level: 'town' })).toEqual(['永顺镇']);
    expect(namesOf('永顺', { level: 'village' })).toEqual(['永顺镇/永顺村村委会']);
    expect(namesOf('张各庄', { within: '110112110000' })).toEqual(['西集镇/张各庄村委会']);
    expect(areas.findArea('110112109000', { level: 'village' }).found).toBe('none');
    expect(areas.findArea('东关社区', { within: '110112110000' }).found).toBe('none');
  });

  test('every area is found by its code, and by its full name with its town in front', () => {
    for (const area of areas.all) {
      expect(areas.findArea(area.code)).toEqual({ found: 'one', area });
      const address = area.level === 'village' ? `${areas.townOf(area.code)?.name}${area.name}` : area.name;
      expect(areas.findArea(`北京市通州区${address}`), address).toEqual({ found: 'one', area });
    }
  });

  test('any text whatever gets an answer, never an error', () => {
    const piece = fc.constantFrom(
      '通州',
      '区',
      '北京市',
      '马驹桥',
      '镇',
      '村',
      '社区',
      '居委会',
      '张各庄',
      '永顺',
      '1',
      ' ',
      '𠮷',
      '(',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 12 }).map((list) => list.join('')),
        ),
        (query) => {
          expect(['one', 'none', 'several']).toContain(areas.findArea(query).found);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a list of areas', () => {
  const head = 'code,name,level,parent\n110112000000,通州区,county,110100000000\n';
  test.each([
    ['', 'areas-columns', {}],
    ['code,name,level,parent\n', 'areas-county', { found: 0 }],
    ['code,name\n1,2\n', 'areas-columns', {}],
    [`${head}11011200100,中仓街道,town,110112000000\n`, 'areas-code', { line: 3 }],
    [`${head}110112001000,,town,110112000000\n`, 'areas-name', { line: 3 }],
    [`${head}110112001000,中仓街道,street,110112000000\n`, 'areas-level', { line: 3, level: 'street' }],
    [`${head}110112001000,中仓街道,town,110113000000\n`, 'areas-parent', { line: 3, expected: 'county' }],
    [`${head}110112001001,东关社区居委会,village,110112000000\n`, 'areas-parent', { line: 3, expected: 'town' }],
    [`${head}110112000000,通州区,county,110100000000\n`, 'areas-duplicate', { line: 3 }],
    [`${head}110113000000,顺义区,county,110100000000\n`, 'areas-county', { found: 2 }],
    [`${head}110112001000,"中仓,town\n`, 'areas-unreadable', {}],
  ])('that is wrong is refused with its place (%#)', (csv, code, params) => {
    expect.assertions(2);
    try {
      loadAreas(csv);
    } catch (error) {
      expect(error).toBeInstanceOf(AreasError);
      expect(error).toMatchObject({ code, params });
    }
  });

  test('may begin with a byte-order mark, have Windows line ends and its rows in any order', () => {
    const lines = text.trim().split('\n');
    const shuffled = [lines[0], ...lines.slice(1).reverse()].join('\r\n');
    const loaded = loadAreas(`\uFEFF${shuffled}\r\n`);
    expect(loaded.all).toHaveLength(610);
    expect(loaded.all[0]).toEqual(areas.county);
    expect(loaded.townOf('110112001001')?.name).toBe('中仓街道');
  });
});
