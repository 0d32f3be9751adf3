/** Who leads a measure and who cooperates, from all the places in which it names units. */

import type { Measure, UnitMention } from './reading.ts';
import type { Assignment } from './unit-clauses.ts';

/**
 * Units named without rank (责任单位, 负责) cooperate when the same measure names a lead beside them; else the first of them
 * leads when the paper says so (列第一位者为牵头单位); else all of them lead. A unit that leads is not repeated as cooperating.
 */
export function unitsOf(
  assignments: readonly Assignment[],
  firstLeads: boolean,
): Pick<Measure, 'lead' | 'leadSpans' | 'cooperating' | 'cooperatingSpans'> {
  const lead = new Map<string, UnitMention>();
  const cooperating = new Map<string, UnitMention>();
  const leadings = assignments.filter(({ role }) => role === 'lead');
  const isLabelled = leadings.some(isLabel);
  const group = groupsOf(assignments);
  const ledGroups = new Set(leadings.map((assignment) => group.get(assignment)));
  for (const assignment of assignments) {
    const { role, units } = assignment;
    const ledBesides = isLabelled || ledGroups.has(group.get(assignment));
    units.forEach((unit, i) => {
      const leads = role === 'lead' || (role === 'responsible' && !ledBesides && (!firstLeads || i === 0));
      const list = leads ? lead : cooperating;
      if (!list.has(unit.name)) list.set(unit.name, unit);
    });
  }
  const others = [...cooperating.values()].filter(({ name }) => !lead.has(name));
  return {
    lead: [...lead.keys()],
    leadSpans: [...lead.values()].map(({ span }) => span),
    cooperating: others.map(({ name }) => name),
    cooperatingSpans: others.map(({ span }) => span),
  };
}

/** Brackets that stand side by side belong together: （A牵头）（B落实）. */
function groupsOf(assignments: readonly Assignment[]): Map<Assignment, number> {
  const groups = new Map<Assignment, number>();
  let group = 0;
  for (const [i, assignment] of assignments.entries()) {
    const before = assignments[i - 1];
    if (before && assignment.span[0] > before.span[1] + 1) group++;
    groups.set(assignment, group);
  }
  return groups;
}

/** A label (牵头单位：) ranks the whole measure; brackets after a sentence rank only what stands in them. */
const isLabel = ({ units, span }: Assignment): boolean => (units.at(-1)?.span[1] ?? 0) >= span[1];
