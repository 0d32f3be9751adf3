import { changesBetween, type RuleChange } from '../rules/changes.ts';
import type { Rules } from '../rules/queries.ts';
import { shippedOn } from '../rules/version.ts';

type SetOne = Rules['set'][number];

/** What changes with a rule of the list: beside the district's own of an earlier day, or what Leye ships with. */
export function changesWith(one: SetOne, set: readonly SetOne[]): RuleChange[] {
  const shipped = shippedOn(one.kind, one.from);
  // The list begins with the latest.
  const before = set.find(({ kind, from }) => kind === one.kind && from < one.from)?.content;
  return changesBetween({ ...shipped, ...(before as object) }, { ...shipped, ...(one.content as object) }); // reason: both were checked as they were set
}
