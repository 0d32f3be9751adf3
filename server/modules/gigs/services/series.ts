import type { SeriesTest, Service } from './contract.ts';
import type { SeriesRules } from './series-rules.ts';

/**
 * Tests that find series of services which look otherwise than people do. They accuse nobody: each finding names what was seen and how
 * likely it is by chance, and a person looks into it. Pure; the services of one day go in, with what earlier days were like.
 */
export type SeriesRow = {
  readonly id: string;
  /** A key of the person: the same for a service at a station and an imported row. */
  readonly person: string;
  readonly service: Service;
  /** Who wrote it down; of an imported row, who sent it. */
  readonly recordedBy: string;
  /** Station and service together: which list it stands on. */
  readonly list: string;
  /** When it was written down; imported rows say only the day. */
  readonly at: Date | null;
  readonly note: string;
  /** From a placement, written down at a desk, or imported. */
  readonly origin: 'work' | 'desk' | 'import';
  /** Whether the person stood in a line, or had work, at any station that day. */
  readonly wasThere: boolean;
};

/** What earlier days were like. */
export type SeriesHistory = {
  /** Services at desks and spells (of so many minutes) in which there was one, by who wrote them down. */
  readonly desks: ReadonlyMap<string, { readonly services: number; readonly spells: number }>;
  /** Who stood on each list on each earlier day; by list, then by day. */
  readonly lists: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
};

export type SeriesFlag = {
  readonly test: SeriesTest;
  /** Who wrote them down, which list, or whom they are about. */
  readonly subject: string;
  readonly params: Readonly<Record<string, number | string>>;
  /** The rows behind it. */
  readonly rows: readonly string[];
};

/** Every finding of a day. */
export function flagsOf(rows: readonly SeriesRow[], history: SeriesHistory, rules: SeriesRules): SeriesFlag[] {
  const byHand = rows.filter(({ origin }) => origin === 'desk');
  const listed = rows.filter(({ origin }) => origin !== 'work');
  return [
    ...groups(byHand, ({ recordedBy }) => recordedBy).flatMap(([subject, own]) => [
      ...burst(subject, own, history, rules),
      ...sameWords(subject, own, rules),
      ...absent(subject, own, rules),
    ]),
    ...groups(rows, ({ person }) => person).flatMap(([subject, own]) => allServices(subject, own, rules)),
    ...groups(listed, ({ list }) => list).flatMap(([subject, own]) => copied(subject, own, history, rules)),
    ...groups(
      rows.filter(({ origin }) => origin === 'import'),
      ({ list }) => list,
    ).flatMap(([subject, own]) => volume(subject, own, history, rules)),
  ];
}

const groups = (rows: readonly SeriesRow[], by: (row: SeriesRow) => string) => [...Map.groupBy(rows, by)];
const idsOf = (rows: readonly SeriesRow[]): string[] => rows.map(({ id }) => id);

/**
 * More in one spell than a desk serves. The mean is the desk's own, of spells in which it served at all: a dawn is busy and a noon is not,
 * and both are honest. As many spells are looked at as there are services, so the chance is that much smaller (Bonferroni).
 */
function burst(subject: string, own: readonly SeriesRow[], { desks }: SeriesHistory, { burst: rule }: SeriesRules): SeriesFlag[] {
  const spell = densest(own, rule.minutes);
  const known = desks.get(subject);
  const mean = Math.max(rule.usual, known && known.spells > 0 ? known.services / known.spells : 0);
  const chance = Math.min(1, own.length * poissonTail(spell.length, mean));
  if (chance >= rule.chance && spell.length <= rule.most) return [];
  const params = { most: spell.length, minutes: rule.minutes, mean: rounded(mean), chance: chance.toExponential(0) };
  return [{ test: 'burst', subject, params, rows: idsOf(spell) }];
}

function sameWords(subject: string, own: readonly SeriesRow[], { 'same-words': rule }: SeriesRules): SeriesFlag[] {
  if (own.length < rule.least) return [];
  const [commonest = []] = groups(own, ({ note }) => note.replace(/[\s\p{P}]/gu, ''))
    .map(([, same]) => same)
    .sort((one, other) => other.length - one.length);
  if (commonest.length / own.length < rule.share) return [];
  return [{ test: 'same-words', subject, params: { same: commonest.length, of: own.length }, rows: idsOf(commonest) }];
}

function absent(subject: string, own: readonly SeriesRow[], { absent: rule }: SeriesRules): SeriesFlag[] {
  const away = own.filter(({ wasThere }) => !wasThere);
  if (own.length < rule.least || away.length / own.length < rule.share) return [];
  return [{ test: 'absent', subject, params: { absent: away.length, of: own.length }, rows: idsOf(away) }];
}

function allServices(subject: string, own: readonly SeriesRow[], { 'all-services': rule }: SeriesRules): SeriesFlag[] {
  const kinds = new Set(own.map(({ service }) => service)).size;
  return kinds < rule.kinds ? [] : [{ test: 'all-services', subject, params: { kinds }, rows: idsOf(own) }];
}

/** Day labourers do come again; nearly all of a long list on one and the same earlier day, and few others, do not. */
function copied(
  subject: string,
  own: readonly SeriesRow[],
  { lists }: SeriesHistory,
  { copied: rule }: SeriesRules,
): SeriesFlag[] {
  const people = new Set(own.map(({ person }) => person));
  if (people.size < rule.least) return [];
  for (const [day, before] of lists.get(subject) ?? []) {
    const same = [...people].filter((person) => before.has(person)).length;
    const all = people.size + before.size - same;
    if (same / all >= rule.share) return [{ test: 'copied', subject, params: { same, of: people.size, day }, rows: idsOf(own) }];
  }
  return [];
}

function volume(
  subject: string,
  own: readonly SeriesRow[],
  { lists }: SeriesHistory,
  { volume: rule }: SeriesRules,
): SeriesFlag[] {
  const before = [...(lists.get(subject)?.values() ?? [])].map(({ size }) => size);
  if (own.length < rule.least || before.length < rule.days) return [];
  const mean = before.reduce((sum, size) => sum + size, 0) / before.length;
  const chance = poissonTail(own.length, mean);
  if (own.length < rule.times * mean || chance >= rule.chance) return [];
  return [
    {
      test: 'volume',
      subject,
      params: { rows: own.length, mean: rounded(mean), chance: chance.toExponential(0) },
      rows: idsOf(own),
    },
  ];
}

const rounded = (number: number): number => Math.round(number * 10) / 10;

/** The most that fall into any spell of so many minutes. */
export function densest(rows: readonly SeriesRow[], minutes: number): readonly SeriesRow[] {
  const timed = rows.flatMap((row) => (row.at === null ? [] : [{ row, at: row.at.getTime() }])).sort((a, b) => a.at - b.at);
  let best: [from: number, to: number] = [0, 0];
  let from = 0;
  for (let to = 0; to < timed.length; to += 1) {
    while ((timed[to]?.at ?? 0) - (timed[from]?.at ?? 0) > minutes * 60_000) from += 1;
    if (to + 1 - from > best[1] - best[0]) best = [from, to + 1];
  }
  return timed.slice(...best).map(({ row }) => row);
}

/** How likely `least` or more are, where so many are to be expected: 1 minus the sum of all smaller ones, added up from the far end. */
export function poissonTail(least: number, mean: number): number {
  if (least <= 0) return 1;
  if (mean <= 0) return 0;
  let log = -mean;
  for (let k = 1; k <= least; k += 1) log += Math.log(mean / k);
  let term = Math.exp(log);
  if (least <= mean) {
    // Below the mean the near end is the shorter one.
    let sum = 0;
    let below = Math.exp(-mean);
    for (let k = 0; k < least; k += 1) {
      sum += below;
      below *= mean / (k + 1);
    }
    return Math.max(0, Math.min(1, 1 - sum));
  }
  let sum = 0;
  for (let k = least; term > sum * 1e-16 && k < least + 10_000; k += 1) {
    sum += term;
    term *= mean / (k + 1);
  }
  return Math.min(1, sum);
}
