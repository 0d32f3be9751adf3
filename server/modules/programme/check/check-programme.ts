import type { FactKind } from '../../../kernel/fact/kind.ts';
import { isDay } from '../../../kernel/term/day.ts';
import { Programme } from '../contract.ts';
import type { Finding } from '../draft/contract.ts';
import { inWords } from '../wording.ts';
import { figureFaults } from './check-figures.ts';
import { error, type Fault, warning } from './fault.ts';
import { isHarmless, shapeFaults } from './shape.ts';

export type CheckOptions = { readonly kinds: ReadonlyMap<string, FactKind> };

/**
 * Everything that is wrong or odd in a programme, in the order of its parts: errors forbid confirming it, warnings don't. Pure.
 * `value` may be anything; where it lacks a programme's shape, only that is said, because nothing else can be judged.
 */
export function checkProgramme(value: unknown, options: CheckOptions): Finding[] {
  const shape = shapeFaults(Programme, value);
  const isCount = ({ path }: Fault) => /^\/measures\/\d+\/figures\/\d+\/count(\/|$)/.test(path);
  if (!shape.every((fault) => isHarmless(fault) || isCount(fault))) return shape.map((fault) => inWords(fault));
  // Reason: the shape was just checked but for empty texts, odd patterns and single counting rules, which every check below bears.
  const programme = value as Programme;
  const odd = new Set(shape.filter(isCount).map(({ path }) => path.replace(/\/count.*$/, '')));
  const faults = [
    ...shape,
    ...dayFaults(programme),
    ...areaFaults(programme),
    ...unitFaults(programme),
    ...measureFaults(programme),
    ...figureFaults(programme, options.kinds, odd),
    ...languageFaults(value, ''),
  ];
  return faults.map((fault) => inWords(fault));
}

function dayFaults({ startsOn, validUntil }: Programme): Fault[] {
  const faults: Fault[] = [];
  for (const [path, day] of [
    ['/startsOn', startsOn],
    ['/validUntil', validUntil],
  ] as const) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(day) && !isDay(day)) faults.push(error(path, 'check-not-a-day', { day }));
  }
  // Figures count in whole months; one that starts in the middle of a month would count days before the programme.
  if (isDay(startsOn) && !startsOn.endsWith('-01')) faults.push(error('/startsOn', 'check-start-of-month', { day: startsOn }));
  if (isDay(startsOn) && isDay(validUntil) && startsOn >= validUntil)
    faults.push(error('/validUntil', 'check-ends-before-start', { startsOn, validUntil }));
  return faults;
}

function areaFaults({ goalAreas, measures }: Programme): Fault[] {
  const used = new Set(measures.map(({ area }) => area));
  return goalAreas.flatMap(({ no }, i) => [
    ...(goalAreas.findIndex((area) => area.no === no) < i ? [error(`/goalAreas/${i}/no`, 'check-number-twice', { no })] : []),
    ...(used.has(no) ? [] : [warning(`/goalAreas/${i}`, 'check-area-unused', { no })]),
  ]);
}

function unitFaults({ units, measures }: Programme): Fault[] {
  const named = new Set(measures.flatMap(({ lead, cooperating }) => [...lead, ...cooperating]));
  return units.flatMap(({ code, name }, i): Fault[] => {
    const at = `/units/${i}`;
    const sameCode = units.findIndex((unit) => unit.code === code) < i;
    const sameName = name.zh !== '' && units.findIndex((unit) => unit.name.zh === name.zh) < i;
    return [
      ...(sameCode && code !== '' ? [error(`${at}/code`, 'check-code-twice', { code })] : []),
      ...(sameName ? [error(`${at}/name/zh`, 'check-name-twice', { name: name.zh })] : []),
      // Leye makes these itself, one a street or town.
      ...(/^town-\d/.test(code) ? [error(`${at}/code`, 'check-code-reserved', { code })] : []),
      ...(named.has(code) ? [] : [warning(at, 'check-unit-unused', { name: name.zh || code })]),
    ];
  });
}

function measureFaults({ goalAreas, units, measures }: Programme): Fault[] {
  const areas = new Set(goalAreas.map(({ no }) => no));
  const codes = new Set(units.map(({ code }) => code));
  return measures.flatMap(({ no, area, lead, cooperating }, i) => {
    const at = `/measures/${i}`;
    const unknown = (list: 'lead' | 'cooperating', named: readonly string[]) =>
      named.flatMap((code, j) => (codes.has(code) ? [] : [error(`${at}/${list}/${j}`, 'check-unit-unknown', { code })]));
    return [
      ...(measures.findIndex((other) => other.no === no) < i ? [error(`${at}/no`, 'check-number-twice', { no })] : []),
      ...(areas.has(area) ? [] : [error(`${at}/area`, 'check-area-unknown', { area })]),
      ...unknown('lead', lead),
      ...unknown('cooperating', cooperating),
      ...cooperating.flatMap((code, j) =>
        lead.includes(code) ? [error(`${at}/cooperating/${j}`, 'check-leads-and-cooperates', { code })] : [],
      ),
    ];
  });
}

/** A text in both languages must be written in the language it claims. */
function languageFaults(value: unknown, path: string): Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = value as { zh?: unknown; en?: unknown }; // reason: only asked for, checked below
  if (typeof zh === 'string' && typeof en === 'string') {
    const isEnglishMissing = en.trim() !== '' && /\p{Script=Han}/u.test(en);
    const isChineseMissing = /[A-Za-z]{3}/.test(zh) && !/\p{Script=Han}/u.test(zh);
    return [
      ...(isChineseMissing ? [warning(`${path}/zh`, 'check-not-chinese', { text: zh.slice(0, 60) })] : []),
      ...(isEnglishMissing ? [warning(`${path}/en`, 'check-not-english', { text: en.slice(0, 60) })] : []),
    ];
  }
  return Object.entries(value).flatMap(([name, part]) => languageFaults(part, `${path}/${name}`));
}
