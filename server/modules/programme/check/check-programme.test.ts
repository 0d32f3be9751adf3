import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordKinds } from '../../records/catalogue.ts';
import { sampleKinds, sampleProgramme, spoilt } from './check.fixture.ts';
import { checkProgrammeText } from './check-file.ts';
import { checkProgramme } from './check-programme.ts';
import { checkWords } from './words.ts';

const options = { kinds: sampleKinds };
const figure = '/measures/0/figures/0';
const share = '/measures/1/figures/0';

/** What is put where, and what the check must say about which place. */
const cases: readonly [title: string, path: string, value: unknown, code: string, at?: string][] = [
  ['a field is missing', '/title', undefined, 'check-missing', ''],
  ['a field has an unknown name', '/titel', 'x', 'check-unknown-field'],
  ['the English is empty', '/title/en', '', 'check-empty'],
  ['a text is only spaces', '/title/zh', '   ', 'check-empty'],
  ['a group is a text', '/title', 'x', 'check-not-group'],
  ['a list is a text', '/units', 'x', 'check-not-list'],
  ['a code was written without quotes', `${figure}/code`, 1, 'check-not-text'],
  ['a target is a text', `${figure}/target/value`, '1000', 'check-not-number'],
  ['decimals are not whole', `${figure}/decimals`, 0.5, 'check-not-whole'],
  ['decimals are out of range', `${figure}/decimals`, 7, 'check-range'],
  ['a switch is a text', '/units/0/everyTown', 'yes', 'check-not-yes-no'],
  ['the comparator is unknown', `${figure}/target/comparator`, '≥', 'check-choice'],
  ['the rule is unknown', `${figure}/count/rule`, 'total', 'check-choice'],
  ['the window is unknown', `${figure}/count/window`, 'week', 'check-choice'],
  ['the rule is missing', `${figure}/count`, null, 'check-missing'],
  ['the district’s code is too short', '/district/code', '1101', 'check-pattern'],
  ['nobody leads', '/measures/0/lead', [], 'check-too-few'],
  [
    'a unit cooperates twice',
    '/measures/0/cooperating',
    ['finance', 'finance'],
    'check-twice-in-list',
    '/measures/0/cooperating/1',
  ],
  ['a day does not exist', '/validUntil', '2027-02-30', 'check-not-a-day'],
  ['the programme starts within a month', '/startsOn', '2025-01-15', 'check-start-of-month'],
  ['the programme ends before it starts', '/validUntil', '2024-12-31', 'check-ends-before-start'],
  ['two goal areas share a number', '/goalAreas/1/no', 1, 'check-number-twice'],
  ['two measures share a number', '/measures/1/no', 1, 'check-number-twice'],
  ['a measure’s goal area is not listed', '/measures/0/area', 9, 'check-area-unknown'],
  ['two units share a code', '/units/1/code', 'human-resources', 'check-code-twice'],
  ['two units share a name', '/units/1/name/zh', '区人力社保局', 'check-name-twice'],
  ['a unit takes a code kept for towns', '/units/1/code', 'town-110112001000', 'check-code-reserved'],
  ['an unknown unit leads', '/measures/0/lead', ['nobody'], 'check-unit-unknown', '/measures/0/lead/0'],
  [
    'a unit leads and cooperates',
    '/measures/0/cooperating',
    ['human-resources'],
    'check-leads-and-cooperates',
    '/measures/0/cooperating/0',
  ],
  ['two figures share a code', '/measures/0/figures/1/code', '1a', 'check-code-twice'],
  ['a figure’s code belongs to another measure', `${figure}/code`, '2a', 'check-code-of-measure'],
  ['a deadline lies after the programme', `${figure}/target/by`, '2028-12-31', 'check-deadline-outside'],
  ['a deadline lies before the programme', `${figure}/target/by`, '2024-12-31', 'check-deadline-outside'],
  ['a target is below zero', `${figure}/target/value`, -5, 'check-negative'],
  [
    'a path leaves the programme',
    `${figure}/target/path`,
    [{ day: '2029-01-01', value: 1 }],
    'check-path-outside',
    `${figure}/target/path/0/day`,
  ],
  ['a share is more than all', `${share}/target/value`, 120, 'check-over-hundred'],
  ['a kind does not exist', `${figure}/count/facts/kind`, 'training.done', 'check-kind-unknown'],
  [
    'a category does not exist',
    '/measures/0/figures/1/count/facts/variants',
    ['tv-show'],
    'check-variant-unknown',
    '/measures/0/figures/1/count/facts/variants/0',
  ],
  ['a share is not given in %', `${share}/unit/zh`, '人', 'check-share-unit', `${share}/unit`],
  ['a sum is given in %', `${figure}/unit/zh`, '%', 'check-count-unit', `${figure}/unit`],
  ['a yearly count serves a total', `${figure}/target/per`, 'programme', 'check-window-differs'],
  [
    'what happens is read as what stands',
    `${figure}/count`,
    { rule: 'level', facts: { kind: 'training.completed' } },
    'check-kind-happens',
    `${figure}/count/facts/kind`,
  ],
  ['what stands is added up', `${figure}/count/facts/kind`, 'place.verified', 'check-kind-stands'],
  [
    'coverage counts a kind without places',
    `${share}/count`,
    { rule: 'coverage', facts: { kind: 'place.verified' }, atLeast: 1, of: { areas: 'village' } },
    'check-kind-without-places',
    `${share}/count/facts/kind`,
  ],
  ['homes are counted in yuan', `${figure}/unit/zh`, '元', 'check-unit-of-kind', `${figure}/unit`],
];

const warnings: typeof cases = [
  ['a goal area holds no measure', '/measures/1/area', 1, 'check-area-unused', '/goalAreas/1'],
  ['a unit has no part in anything', '/units/2', { code: 'court', name: { zh: '区法院', en: 'Court' } }, 'check-unit-unused'],
  ['people are counted with decimals', `${figure}/decimals`, 1, 'check-decimals'],
  ['the target is finer than what is shown', `${figure}/target/value`, 1000.5, 'check-target-finer', `${figure}/decimals`],
  ['a path serves a promise to be kept', `${share}/target/path`, [{ day: '2026-12-31', value: 90 }], 'check-path-unused'],
  [
    'a path turns back',
    `${figure}/target/path`,
    [
      { day: '2025-06-30', value: 500 },
      { day: '2025-09-30', value: 400 },
    ],
    'check-path-turns-back',
    `${figure}/target/path/1/value`,
  ],
  ['the English is Chinese', '/title/en', '方案', 'check-not-english'],
  ['the Chinese is English', '/title/zh', 'programme', 'check-not-chinese'],
];

describe('a programme is checked', () => {
  it('and a sound one passes without a word', () => expect(checkProgramme(sampleProgramme(), options)).toEqual([]));

  it.each(cases)('and refused where %s', (_, path, value, code, at = path) => {
    const found = checkProgramme(spoilt(sampleProgramme(), path, value), options);
    expect(found).toContainEqual(expect.objectContaining({ level: 'error', code, path: at }));
  });

  it.each(warnings)('and only warned about where %s', (_, path, value, code, at = path) => {
    const found = checkProgramme(spoilt(sampleProgramme(), path, value), options);
    expect(found).toEqual([expect.objectContaining({ level: 'warning', code, path: at })]);
  });

  it('days of a path come one after another', () => {
    const path = [
      { day: '2026-06-30', value: 1 },
      { day: '2025-06-30', value: 2 },
    ];
    const found = checkProgramme(spoilt(sampleProgramme(), `${figure}/target/path`, path), options);
    expect(found).toEqual([expect.objectContaining({ code: 'check-path-order', path: `${figure}/target/path/1/day` })]);
  });

  it('one fault hides no other: every empty text is named', () => {
    const programme = spoilt(spoilt(sampleProgramme(), '/title/en', ''), '/measures/1/figures/0/promise/en', '');
    const twice = spoilt(programme, '/measures/1/no', 1);
    expect(checkProgramme(twice, options).map(({ code }) => code)).toEqual([
      'check-empty',
      'check-empty',
      'check-number-twice',
      'check-code-of-measure',
    ]);
  });

  it('every code that a check can give has been given here', () => {
    const tried = new Set([...cases, ...warnings].map(([, , , code]) => `problem.${code}`));
    const elsewhere = ['check-yaml', 'check-path-order', 'check-too-long', 'check-district', 'check-unit-known-otherwise'];
    expect(Object.keys(checkWords).filter((key) => !tried.has(key) && !elsewhere.includes(key.replace('problem.', '')))).toEqual(
      [],
    );
  });

  it('any value whatever gets an answer, never an exception', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => checkProgramme(value, options).length > 0));
    const places = [...cases, ...warnings].map(([, path]) => path);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (path, value) => {
        expect(Array.isArray(checkProgramme(spoilt(sampleProgramme(), path, value), options))).toBe(true);
      }),
    );
  });
});

describe('a programme file', () => {
  const kinds = new Map(recordKinds.map((kind) => [kind.name, kind]));

  it('of Tongzhou passes with no error and no warning', () => {
    const text = readFileSync(new URL('../../../../programme/tongzhou/programme.yaml', import.meta.url), 'utf8');
    expect(checkProgrammeText(text, { kinds }).findings).toEqual([]);
  });

  it('is faulted by line', () => {
    const text = readFileSync(new URL('../../../../programme/tongzhou/programme.yaml', import.meta.url), 'utf8');
    const spoiltText = text.replace('kind: vacancy.collected', 'kind: vacancy.gathered');
    const line = spoiltText.slice(0, spoiltText.indexOf('vacancy.gathered')).split('\n').length;
    const { findings } = checkProgrammeText(spoiltText, { kinds });
    expect(findings).toEqual([expect.objectContaining({ code: 'check-kind-unknown', line })]);
  });

  it('that is no YAML says where it breaks', () => {
    const { findings, value } = checkProgrammeText('title: { zh: 方案\nunits: [\n', options);
    expect(value).toBeUndefined();
    expect(findings[0]).toMatchObject({ level: 'error', code: 'check-yaml' });
    expect(findings[0]?.line).toBeGreaterThanOrEqual(1);
  });

  it('that names a field twice is refused at the second', () => {
    const { findings } = checkProgrammeText('title: x\nstartsOn: "2025-01-01"\ntitle: y\n', options);
    expect(findings).toEqual([expect.objectContaining({ code: 'check-yaml', line: 3 })]);
  });

  it('that is empty, or unfolds without end, is refused', () => {
    expect(checkProgrammeText('', options).findings).toEqual([expect.objectContaining({ level: 'error', line: 1 })]);
    const levels = Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`);
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]', ...levels].join('\n');
    expect(checkProgrammeText(bomb, options).findings).toEqual([expect.objectContaining({ code: 'check-yaml' })]);
  });
});
