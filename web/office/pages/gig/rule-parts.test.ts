import { describe, expect, it } from 'vitest';
import type { RuleContent } from '../../../../server/modules/gigs/rules/contract.ts';
import { scaleOf } from './rule-names.ts';
import { partsOf, withValue } from './rule-parts.ts';

const says = { zh: '话', en: 'words' };
const rule = {
  version: 'one',
  from: '2026-01-01',
  terms: { pay: { full: 12_000, largest: 1800, says }, travel: { full: 80, largest: 3000, says } },
  travel: { detour: 1.35, says },
} as unknown as RuleContent; // reason: as much of a rule as its parts need

describe('the parts of a rule', () => {
  it('are read in the same order, however the keys were kept', () => {
    const read = partsOf('cost', rule).map(({ name, values }) => [name, ...values.map(({ key }) => key)]);
    expect(read).toEqual([
      ['cost.travel', 'detour'],
      ['cost.terms.travel', 'largest', 'full'],
      ['cost.terms.pay', 'largest', 'full'],
    ]);
  });

  it('keep where each value lies, so that it can be changed', () => {
    const pay = partsOf('cost', rule).find(({ name }) => name === 'cost.terms.pay');
    const full = pay?.values.find(({ key }) => key === 'full');
    const changed = withValue(rule, full?.path ?? [], 130 * scaleOf('cost.terms.pay', 'full'));
    expect(partsOf('cost', changed).at(-1)?.values.at(-1)).toMatchObject({ key: 'full', value: 13_000 });
    expect(partsOf('cost', rule).at(-1)?.values.at(-1)).toMatchObject({ value: 12_000 });
  });
});
