import type {
  DraftContent,
  DraftFigure,
  DraftMeasure,
  DraftUnit,
  Finding,
  ItemState,
  Span,
} from '../../../../../server/modules/programme/draft/contract.ts';

export type ItemKind = 'head' | 'area' | 'unit' | 'measure' | 'figure';
export type DraftArea = DraftContent['goalAreas'][number];

/** An item of a draft under its JSON pointer, as findings and the address name it. The programme's head is `''`, written `head`. */
export type Item = {
  readonly path: string;
  readonly kind: ItemKind;
  readonly state: ItemState;
  readonly spans: readonly Span[];
  readonly title: string;
};

/** Every item a person confirms, in the order in which the draft is read. */
export function listItems(content: DraftContent): Item[] {
  const of = (kind: ItemKind, path: string, item: { state: ItemState; spans: readonly Span[] }, title: string): Item => ({
    path,
    kind,
    state: item.state,
    spans: item.spans,
    title,
  });
  return [
    of('head', '', content, content.title.zh),
    ...content.goalAreas.map((area, at) => of('area', `/goalAreas/${at}`, area, `${area.no} ${area.title.zh}`)),
    ...content.units.map((unit, at) => of('unit', `/units/${at}`, unit, unit.name.zh)),
    ...content.measures.flatMap((measure, at) => [
      of('measure', `/measures/${at}`, measure, `${measure.no} ${measure.title.zh}`),
      ...measure.figures.map((figure, place) =>
        of('figure', `/measures/${at}/figures/${place}`, figure, `${figure.code} ${figure.title.zh}`),
      ),
    ]),
  ];
}

type Change<T> = (item: T) => T;
type Confirmable = { readonly state: ItemState };

/** The draft with one item changed. */
export function changeItem(content: DraftContent, path: string, change: Change<Confirmable>): DraftContent {
  const [, list, at, , place] = path.split('/');
  // Reason: an item keeps its own shape; `change` only replaces fields that the item's own form or a confirmation gave.
  const apply = <T extends Confirmable>(items: T[], index: string | undefined): T[] =>
    items.map((item, i) => (String(i) === index ? (change(item) as T) : item));
  if (list === undefined) return change(content) as DraftContent; // reason: as above
  if (list === 'goalAreas') return { ...content, goalAreas: apply(content.goalAreas, at) };
  if (list === 'units') return { ...content, units: apply(content.units, at) };
  if (place === undefined) return { ...content, measures: apply(content.measures, at) };
  return {
    ...content,
    measures: content.measures.map((measure, i) =>
      String(i) === at ? { ...measure, figures: apply(measure.figures, place) } : measure,
    ),
  };
}

export function removeItem(content: DraftContent, path: string): DraftContent {
  const [, list, at, , place] = path.split('/');
  const without = <T>(items: T[], index: string | undefined): T[] => items.filter((_item, i) => String(i) !== index);
  if (list === 'goalAreas') return { ...content, goalAreas: without(content.goalAreas, at) };
  if (list === 'units') return { ...content, units: without(content.units, at) };
  if (list !== 'measures') return content;
  if (place === undefined) return { ...content, measures: without(content.measures, at) };
  return {
    ...content,
    measures: content.measures.map((measure, i) =>
      String(i) === at ? { ...measure, figures: without(measure.figures, place) } : measure,
    ),
  };
}

/** A confirmed item keeps what it says; one that nobody had looked at becomes `confirmed`. */
export const confirmItem = (content: DraftContent, path: string): DraftContent =>
  changeItem(content, path, (item) => (item.state === 'read' ? { ...item, state: 'confirmed' } : item));

const empty = { zh: '', en: '' };
const added = { state: 'added' as const, spans: [], doubts: [] };
const nextNo = (items: readonly { no: number }[]) => Math.max(0, ...items.map(({ no }) => no)) + 1;

/** A new, empty item at the end of its list; `path` is where it came to stand. */
export function addItem(
  content: DraftContent,
  kind: Exclude<ItemKind, 'head'>,
  measureAt = 0,
): { content: DraftContent; path: string } {
  if (kind === 'area') {
    const area: DraftArea = { ...added, no: nextNo(content.goalAreas), title: empty };
    return { content: { ...content, goalAreas: [...content.goalAreas, area] }, path: `/goalAreas/${content.goalAreas.length}` };
  }
  if (kind === 'unit') {
    const unit: DraftUnit = { ...added, code: '', name: empty };
    return { content: { ...content, units: [...content.units, unit] }, path: `/units/${content.units.length}` };
  }
  if (kind === 'measure') {
    const measure: DraftMeasure = {
      ...added,
      no: nextNo(content.measures),
      area: content.goalAreas.at(-1)?.no ?? 1,
      title: empty,
      lead: [],
      cooperating: [],
      figures: [],
    };
    return { content: { ...content, measures: [...content.measures, measure] }, path: `/measures/${content.measures.length}` };
  }
  const measure = content.measures[measureAt];
  const figures = measure?.figures ?? [];
  const figure: DraftFigure = {
    ...added,
    code: `${measure?.no ?? ''}${figures.length === 0 ? '' : String.fromCharCode(97 + figures.length)}`,
    title: empty,
    promise: empty,
    unit: empty,
    decimals: 0,
    target: { comparator: '>=', value: 0, per: 'programme', by: content.validUntil },
    count: null,
    limits: empty,
    printed: null,
    suggestions: [],
  };
  return {
    content: {
      ...content,
      measures: content.measures.map((one, i) => (i === measureAt ? { ...one, figures: [...one.figures, figure] } : one)),
    },
    path: `/measures/${measureAt}/figures/${figures.length}`,
  };
}

/** Findings by the item they are about: the item whose path is the longest beginning of theirs. */
export function findingsByItem(items: readonly Item[], findings: readonly Finding[]): Map<string, Finding[]> {
  const paths = items.map(({ path }) => path).sort((one, other) => other.length - one.length);
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const path = paths.find((candidate) => finding.path === candidate || finding.path.startsWith(`${candidate}/`)) ?? '';
    found.set(path, [...(found.get(path) ?? []), finding]);
  }
  return found;
}
