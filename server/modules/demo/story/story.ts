import type { Day } from '../../../kernel/term/day.ts';
import {
  censuses,
  disputes,
  families,
  familyDoctors,
  friendlyPlaces,
  homes,
  mealSites,
  restaurants,
  schoolPlaces,
} from './fairness.ts';
import { assessments, incubations, loans, spaces, startups, trainings } from './growth.ts';
import { activities, gigServices, specialists, vacancies } from './jobs.ts';
import type { StoryRow, World } from './world.ts';

/** A chapter: the rows of one record type, and the column (or, where it is blank, another) that says when each is handed in. */
type Chapter = {
  readonly type: string;
  readonly day: string;
  readonly orElse?: string;
  /** Its rows come in order of days, and may be too many to hold. */
  readonly inOrder?: boolean;
  readonly rows: (world: World) => Iterable<StoryRow>;
};

/** *A district in its year*: what the services of a district record, told by a seed. Sites before the restaurants that stand at them. */
export const chapters: readonly Chapter[] = [
  { type: 'vacancy', day: 'collectedOn', rows: vacancies },
  { type: 'specialist', day: 'from', rows: specialists },
  { type: 'activity', day: 'heldOn', rows: activities },
  { type: 'startup', day: 'insuredOn', rows: startups },
  { type: 'loan', day: 'paidOn', rows: loans },
  { type: 'space', day: 'signedOn', rows: spaces },
  { type: 'incubation', day: 'day', rows: incubations },
  { type: 'training', day: 'endedOn', rows: trainings },
  { type: 'assessment', day: 'assessedOn', rows: assessments },
  { type: 'contract-census', day: 'censusOn', rows: censuses },
  { type: 'dispute', day: 'closedOn', orElse: 'acceptedOn', rows: disputes },
  { type: 'home', day: 'availableOn', rows: homes },
  { type: 'school-place', day: 'decidedOn', rows: schoolPlaces },
  { type: 'meal-site', day: 'from', rows: mealSites },
  { type: 'restaurant', day: 'from', rows: restaurants },
  { type: 'family-doctor', day: 'signedOn', rows: familyDoctors },
  { type: 'friendly-place', day: 'verifiedOn', rows: friendlyPlaces },
  { type: 'family', day: 'servedOn', rows: families },
  { type: 'gig-service', day: 'servedOn', inOrder: true, rows: gigServices },
];

export type Page = { readonly month: string; readonly type: string; readonly rows: readonly StoryRow[] };

/**
 * The story month by month, as the work was handed in: within a month, type by type. The gig station's crowd, which may be a million,
 * comes in order of days and is never held as a whole.
 */
export function* tell(world: World): Generator<Page> {
  const byMonth = new Map<string, Map<string, StoryRow[]>>();
  for (const chapter of chapters) {
    if (chapter.inOrder) continue;
    for (const row of chapter.rows(world)) {
      const month = monthOf(row, chapter, world);
      if (!month) continue;
      const types = byMonth.get(month) ?? new Map<string, StoryRow[]>();
      byMonth.set(month, types);
      const rows = types.get(chapter.type) ?? [];
      types.set(chapter.type, rows);
      rows.push(row);
    }
  }
  const streams = chapters.filter(({ inOrder }) => inOrder).map((chapter) => ({ chapter, pages: monthly(chapter, world) }));
  const months = [...byMonth.keys()].sort();
  for (const month of months) {
    for (const [type, rows] of byMonth.get(month) ?? []) yield { month, type, rows };
    for (const { pages } of streams) {
      const next = pages.next();
      if (!next.done) yield next.value;
    }
  }
  for (const { pages } of streams) yield* pages;
}

function* monthly(chapter: Chapter, world: World): Generator<Page> {
  let page: { month: string; type: string; rows: StoryRow[] } | undefined;
  for (const row of chapter.rows(world)) {
    const month = monthOf(row, chapter, world);
    if (!month) continue;
    if (page && page.month !== month) yield page;
    if (page?.month !== month) page = { month, type: chapter.type, rows: [] };
    page.rows.push(row);
  }
  if (page) yield page;
}

/** The month in which a row is handed in; undefined where it lies outside the story. */
function monthOf(row: StoryRow, { day, orElse }: Chapter, { from, to }: World): string | undefined {
  const on: Day = row[day] ?? row[orElse ?? ''] ?? from;
  return on >= from && on <= to ? on.slice(0, 7) : undefined;
}
