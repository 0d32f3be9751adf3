/** Who leads a measure and who cooperates, from all the places in which it names units. */
import type { Assignment } from './assignments.ts';
import type { Measure, UnitMention } from './reading.ts';

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
  const ledAt = new Set(leadings.map(({ span }) => span[0]));
  for (const { role, units, span } of assignments) {
    const ledBesides = isLabelled || ledAt.has(span[0]);
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

/** A label (牵头单位：) ranks the whole measure; brackets after a sentence rank only what stands in them. */
const isLabel = ({ units, span }: Assignment): boolean => (units.at(-1)?.span[1] ?? 0) >= span[1];
