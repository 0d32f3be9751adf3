import type { FactKind } from '../../../kernel/fact/kind.ts';
import type { Measure, PolicyReading } from '../reader/reading.ts';
import { issuedYear } from '../reader/validity.ts';
import { type Before, continuedMeasures } from './carry-over.ts';
import type { Doubt, DraftContent, DraftMeasure } from './contract.ts';
import { figuresOf } from './draft-figures.ts';
import { unitsOf } from './draft-units.ts';
import { UNWRITTEN, untranslated } from './english.ts';
import { lastDayOf } from './period.ts';

export type DraftSource = {
  readonly reading: PolicyReading;
  readonly text: string;
  readonly kinds: ReadonlyMap<string, FactKind>;
  /** Code and name as far as they are known. */
  readonly district: DraftContent['district'];
  readonly before?: Before | undefined;
};

/**
 * The first draft of a programme from a paper as read: everything with its place in the paper, nothing confirmed. What the programme in
 * force says of the same measures and figures is carried over; what cannot be known is left empty, and the check asks for it.
 */
export function draftOf({ reading, text, kinds, district, before }: DraftSource): DraftContent {
  const validUntil = reading.validUntil ?? latestDeadline(reading) ?? UNWRITTEN;
  const startsOn = before?.programme.startsOn ?? firstDay(text, validUntil);
  const units = unitsOf(reading, before?.programme.units ?? []);
  const continued = before ? continuedMeasures(reading, before) : undefined;
  const codes = new Map(units.map((unit) => [unit.name.zh, unit.code]));
  const printed = reading.areas.length > 0 && reading.measures.some(({ area }) => area !== null);
  const goalAreas = printed ? areasOf(reading, before) : [onlyArea];
  return {
    state: 'read',
    spans: reading.titleSpan ? [reading.titleSpan] : [],
    doubts: headDoubts(reading, before),
    district: before?.programme.district ?? district,
    title: { zh: reading.title ?? UNWRITTEN, en: before?.programme.title.en ?? UNWRITTEN },
    startsOn,
    validUntil,
    goalAreas,
    units,
    measures: reading.measures.map((measure): DraftMeasure => {
      const confirmed = continued?.get(measure);
      const title = titleOf(measure, confirmed?.title, before, confirmed?.no, text);
      const lead = unique(measure.lead.map((name) => codes.get(name) ?? name));
      return {
        state: 'read',
        spans: [measure.span, ...(measure.titleSpan ? [measure.titleSpan] : [])],
        doubts: [
          ...title.doubts,
          ...(lead.length === 0 ? [{ at: '/lead', code: 'doubt-nobody-leads', params: {} }] : []),
          ...(printed && measure.area === null ? [{ at: '/area', code: 'doubt-no-area', params: {} }] : []),
        ],
        no: measure.no,
        area: printed ? (measure.area ?? 0) : onlyArea.no,
        title: title.title,
        lead,
        cooperating: unique(measure.cooperating.map((name) => codes.get(name) ?? name)).filter((code) => !lead.includes(code)),
        figures: figuresOf(measure, confirmed, { kinds, validUntil, before }),
      };
    }),
  };
}

const unique = (codes: readonly string[]): string[] => [...new Set(codes)];

/** A paper without areas still needs one to hang its measures on. */
const onlyArea: DraftContent['goalAreas'][number] = {
  state: 'read',
  spans: [],
  doubts: [{ at: '/title', code: 'doubt-area-made', params: {} }],
  no: 1,
  title: { zh: '重点任务', en: 'Key tasks' },
};

/** Only areas that hold a measure: 总体要求 and the like promise nothing by themselves. */
function areasOf({ areas, measures }: PolicyReading, before: Before | undefined): DraftContent['goalAreas'] {
  const used = new Set(measures.map(({ area }) => area));
  return areas
    .filter(({ no }) => used.has(no))
    .map(({ no, title, span }) => {
      const known = before?.programme.goalAreas.find((area) => area.no === no);
      const earlier = before?.reading?.areas.find((area) => area.no === no)?.title;
      const isKept = known && (earlier === undefined || earlier === title);
      const doubts: Doubt[] = isKept && known.title.zh !== title && earlier === undefined ? [wordsKept('/title', title)] : [];
      return { state: 'read', spans: [span], doubts, no, title: isKept ? known.title : untranslated(title) };
    });
}

const wordsKept = (at: string, printed: string): Doubt => ({
  at,
  code: 'doubt-words-kept',
  params: { printed: printed.slice(0, 200) },
});

/** The confirmed wording stays unless the paper changed its own. */
function titleOf(
  measure: Measure,
  confirmed: { zh: string; en: string } | undefined,
  before: Before | undefined,
  no: number | undefined,
  text: string,
): { title: { zh: string; en: string }; doubts: Doubt[] } {
  const printed =
    measure.title ??
    text
      .slice(...measure.span)
      .replace(/\s+/g, '')
      .slice(0, 40);
  const untitled: Doubt[] = measure.title === null ? [{ at: '/title/zh', code: 'doubt-title-made', params: {} }] : [];
  if (!confirmed) return { title: untranslated(printed), doubts: untitled };
  const earlier = before?.reading?.measures.find((other) => other.no === no)?.title;
  if (earlier !== undefined && earlier !== measure.title)
    return {
      title: { zh: printed, en: UNWRITTEN },
      doubts: [{ at: '/title', code: 'doubt-title-changed', params: { was: confirmed.zh } }],
    };
  return { title: confirmed, doubts: earlier === undefined && confirmed.zh !== printed ? [wordsKept('/title', printed)] : [] };
}

function headDoubts(reading: PolicyReading, before: Before | undefined): Doubt[] {
  return [
    ...(reading.title === null ? [{ at: '/title/zh', code: 'doubt-no-title', params: {} }] : []),
    ...(reading.validUntil === null ? [{ at: '/validUntil', code: 'doubt-no-validity', params: {} }] : []),
    ...(before ? [] : [{ at: '/startsOn', code: 'doubt-start', params: {} }]),
    ...(reading.goals.length > 0 ? [{ at: '/measures', code: 'doubt-goals-left', params: { count: reading.goals.length } }] : []),
  ];
}

function latestDeadline({ measures, goals }: PolicyReading): string | undefined {
  const days = [...measures.flatMap(({ targets }) => targets), ...goals].flatMap(({ deadline }) => lastDayOf(deadline) ?? []);
  return days.toSorted().at(-1);
}

/** The year in the title (2025—2027年), else the year of issue; unknown years are left empty. */
function firstDay(text: string, validUntil: string): string {
  const range = /(20\d\d) ?年?\s*[-—~～至]+\s*(20\d\d) ?年/.exec(text.slice(0, 2000));
  const year = range?.[1] ?? issuedYear(text) ?? earliestYear(text, validUntil);
  return year ? `${year}-01-01` : UNWRITTEN;
}

/** The earliest year the paper speaks of, if it lies before the programme's end. */
function earliestYear(text: string, validUntil: string): string | undefined {
  const years = [...text.matchAll(/(20\d\d) ?年/g)].map(([, year]) => year ?? '').filter((year) => year < validUntil.slice(0, 4));
  return years.toSorted().at(0);
}
