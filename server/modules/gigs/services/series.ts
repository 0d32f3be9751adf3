import type { Service } from './count.ts';

/**
 * Tests that find series of services which look otherwise than people do. They accuse nobody: each finding names what was seen and how
 * likely it is by chance, and a person looks into it. Pure; the services of one day go in.
 */
export type SeriesRow = {
  readonly id: string;
  readonly worker: string;
  readonly service: Service;
  readonly recordedBy: string;
  readonly at: Date;
  readonly note: string;
  /** From a placement, or written down at a desk. */
  readonly isFromWork: boolean;
  /** Whether the person stood in a line, or had work, at any station that day. */
  readonly wasThere: boolean;
};

export type SeriesFlag = {
  readonly test: 'burst' | 'same-words' | 'absent' | 'all-services';
  /** Who wrote them down, or whom they are about. */
  readonly subject: string;
  readonly params: Readonly<Record<string, number>>;
};

/** More in ten minutes than one person can serve. */
const BURST_MINUTES = 10;
const BURST_MOST = 20;
/** The same sentence again and again. */
const SAME_LEAST = 12;
const SAME_SHARE = 0.6;
/** People who were served and never seen. */
const ABSENT_LEAST = 8;
const ABSENT_SHARE = 0.5;
/** One person at every desk in a day. */
const ALL_LEAST = 4;

export function flagsOf(rows: readonly SeriesRow[]): SeriesFlag[] {
  const byHand = rows.filter(({ isFromWork }) => !isFromWork);
  const flags: SeriesFlag[] = [];
  for (const [subject, own] of Map.groupBy(byHand, ({ recordedBy }) => recordedBy)) {
    const most = densest(own.map(({ at }) => at.getTime()));
    if (most > BURST_MOST) flags.push({ test: 'burst', subject, params: { most, minutes: BURST_MINUTES } });
    const [commonest = 0] = [...Map.groupBy(own, ({ note }) => note.trim()).values()]
      .map(({ length }) => length)
      .sort((a, b) => b - a);
    if (own.length >= SAME_LEAST && commonest / own.length >= SAME_SHARE)
      flags.push({ test: 'same-words', subject, params: { same: commonest, of: own.length } });
    const absent = own.filter(({ wasThere }) => !wasThere).length;
    if (own.length >= ABSENT_LEAST && absent / own.length >= ABSENT_SHARE)
      flags.push({ test: 'absent', subject, params: { absent, of: own.length } });
  }
  for (const [worker, own] of Map.groupBy(rows, ({ worker }) => worker)) {
    const kinds = new Set(own.map(({ service }) => service)).size;
    if (kinds >= ALL_LEAST) flags.push({ test: 'all-services', subject: worker, params: { kinds } });
  }
  return flags;
}

/** The most that fall into any window of ten minutes. */
function densest(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (let to = 0; to < sorted.length; to += 1) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) > BURST_MINUTES * 60_000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
