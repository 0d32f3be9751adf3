/** What an item comes to, what a station's points add up to, and which grade they give. Pure. */
import type { Answer, Counted, Grade, GradeRule, InspectionKind, Outcome, Standard, StandardItem } from './contract.ts';

type Judged = { readonly value: number | null; readonly counts: 'share' | 'cases' };

/** Records against the item's thresholds. A share grows towards the good, cases fall towards it. */
export function outcomeOf({ met, partly }: NonNullable<StandardItem['records']>, { value, counts }: Judged): Counted {
  if (value === null) return 'none';
  const reaches = (line: number) => (counts === 'share' ? value >= line : value <= line);
  if (reaches(met)) return 'met';
  return reaches(partly) ? 'partly' : 'not';
}

const worth: Readonly<Record<Outcome, number>> = { met: 1, partly: 0.5, not: 0 };

/** Points had, and points that could be had: items of which nothing happened count on neither side. */
export function pointsOf(items: Standard['items'], counted: (code: string) => Counted): { points: number; of: number } {
  let [points, of] = [0, 0];
  for (const { code, points: full } of items) {
    const outcome = counted(code);
    if (outcome === 'none') continue;
    points += full * worth[outcome];
    of += full;
  }
  return { points, of };
}

const isEnough = (outcome: Counted, musts: GradeRule['musts']): boolean =>
  outcome === 'none' || outcome === 'met' || (musts === 'partly' && outcome === 'partly');

/** The best grade whose points are there and whose musts hold. */
export function gradeOf({ items, grades }: Pick<Standard, 'items' | 'grades'>, counted: (code: string) => Counted): Grade {
  const { points, of } = pointsOf(items, counted);
  const all = items.reduce((sum, item) => sum + item.points, 0);
  const found = grades.find(
    ({ least, judged, musts }) =>
      of > 0 &&
      points * 100 >= least * of &&
      of * 100 >= judged * all &&
      items.every(({ must, code }) => !must || isEnough(counted(code), musts)),
  );
  return found?.grade ?? 'unqualified';
}

/** Whether a file has to be put to this answer: the station proves what it says; who inspects proves what the draw sent them to. */
export const needsEvidence = (item: Pick<StandardItem, 'shown'>, kind: InspectionKind, isSampled: boolean): boolean =>
  (item.shown === 'photo' || item.shown === 'document') && (kind === 'self' || isSampled);

export type Gap = {
  readonly item: string;
  readonly code: 'market-answer-needed' | 'market-note-needed' | 'market-evidence-needed';
};

const NOTE_LEAST = 4;

/** What keeps an inspection from being handed in. Items by records ask for nothing. */
export function gapsOf(
  items: Standard['items'],
  answers: ReadonlyMap<string, Pick<Answer, 'outcome' | 'note'> & { readonly evidence: { readonly length: number } }>,
  kind: InspectionKind,
  sampled: ReadonlySet<string>,
): Gap[] {
  return items.flatMap((item): Gap[] => {
    if (item.shown === 'records') return [];
    const answer = answers.get(item.code);
    if (!answer) return [{ item: item.code, code: 'market-answer-needed' }];
    const isSaid = answer.note.trim().length >= NOTE_LEAST;
    if (!isSaid && (item.shown === 'note' || answer.outcome !== 'met')) return [{ item: item.code, code: 'market-note-needed' }];
    const isProved = answer.evidence.length > 0 || answer.outcome === 'not';
    return isProved || !needsEvidence(item, kind, sampled.has(item.code))
      ? []
      : [{ item: item.code, code: 'market-evidence-needed' }];
  });
}

/** Whether somebody has to decide: two answers that are not the same. What only one of them says, stands. */
export const differs = (self: Outcome | undefined, cross: Outcome | undefined): boolean =>
  self !== undefined && cross !== undefined && self !== cross;

/** What each item counts as: what the records say, what both say, what the office decided. Undefined where that is still open. */
export const settled = (
  item: StandardItem,
  said: {
    readonly self: Outcome | undefined;
    readonly cross: Outcome | undefined;
    readonly records: Counted | undefined;
    readonly decided: Outcome | undefined;
  },
): Counted | undefined => {
  if (item.shown === 'records') return said.records ?? 'none';
  if (differs(said.self, said.cross)) return said.decided;
  return said.cross ?? said.self;
};
