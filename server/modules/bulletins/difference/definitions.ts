import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { FactKind } from '../../../kernel/fact/kind.ts';
import type { FigureDefinition, Selection } from '../../../kernel/figure/definition.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import { writeBound, writeDay, writeQuantity } from '../../../kernel/page/written.ts';
import { type FigureContext, figuresOf, lastPathSet } from '../../figures/module.ts';
import type { Programme } from '../../programme/contract.ts';
import { listVersionsSince, type VersionSince } from '../../programme/module.ts';
import type { DefinitionChange, Snapshot } from '../contract.ts';
import { selectionSaid, targetOf } from '../text/tell.ts';

/** What was promised otherwise since a bulletin, figure by figure: which version says so, and from when. */
export async function definitionChanges(
  transaction: Transaction,
  snapshot: Snapshot,
  then: FigureContext,
  now: FigureContext,
  kinds: ReadonlyMap<string, FactKind>,
): Promise<ReadonlyMap<string, readonly DefinitionChange[]>> {
  if (canonicalJson(then.programme) === canonicalJson(now.programme)) return new Map();
  const versions = await listVersionsSince(transaction, then.version);
  const changes = new Map<string, DefinitionChange[]>();
  for (const { definition: was } of figuresOf(then.programme)) {
    const is = definitionIn(now.programme, was.code);
    const told: DefinitionChange[] = [];
    const tell = (what: DefinitionChange['what'], released: Said, today: Said | null, of: Piece) => {
      const by = changedBy(was.code, of, versions);
      if (by) told.push({ what, released, today, version: by.version, since: by.confirmedAt });
    };
    if (!is) tell('dropped', targetOf(was), null, (_programme, figure) => figure !== undefined);
    else {
      const target: Piece = (_programme, figure) => figure && { ...figure.target, path: null, unit: figure.unit };
      if (differs(target, was, then.programme, is, now.programme)) tell('target', targetOf(was), targetOf(is), target);
      const rule: Piece = (_programme, figure) => figure?.count;
      if (differs(rule, was, then.programme, is, now.programme)) tell('rule', ruleSaid(was, kinds), ruleSaid(is, kinds), rule);
      const path: Piece = (_programme, figure) => figure?.target.path ?? [];
      if (differs(path, was, then.programme, is, now.programme)) {
        const planned = await lastPathSet(transaction, was.code, snapshot.moment);
        if (planned) told.push({ what: 'path', released: pathSaid(was), today: pathSaid(is), version: null, since: planned });
        else tell('path', pathSaid(was), pathSaid(is), path);
      }
      const start: Piece = (programme) => programme.startsOn;
      if (differs(start, was, then.programme, is, now.programme))
        tell('start', daySaid(then.programme.startsOn), daySaid(now.programme.startsOn), start);
    }
    if (told.length > 0) changes.set(was.code, told);
  }
  return changes;
}

/** A piece of a figure's definition, to be compared between versions. */
type Piece = (programme: Programme, figure: FigureDefinition | undefined) => unknown;

const definitionIn = (programme: Programme, code: string): FigureDefinition | undefined =>
  figuresOf(programme).find(({ definition }) => definition.code === code)?.definition;

const differs = (of: Piece, was: FigureDefinition, then: Programme, is: FigureDefinition, now: Programme): boolean =>
  canonicalJson(of(then, was) ?? null) !== canonicalJson(of(now, is) ?? null);

/** The version that last said otherwise than the one before it. */
function changedBy(code: string, of: Piece, versions: readonly VersionSince[]): VersionSince | undefined {
  const said = ({ programme }: VersionSince) => canonicalJson(of(programme, definitionIn(programme, code)) ?? null);
  return versions.findLast((version, at) => {
    const before = versions[at - 1];
    return before !== undefined && said(before) !== said(version);
  });
}

const daySaid = (day: string): Said => said(writeDay(day, 'zh'), writeDay(day, 'en'));

/** The values on the way, or the straight line. */
function pathSaid(figure: FigureDefinition): Said {
  const points = figure.target.path ?? [];
  if (points.length === 0) return said('直线推进', 'a straight line');
  const write = (language: 'zh' | 'en') =>
    points
      .map(({ day, value }) => `${writeDay(day, language)} ${writeBound('=', writeQuantity(value, figure, language), language)}`)
      .join(language === 'zh' ? '、' : ', ');
  return said(write('zh'), write('en'));
}

const windows: Readonly<Record<'year' | 'month' | 'programme' | 'standing', Said>> = Object.freeze({
  year: said('按年累计', 'summed up each year'),
  month: said('按月累计', 'summed up each month'),
  programme: said('方案期内累计', 'summed up over the programme'),
  standing: said('按当日存量', 'as it stands on the day'),
});

/** How a figure counts, in the words of its kinds. */
function ruleSaid({ count }: FigureDefinition, kinds: ReadonlyMap<string, FactKind>): Said {
  const of = (selection: Selection) => selectionSaid(selection, kinds);
  const joined = (first: Said, word: Said, second: Said) =>
    said(`${first.zh}${word.zh}${second.zh}`, `${first.en}${word.en}${second.en}`);
  switch (count.rule) {
    case 'typed':
      return said('填报', 'typed in');
    case 'sum':
      return joined(of(count.facts), said('，', ', '), windows[count.window]);
    case 'level':
      return joined(of(count.facts), said('，', ', '), windows.standing);
    case 'ratio':
      return joined(joined(of(count.part), said('与', ' out of '), of(count.whole)), said('之比，', ', '), windows[count.window]);
    case 'coverage':
      return joined(
        of(count.facts),
        said('覆盖', ' at '),
        'areas' in count.of ? said('全部社区和村', 'every community and village') : of(count.of),
      );
  }
}
