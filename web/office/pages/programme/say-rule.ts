import type { CountingRule, Selection } from '../../../../server/kernel/figure/definition.ts';
import type { CountableKind } from '../../../../server/modules/programme/draft/contract.ts';
import type { Say } from '../../../shared/words/index.ts';

/** A counting rule in one line, with the kinds' own names. */
export function sayRule(rule: CountingRule | null, kinds: readonly CountableKind[], say: Say): string {
  if (rule === null) return say('rule.none');
  const named = (selection: Selection) => {
    const kind = kinds.find(({ name }) => name === selection.kind);
    const title = kind ? say(kind.title) : selection.kind;
    if (!selection.variants) return title;
    const variants = selection.variants.map((variant) => {
      const found = kind?.variants.find(({ name }) => name === variant);
      return found ? say(found.title) : variant;
    });
    return say('rule.only', { kind: title, variants: variants.join(say('text.and')) });
  };
  switch (rule.rule) {
    case 'sum':
      return say('rule.said.sum', { kind: named(rule.facts), window: say(`rule.window.${rule.window}`) });
    case 'level':
      return say('rule.said.level', { kind: named(rule.facts) });
    case 'ratio':
      return say('rule.said.ratio', {
        part: named(rule.part),
        whole: named(rule.whole),
        window: say(`rule.window.${rule.window}`),
      });
    case 'coverage':
      return say('rule.said.coverage', {
        of: 'kind' in rule.of ? named(rule.of) : say('rule.of-villages'),
        n: rule.atLeast,
        kind: named(rule.facts),
      });
    case 'typed':
      return say('rule.said.typed', { days: rule.lapsesAfterDays });
  }
}
