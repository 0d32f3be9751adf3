/** Was done what was decided? One request, one decision, one text. */
import { unitAmong } from '../../programme/module.ts';
import { compareTexts } from '../compare/compare-texts.ts';
import { found } from './finding.ts';
import { lettersOf, textBetween } from './folded.ts';
import { judgeUnit, type UnitLists } from './judge-unit.ts';
import type { Decision, Difference, Finding, FindingCode, Request, Span } from './shapes.ts';
import { type Body, mostSimilar, placesOf } from './similar.ts';

/** The text that a request is judged against. */
export interface Ground {
  readonly body: Body;
  /** The measure that the opinion is about (letters of the body), or the paper as a whole without the summary. */
  readonly within: readonly [number, number];
  /** Everywhere that the words may have gone. */
  readonly paper: readonly [number, number];
  readonly isMeasure: boolean;
  readonly units: UnitLists;
}

/** A place this like the words asked for may be those words, reworded; a person has to look. */
export const REWORDED = 0.6;
/** Of words refused or removed only a place as like as this is worth a person's time. */
const NEARLY_SAME = 0.75;
/** Fewer letters than this may stand anywhere by chance. */
const TELLING = 4;

export function judge(request: Request, at: number, decision: Decision, ground: Ground): Finding {
  if (request.kind === 'remark') return found(at, 'needs a person', 'remark-only');
  if (decision === 'unstated') return { ...lookFor(request, at, ground), verdict: 'needs a person', code: 'decision-unstated' };
  if (decision === 'partly') return { ...lookFor(request, at, ground), verdict: 'needs a person', code: 'partly-adopted' };
  if (isAboutUnits(request, ground)) return unitFinding(request, at, decision === 'adopted', ground);
  return decision === 'adopted' ? adopted(request, at, ground) : refused(request, at, ground);
}

/** Where it is not known which measure is meant, a unit that several lists name proves nothing. */
function unitFinding(request: Request, at: number, isAdopted: boolean, ground: Ground): Finding {
  const finding = judgeUnit(request, at, isAdopted, ground);
  if (ground.isMeasure || finding.place === null) return finding;
  const names = [request.oldWords, request.newWords].filter((name) => name !== null);
  const listed = [...ground.units.lead, ...ground.units.cooperating];
  const isOnce = names.every((name) => listed.filter((unit) => unitAmong(unit.name, [name]) !== undefined).length <= 1);
  return isOnce ? finding : { ...finding, verdict: 'needs a person' };
}

/** A quotation that only looks like a unit's name (零工驿站) is one when some list of the paper holds it. */
function isAboutUnits({ target, oldWords, newWords }: Request, { units }: Ground): boolean {
  if (target !== 'units') return target !== 'words';
  return [oldWords, newWords].some((name) => name !== null && unitAmong(name, units.known) !== undefined);
}

function adopted(request: Request, at: number, ground: Ground): Finding {
  const { newWords, oldWords, isOldHeading } = request;
  const old = oldWords === null || isOldHeading ? null : standing(oldWords, ground, newWords);
  if (newWords === null)
    return old === null ? found(at, 'needs a person', 'adopted-without-words') : removed(request, at, old, ground);
  const come = standing(newWords, ground);
  const params = { words: newWords, ...(oldWords === null ? {} : { old: oldWords }) };
  const [first] = come.places;
  const [left] = old?.places ?? [];
  if (first && left) {
    const isTelling = (old?.letters.length ?? 0) >= TELLING;
    return found(at, isTelling ? 'contradiction' : 'needs a person', 'new-words-stand-old-too', params, placeOf(ground, left));
  }
  if (first) return found(at, 'consistent', 'new-words-stand', params, placeOf(ground, first));
  if (left && (old?.letters.length ?? 0) >= TELLING)
    return found(at, 'contradiction', 'old-words-stand-instead', params, placeOf(ground, left));
  const elsewhere =
    ground.isMeasure && come.letters.length >= TELLING ? placesOf(ground.body, come.letters, ground.paper)[0] : undefined;
  if (elsewhere) return found(at, 'needs a person', 'new-words-stand-elsewhere', params, placeOf(ground, elsewhere));
  const reworded = like(newWords, ground, REWORDED);
  if (reworded) return { ...found(at, 'needs a person', 'new-words-reworded', params), ...reworded };
  if (left) return { ...notFound(request, at, 'old-words-stand-instead', params), place: placeOf(ground, left) };
  return notFound(request, at, 'new-words-absent', params);
}

function removed(request: Request, at: number, old: Standing, ground: Ground): Finding {
  const params = { words: request.oldWords ?? '' };
  const [left] = old.places;
  if (left) {
    const isTelling = old.letters.length >= TELLING && request.isQuoted;
    return found(at, isTelling ? 'contradiction' : 'needs a person', 'removed-words-stand', params, placeOf(ground, left));
  }
  const reworded = like(request.oldWords ?? '', ground, NEARLY_SAME);
  if (reworded) return { ...found(at, 'needs a person', 'removed-words-reworded', params), ...reworded };
  return request.isQuoted
    ? found(at, 'consistent', 'removed-words-absent', params)
    : found(at, 'needs a person', 'unquoted-words-not-found', params);
}

function refused(request: Request, at: number, ground: Ground): Finding {
  const { oldWords, newWords, kind, isOldHeading } = request;
  const old = oldWords === null || isOldHeading ? null : standing(oldWords, ground);
  if (newWords !== null) {
    const come = standing(newWords, ground, oldWords);
    const params = { words: newWords, ...(oldWords === null ? {} : { old: oldWords }) };
    const [first] = come.places;
    // Three letters that stand there anyway prove nothing, unless what they were to replace has gone.
    if (first && (come.letters.length >= TELLING || old?.places.length === 0))
      return found(at, 'contradiction', 'refused-words-stand', params, placeOf(ground, first));
    if (first) return found(at, 'needs a person', 'refused-words-stand', params, placeOf(ground, first));
    if (kind === 'add') {
      const reworded = request.isQuoted ? like(newWords, ground, NEARLY_SAME) : undefined;
      if (reworded) return { ...found(at, 'needs a person', 'refused-words-reworded', params), ...reworded };
      return request.isQuoted
        ? found(at, 'consistent', 'refused-words-absent', params)
        : found(at, 'needs a person', 'unquoted-words-not-found', params);
    }
    if (old === null) return found(at, 'consistent', 'refused-words-absent', params);
    const [left] = old.places;
    if (left) return found(at, 'consistent', 'refused-words-absent', params, placeOf(ground, left));
    const reworded = like(oldWords ?? '', ground, REWORDED);
    if (reworded)
      return { ...found(at, 'needs a person', 'refused-removal-reworded', { ...params, words: oldWords ?? '' }), ...reworded };
    return notFound(request, at, 'refused-old-words-gone', params);
  }
  const params = { words: oldWords ?? '' };
  const [left] = old?.places ?? [];
  if (left) return found(at, 'consistent', 'refused-removal-stands', params, placeOf(ground, left));
  const reworded = like(oldWords ?? '', ground, NEARLY_SAME);
  if (reworded) return { ...found(at, 'needs a person', 'refused-removal-reworded', params), ...reworded };
  return notFound(request, at, 'refused-removal-absent', params);
}

interface Standing {
  readonly letters: string;
  readonly places: readonly [number, number][];
}

/** Where words stand in the ground, apart from inside `within` (stable employment stands inside more stable employment). */
function standing(words: string, { body, within }: Ground, around: string | null = null): Standing {
  const letters = lettersOf(words);
  const places = placesOf(body, letters, within);
  const outer = around === null ? '' : lettersOf(around);
  if (outer.length <= letters.length || !outer.includes(letters)) return { letters, places };
  const covered = placesOf(body, outer, within);
  return { letters, places: places.filter(([from, to]) => !covered.some(([first, last]) => first <= from && to <= last)) };
}

/** The place most like the words, with its difference word by word, when it is like enough. */
function like(
  words: string,
  { body, within }: Ground,
  least: number,
): Pick<Finding, 'place' | 'likeness' | 'difference'> | undefined {
  const letters = lettersOf(words);
  const nearest = letters.length < TELLING ? undefined : mostSimilar(body, letters, within);
  if (!nearest || nearest.share < least || nearest.likeness < least - 0.1) return undefined;
  const place = textBetween(body.folded, [nearest.from, nearest.to]);
  return {
    place,
    likeness: Math.round(nearest.likeness * 1000) / 1000,
    difference: differenceBetween(words, body.text.slice(...place)),
  };
}

export const differenceBetween = (asked: string, stands: string): Difference[] =>
  compareTexts(asked, stands).map(({ kind, text }) => ({ kind, text }));

/** For a decision that only a person can judge: what of it stands in the text. */
function lookFor(request: Request, at: number, ground: Ground): Finding {
  const words = request.newWords ?? request.oldWords;
  const params = { words: words ?? '' };
  if (words === null || request.target !== 'words') return found(at, 'needs a person', 'partly-adopted', params);
  const [first] = standing(words, ground).places;
  if (first) return found(at, 'needs a person', 'partly-adopted', params, placeOf(ground, first));
  return { ...found(at, 'needs a person', 'partly-adopted', params), ...like(words, ground, REWORDED) };
}

/** Not a trace of it: a contradiction where words were quoted, a question where they were only described. */
const notFound = ({ isQuoted }: Request, at: number, code: FindingCode, params: Finding['params']): Finding =>
  isQuoted ? found(at, 'contradiction', code, params) : found(at, 'needs a person', 'unquoted-words-not-found', params);

const placeOf = ({ body }: Ground, letters: readonly [number, number]): Span => textBetween(body.folded, letters);
