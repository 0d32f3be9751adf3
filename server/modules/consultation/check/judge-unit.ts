/** Requests about who leads and who cooperates are judged by the lists of the measure, not by its sentences. */
import { unitAmong } from '../../programme/module.ts';
import { found } from './finding.ts';
import type { Finding, Request, RequestTarget, Span } from './shapes.ts';

export interface ListedUnit {
  readonly name: string;
  readonly span: Span;
}
export interface UnitLists {
  readonly lead: readonly ListedUnit[];
  readonly cooperating: readonly ListedUnit[];
  /** Every unit that any list of the paper names. */
  readonly known: readonly string[];
}

export function judgeUnit(
  { kind, target, oldWords, newWords }: Request,
  at: number,
  isAdopted: boolean,
  { units }: { units: UnitLists },
): Finding {
  const gone = oldWords === null ? undefined : findIn(units, target, oldWords);
  const come = newWords === null ? undefined : findIn(units, target, newWords);
  const params = {
    ...(newWords === null ? {} : { unit: newWords }),
    ...(oldWords === null ? {} : kind === 'remove' ? { unit: oldWords } : { old: oldWords }),
  };
  const place = come?.unit?.span ?? gone?.unit?.span ?? null;
  if (isAdopted) {
    if (gone?.unit) return found(at, 'contradiction', 'unit-still-listed', { ...params, unit: oldWords ?? '' }, gone.unit.span);
    if (!come) return found(at, 'consistent', 'unit-removed', params);
    if (come.unit) return found(at, 'consistent', 'unit-listed', params, place);
    if (come.otherwise) return found(at, 'needs a person', 'unit-listed-otherwise', params, come.otherwise.span);
    return found(at, 'contradiction', 'unit-not-listed', params);
  }
  if (come?.unit && !(gone?.unit && kind === 'add'))
    return found(at, 'contradiction', 'refused-unit-listed', params, come.unit.span);
  if (!gone) return found(at, 'consistent', 'refused-unit-not-listed', params);
  if (gone.unit) return found(at, 'consistent', 'refused-unit-still-listed', { ...params, unit: oldWords ?? '' }, gone.unit.span);
  if (gone.otherwise)
    return found(at, 'needs a person', 'unit-listed-otherwise', { ...params, unit: oldWords ?? '' }, gone.otherwise.span);
  return found(at, 'contradiction', 'refused-unit-gone', { ...params, unit: oldWords ?? '' });
}

/** 区人社局 is 区人力社保局 where the paper knows no other that it may stand for. */
function findIn(lists: UnitLists, target: RequestTarget, name: string): { unit?: ListedUnit; otherwise?: ListedUnit } {
  const all = [...lists.lead, ...lists.cooperating];
  const list = target === 'lead' ? lists.lead : target === 'cooperating' ? lists.cooperating : all;
  const meant = unitAmong(name, lists.known);
  const is = (unit: ListedUnit) => meant !== undefined && unitAmong(unit.name, [meant]) !== undefined;
  const [unit, otherwise] = [list.find(is), all.find(is)];
  return { ...(unit ? { unit } : {}), ...(otherwise ? { otherwise } : {}) };
}
