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
  { type: 'gig-service', day: 'servedOn', rows: gigServices },
];

export type Page = { readonly month: string; readonly type: string; readonly rows: readonly StoryRow[] };

/** The story month by month, as the work was handed in: within a month, type by type. */
export function* tell(world: World): Generator<Page> {
  const byMonth = new Map<string, Map<string, StoryRow[]>>();
  for (const chapter of chapters) {
    for (const row of chapter.rows(world)) {
      const day: Day = row[chapter.day] ?? row[chapter.orElse ?? ''] ?? world.from;
      if (day > world.to || day < world.from) continue;
      const month = day.slice(0, 7);
      const types = byMonth.get(month) ?? new Map<string, StoryRow[]>();
      byMonth.set(month, types);
      const rows = types.get(chapter.type) ?? [];
      types.set(chapter.type, rows);
      rows.push(row);
    }
  }
  for (const month of [...byMonth.keys()].sort()) {
    for (const [type, rows] of byMonth.get(month) ?? []) yield { month, type, rows };
  }
}
