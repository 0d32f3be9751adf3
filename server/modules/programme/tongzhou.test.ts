import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordKinds } from '../records/catalogue.ts';
import { diffProgrammes, isNothing } from './compare/diff-programmes.ts';
import type { Programme } from './contract.ts';
import { programmeOf } from './draft/programme-of.ts';
import { draftOf } from './draft/start.ts';
import { readPolicy } from './reader/read.ts';

type GoldTarget = { text: string; value: number; unit: string; comparator: string };
type Gold = {
  validUntil: string;
  goalAreas: string[];
  measures: { no: number; lead: string[]; cooperating: string[]; targets: GoldTarget[] }[];
};

const root = new URL('../../../', import.meta.url);
const paperFile = new URL('../shared/policies/tongzhou-2025.txt', root);
const goldFile = new URL('../shared/policies/tongzhou-2025.gold.json', root);
const isThere = existsSync(paperFile) && existsSync(goldFile);
if (!isThere)
  console.warn(
    'SKIPPED: the Tongzhou paper and its gold reading are not beside this project, so programme.yaml was not held against them.',
  );

const programme = parse(readFileSync(new URL('programme/tongzhou/programme.yaml', root), 'utf8')) as Programme; // reason: its check is a test of its own
const names = new Map(programme.units.map(({ code, name }) => [code, name.zh]));

/** Where the paper counts one thing and the figure another, and why. Everything else must agree to the letter. */
const translated: Readonly<Record<string, { value: number; unit: string; why: string }>> = {
  '2a': { value: 100, unit: '%', why: 'one specialist in each community is every community covered' },
  '13': { value: 100, unit: '户', why: 'families are counted in households' },
};

describe.runIf(isThere)('the confirmed programme of Tongzhou', () => {
  const gold = isThere
    ? (JSON.parse(readFileSync(goldFile, 'utf8')) as Gold)
    : ({ measures: [], goalAreas: [] } as unknown as Gold); // reason: describe.runIf still runs this body

  it('has the paper’s fourteen measures in its five areas, valid as long', () => {
    expect(programme.measures.map(({ no }) => no)).toEqual(gold.measures.map(({ no }) => no));
    expect(programme.measures).toHaveLength(14);
    expect(programme.goalAreas).toHaveLength(gold.goalAreas.length);
    expect(programme.validUntil).toBe(gold.validUntil);
  });

  it('names the same lead and cooperating units for each, a hundred entries in all', () => {
    const named = (codes: readonly string[]) => codes.map((code) => names.get(code));
    const ours = programme.measures.map(({ lead, cooperating }) => ({ lead: named(lead), cooperating: named(cooperating) }));
    expect(ours).toEqual(gold.measures.map(({ lead, cooperating }) => ({ lead, cooperating })));
    expect(ours.flatMap(({ lead, cooperating }) => [...lead, ...cooperating])).toHaveLength(100);
  });

  it('promises the same nineteen figures', () => {
    const ours = programme.measures.flatMap(({ figures }) => figures);
    const theirs = gold.measures.flatMap(({ targets }) => targets);
    expect([ours.length, theirs.length]).toEqual([19, 19]);
    ours.forEach((figure, i) => {
      const printed = theirs[i];
      const expected = translated[figure.code] ?? { value: printed?.value, unit: printed?.unit };
      expect([figure.code, figure.target.value, figure.unit.zh], printed?.text).toEqual([
        figure.code,
        expected.value,
        expected.unit,
      ]);
      expect([figure.code, figure.target.comparator]).toEqual([figure.code, printed?.comparator]);
    });
  });

  it('a new draft from the paper changes nothing but the wording of titles that only the paper has', () => {
    const text = readFileSync(paperFile, 'utf8');
    const kinds = new Map(recordKinds.map((kind) => [kind.name, kind]));
    const draft = draftOf({ text, reading: readPolicy(text), kinds, district: programme.district, before: { programme } });
    const difference = diffProgrammes(programme, programmeOf(draft));
    expect(difference.changes.map(({ field }) => field)).toEqual(['title']);
    expect(isNothing({ ...difference, changes: [] })).toBe(true);
  });
});
