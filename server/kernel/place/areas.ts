import { parse } from 'csv-parse/sync';
import { type AreaSearch, createAreaSearch, type FoundArea } from './area-search.ts';

/**
 * The areas of a district as a tree of three levels: the county (区县), its streets and towns (街道、乡镇), and their communities
 * and villages (社区、村). Codes are the 12 digits of statistics (统计用区划代码), kept as text. The list is data of the
 * programme (`areas.csv`: `code,name,level,parent`) that a district replaces with its own.
 */
export type AreaLevel = 'county' | 'town' | 'village';

export type Area = {
  /** 12 digits. */
  readonly code: string;
  /** The full name: 马驹桥镇, 东关社区居委会. */
  readonly name: string;
  readonly level: AreaLevel;
  /** The code of the area above. The county's own parent, the city, isn't in the list. */
  readonly parent: string;
};

export type Areas = {
  readonly county: Area;
  readonly towns: readonly Area[];
  readonly villages: readonly Area[];
  /** The county first, then in the order of the list. */
  readonly all: readonly Area[];
  findByCode(code: string): Area | undefined;
  /** The areas directly below; none for an unknown code. */
  childrenOf(code: string): readonly Area[];
  /** The street or town that a code is or lies in; `undefined` for the county and for unknown codes. */
  townOf(code: string): Area | undefined;
  /** Whether the first area is the second or lies in it. */
  isWithin(code: string, outer: string): boolean;
  /** The area a person or a spreadsheet means by a code or a name. */
  findArea(text: string, search?: AreaSearch): FoundArea;
};

/** Why a list of areas can't be used; `params` name the line and what stands there. */
export class AreasError extends Error {
  readonly code: AreasErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: AreasErrorCode, params: Record<string, string | number> = {}) {
    super(`${code}: ${JSON.stringify(params)}`);
    this.name = 'AreasError';
    this.code = code;
    this.params = Object.freeze({ ...params });
  }
}

export type AreasErrorCode =
  | 'areas-unreadable'
  | 'areas-columns'
  | 'areas-code'
  | 'areas-name'
  | 'areas-level'
  | 'areas-duplicate'
  | 'areas-parent'
  /** There must be exactly one county; `found` says how many there are. */
  | 'areas-county';

const LEVEL_ABOVE: Readonly<Record<AreaLevel, AreaLevel | undefined>> = { county: undefined, town: 'county', village: 'town' };

/**
 * Reads the text of `areas.csv` (UTF-8, with or without byte-order mark, rows in any order).
 * @throws AreasError naming the line, for the first thing that is wrong
 */
export function loadAreas(csvText: string): Areas {
  const rows = parseRows(csvText);
  const byCode = new Map<string, Area>();
  for (const { area, line } of rows) {
    if (byCode.has(area.code)) throw new AreasError('areas-duplicate', { line, code: area.code });
    byCode.set(area.code, area);
  }
  const children = new Map<string, Area[]>();
  for (const { area, line } of rows) {
    const above = LEVEL_ABOVE[area.level];
    if (above === undefined) continue;
    if (byCode.get(area.parent)?.level !== above)
      throw new AreasError('areas-parent', { line, parent: area.parent, expected: above });
    children.set(area.parent, [...(children.get(area.parent) ?? []), area]);
  }
  const listed = rows.map((row) => row.area);
  const [county, ...others] = listed.filter((area) => area.level === 'county');
  if (!county || others.length > 0) throw new AreasError('areas-county', { found: county ? others.length + 1 : 0 });

  const ancestry = (code: string): Area[] => {
    const area = byCode.get(code);
    return area ? [area, ...ancestry(area.parent)] : [];
  };
  const tree = {
    county,
    towns: Object.freeze(listed.filter((area) => area.level === 'town')),
    villages: Object.freeze(listed.filter((area) => area.level === 'village')),
    all: Object.freeze([county, ...listed.filter((area) => area !== county)]),
    findByCode: (code: string) => byCode.get(code),
    childrenOf: (code: string) => children.get(code) ?? [],
    townOf: (code: string) => ancestry(code).find((area) => area.level === 'town'),
    isWithin: (code: string, outer: string) => ancestry(code).some((area) => area.code === outer),
  };
  return Object.freeze({ ...tree, findArea: createAreaSearch(tree) });
}

function parseRows(csvText: string): { area: Area; line: number }[] {
  let records: string[][];
  try {
    records = parse(csvText, { bom: true, skip_empty_lines: true, trim: true, relax_column_count: true });
  } catch (error) {
    throw new AreasError('areas-unreadable', { reason: error instanceof Error ? error.message : 'unreadable' });
  }
  const [header, ...body] = records;
  if (header?.join(',') !== 'code,name,level,parent')
    throw new AreasError('areas-columns', { expected: 'code,name,level,parent' });
  return body.map(([code = '', name = '', level = '', parent = ''], index) => {
    const line = index + 2;
    if (!/^\d{12}$/.test(code)) throw new AreasError('areas-code', { line, code });
    if (name === '') throw new AreasError('areas-name', { line, code });
    if (level !== 'county' && level !== 'town' && level !== 'village') throw new AreasError('areas-level', { line, level });
    return { area: Object.freeze({ code, name, level, parent }), line };
  });
}
