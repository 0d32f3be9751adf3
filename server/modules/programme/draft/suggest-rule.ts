import type { FactKind } from '../../../kernel/fact/kind.ts';
import type { CountingRule, Selection } from '../../../kernel/figure/definition.ts';
import { measuredIn } from '../check/measured-in.ts';
import type { PrintedTarget, Suggestion } from './contract.ts';
import { isForEachCommunity, renewalOf } from './period.ts';
import { likeness, pairsOf } from './similarity.ts';

type Kinds = ReadonlyMap<string, FactKind>;

/** A suggestion this good is taken into the draft, for a person to confirm; weaker ones are only offered. */
export const GOOD_ENOUGH = 0.45;
const WORTH_OFFERING = 0.25;
const MOST_OFFERED = 3;

/**
 * Which facts a printed promise may be counted from, best first.
 *
 * The score is the share of a kind's title found in the promise (1: all of it; pairs of letters that many kinds have weigh little),
 * half as much for its category, and 0.2 where the promise is counted in the very unit of the kind. A promise in % asks for a share,
 * one in yuan for money: kinds measured otherwise are no candidates.
 */
export function suggestRules(printed: PrintedTarget, kinds: Kinds): Suggestion[] {
  const words = wordsOf(printed.text, kinds);
  const found = measuredIn(printed.unit) === 'share' ? shares(words, kinds) : counts(printed, words, kinds);
  return found
    .filter(({ score }) => score >= WORTH_OFFERING)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_OFFERED)
    .map((one) => ({ ...one, score: Math.round(one.score * 100) / 100 }));
}

type Words = { readonly text: string; readonly pairs: ReadonlySet<string>; readonly weight: (pair: string) => number };
type Fit = { readonly score: number; readonly because: string[]; readonly selection: Selection };

function wordsOf(text: string, kinds: Kinds): Words {
  const titles = [...kinds.values()].map(({ title }) => pairsOf(title.zh));
  const weight = (pair: string) => 1 / Math.max(1, titles.filter((pairs) => pairs.has(pair)).length);
  return { text, pairs: pairsOf(text), weight };
}

/** The share of a title that the promise says, and the words it says. */
function said(title: string, { pairs, weight }: Words): { share: number; words: string[] } {
  const all = [...pairsOf(title)];
  const heard = all.filter((pair) => pairs.has(pair));
  const total = (some: string[]) => some.reduce((sum, pair) => sum + weight(pair), 0);
  return { share: all.length === 0 ? 0 : total(heard) / total(all), words: joined(heard) };
}

/** Pairs that overlap are one word again: 采集, 集空, 空岗 → 采集空岗. */
function joined(pairs: readonly string[]): string[] {
  const found: string[] = [];
  for (const pair of pairs) {
    const last = found.at(-1);
    if (last?.at(-1) === pair[0]) found[found.length - 1] = `${last}${pair.slice(1)}`;
    else found.push(pair);
  }
  return found;
}

function fitOf(kind: FactKind, words: Words): Fit {
  const title = said(kind.title.zh, words);
  const variants = Object.entries(kind.variants ?? {})
    .filter(([, { zh }]) => !zh.startsWith('其他'))
    .map(([name, { zh }]) => ({ name, ...said(zh, words) }));
  const best = Math.max(0, ...variants.map(({ share }) => share));
  const meant =
    best < 0.3 || variants.every(({ share }) => share >= 0.3) ? [] : variants.filter(({ share }) => share >= best * 0.6);
  return {
    score: title.share + best * 0.5,
    because: [...new Set([...title.words, ...meant.flatMap((variant) => variant.words)])],
    selection: { kind: kind.name, ...(meant.length > 0 ? { variants: meant.map(({ name }) => name) } : {}) },
  };
}

function counts(printed: PrintedTarget, words: Words, kinds: Kinds): Suggestion[] {
  const { per } = renewalOf(printed.period);
  const window = per === 'year' || per === 'month' ? per : 'programme';
  return [...kinds.values()].flatMap((kind): Suggestion[] => {
    if (measuredIn(kind.unit.zh) !== measuredIn(printed.unit)) return [];
    const fit = fitOf(kind, words);
    const sameUnit = kind.unit.zh === printed.unit;
    const score = fit.score + (sameUnit && fit.score > 0 ? 0.2 : 0);
    const because = [...fit.because, ...(sameUnit ? [printed.unit] : [])].slice(0, 10);
    if (isForEachCommunity(printed.period) && kind.byPlace) {
      const atLeast = Math.max(1, Math.round(printed.value));
      return [{ score, because, count: { rule: 'coverage', facts: fit.selection, atLeast, of: { areas: 'village' } } }];
    }
    const count: CountingRule =
      kind.counts === 'level' ? { rule: 'level', facts: fit.selection } : { rule: 'sum', facts: fit.selection, window };
    return [{ score, because, count }];
  });
}

/** A share of two kinds of one subject (dispute.closed of dispute.accepted), of a category in its kind, or of places covered. */
function shares(words: Words, kinds: Kinds): Suggestion[] {
  const all = [...kinds.values()];
  const ofKinds = all.flatMap((part) =>
    all.filter((whole) => whole !== part && subjectOf(whole) === subjectOf(part)).map((whole) => ratio(part, whole, words)),
  );
  const ofCategories = all.flatMap((kind) => {
    const fit = fitOf(kind, words);
    return fit.selection.variants ? [shareOf(fit, { kind: kind.name }, kind)] : [];
  });
  return [...ofKinds, ...ofCategories, ...coverages(words, all)];
}

const subjectOf = ({ name }: FactKind): string => name.split('.')[0] ?? name;

/** The part is what the promise names; the whole is what it is held against and is rarely printed. */
function ratio(part: FactKind, whole: FactKind, words: Words): Suggestion {
  const [named, other] = [said(part.title.zh, words), said(whole.title.zh, words)];
  const score = named.share + (named.share - other.share) * 0.1;
  return shareOf({ score, because: named.words, selection: { kind: part.name } }, { kind: whole.name }, part);
}

function shareOf(fit: Fit, whole: Selection, kind: FactKind): Suggestion {
  const window = kind.counts === 'level' ? 'standing' : 'programme';
  return { score: fit.score, because: fit.because.slice(0, 10), count: { rule: 'ratio', part: fit.selection, whole, window } };
}

function coverages(words: Words, all: readonly FactKind[]): Suggestion[] {
  if (!/覆盖|每个|每家|各个|所有/.test(words.text)) return [];
  const places = all.filter(({ byPlace, counts: how }) => byPlace && how === 'level');
  return places.flatMap((kind) => {
    const fit = fitOf(kind, words);
    const facts: Selection = { kind: kind.name };
    const villages: Suggestion = {
      score: fit.score,
      because: fit.because.slice(0, 10),
      count: { rule: 'coverage', facts, atLeast: 1, of: { areas: 'village' } },
    };
    const listed = places
      .filter((list) => list !== kind)
      .map((list): Suggestion => {
        // The promise names the list (餐饮街区); what covers it is the kind whose title is most like the list's.
        const names = fitOf(list, words);
        const score = names.score > 0 ? names.score + likeness(kind.title.zh, list.title.zh) * 0.5 : 0;
        const because = [...new Set([...names.because, list.title.zh])].slice(0, 10);
        return { score, because, count: { rule: 'coverage', facts, atLeast: 1, of: { kind: list.name } } };
      });
    return [...(/社区（村）|每个(社区|村)|各(社区|村)/.test(words.text) ? [villages] : []), ...listed];
  });
}
