import { type CheckOptions, checkProgramme } from '../check/check-programme.ts';
import type { Programme } from '../contract.ts';
import type { PolicyReading } from '../reader/reading.ts';
import { inWords } from '../wording.ts';
import type { Doubt, DraftContent, Finding, ItemState } from './contract.ts';

type Item = { readonly path: string; readonly state: ItemState; readonly doubts: readonly Doubt[] };

/** Every item of a draft that a person confirms. */
export function itemsOf(content: DraftContent): Item[] {
  const placed = <T extends Omit<Item, 'path'>>(path: string, items: readonly T[]): Item[] =>
    items.map(({ state, doubts }, i) => ({ path: `${path}/${i}`, state, doubts }));
  return [
    { path: '', state: content.state, doubts: content.doubts },
    ...placed('/goalAreas', content.goalAreas),
    ...placed('/units', content.units),
    ...placed('/measures', content.measures),
    ...content.measures.flatMap(({ figures }, i) => placed(`/measures/${i}/figures`, figures)),
  ];
}

export const countUnconfirmed = (content: DraftContent): number =>
  itemsOf(content).filter(({ state }) => state === 'read').length;

/**
 * The programme a draft would become, without what is only the draft's. It may still be incomplete: `checkProgramme` says so, and its
 * paths hold for the draft too.
 */
export function programmeOf(content: DraftContent): Programme {
  const { district, title, startsOn, validUntil } = content;
  const programme = {
    district,
    title,
    startsOn,
    validUntil,
    goalAreas: content.goalAreas.map(({ no, title }) => ({ no, title })),
    units: content.units.map(({ code, name, everyTown }) => ({ code, name, ...(everyTown ? { everyTown } : {}) })),
    measures: content.measures.map(({ no, area, title, lead, cooperating, figures }) => ({
      no,
      area,
      title,
      lead,
      cooperating,
      figures: figures.map(({ code, title, promise, unit, decimals, target, count, limits }) => ({
        code,
        title,
        promise,
        unit,
        decimals,
        target,
        count,
        limits,
      })),
    })),
  };
  return programme as Programme; // reason: only a figure without a counting rule differs, which the check refuses
}

/** What stands between a draft and its confirmation, and what a person should look at: errors, warnings, open doubts. */
export function draftFindings(
  content: DraftContent,
  reading: PolicyReading,
  options: CheckOptions & { district: string },
): Finding[] {
  const code = content.district.code;
  const elsewhere =
    code !== '' && code !== options.district
      ? [
          inWords({
            level: 'error',
            path: '/district/code',
            code: 'check-district',
            params: { code, district: options.district },
          }),
        ]
      : [];
  const doubts = itemsOf(content)
    .filter(({ state }) => state === 'read')
    .flatMap(({ path, doubts }) =>
      doubts.map(({ at, code, params }) => inWords({ level: 'doubt', path: `${path}${at}`, code, params })),
    );
  const faults = checkProgramme(programmeOf(content), options).map((fault) => inWords(fault, 'form'));
  return [...faults, ...elsewhere, ...doubts, ...notTaken(content, reading)];
}

/** Promises of the paper that no figure of the draft stands for: taken out by hand, or goals outside any measure. */
function notTaken({ measures }: DraftContent, reading: PolicyReading): Finding[] {
  const taken = new Set(measures.flatMap(({ figures }) => figures.flatMap(({ spans }) => spans.map((span) => span.join()))));
  return [...reading.measures.flatMap(({ targets }) => targets), ...reading.goals]
    .filter(({ numberSpan }) => !taken.has(numberSpan.join()))
    .map(({ text, numberSpan }) =>
      inWords({
        level: 'warning',
        path: '/measures',
        code: 'doubt-not-taken',
        params: { text: text.slice(0, 120), at: numberSpan[0] },
      }),
    );
}
