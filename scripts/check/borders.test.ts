import { describe, expect, it } from 'vitest';
import { checkBorders, crossing } from './borders.ts';
import { importsOf } from './source.ts';

const across = (from: string, to: string, isType = false) => crossing({ from, to, isType }) !== undefined;

describe('the borders of the house', () => {
  it.each([
    ['server/modules/gigs/store.ts', 'server/modules/gigs/rules.ts', false],
    ['server/modules/gigs/commands/check-in.ts', 'server/modules/people/module.ts', false],
    ['server/modules/gigs/commands/check-in.ts', 'server/modules/people/contract.ts', false],
    ['server/modules/gigs/commands/check-in.ts', 'server/modules/people/store.ts', true],
    ['server/modules/gigs/commands/check-in.ts', 'server/modules/people/commands/module.ts', true],
    ['server/modules/gigs/store.ts', 'server/kernel/fact/ledger.ts', false],
    ['server/kernel/fact/ledger.ts', 'server/kernel/clock.ts', false],
    ['server/kernel/fact/ledger.ts', 'server/modules/gigs/module.ts', true],
    ['server/kernel/fact/ledger.ts', 'server/modules.ts', true],
    ['server/main.ts', 'server/modules/gigs/module.ts', false],
    ['server/main.ts', 'tests/database.ts', true],
    ['web/office/gigs.tsx', 'web/office/table.tsx', false],
    ['web/office/gigs.tsx', 'server/modules/gigs/contract.ts', true],
    ['web/office/gigs.tsx', 'server/modules/gigs/store.ts', true],
    ['web/office/gigs.tsx', 'server/kernel/fact/ledger.ts', true],
    ['web/office/gigs.tsx', 'server/kernel/i18n/said.ts', false],
  ])('%s → %s: is a crossing: %s', (from, to, isCrossing) => {
    expect(across(from, to)).toBe(isCrossing);
  });

  it('lets pages take the types of a contract', () => {
    expect(across('web/office/gigs.tsx', 'server/modules/gigs/contract.ts', true)).toBe(false);
  });

  it('sees every way to import', () => {
    const text = `import './a.ts'; import type { B } from '../b.ts'; import { type C } from './c.ts'; import d, { type E } from './d.ts';
      export { f } from './f.ts'; export * from './g.ts'; export type { H } from './h.ts'; const i = await import('./i.ts'); import 'pg';`;
    const seen = importsOf({ file: 'server/modules/gigs/x.ts', text }).map(({ to, isType }) => `${to}${isType ? ' (type)' : ''}`);
    const own = (name: string) => `server/modules/gigs/${name}.ts`;
    expect(seen.sort()).toEqual(
      [
        own('a'),
        'server/modules/b.ts (type)',
        `${own('c')} (type)`,
        own('d'),
        own('f'),
        own('g'),
        `${own('h')} (type)`,
        own('i'),
      ].sort(),
    );
  });

  it('are kept by the whole project', async () => {
    expect(await checkBorders()).toEqual([]);
  });
});
