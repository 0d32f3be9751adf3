import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictingRoles, staffRoles } from '../../kernel/actor/actor.ts';
import { faultOfGrant, faultOfPassword, roleNeeds } from './rules.ts';

describe('a grant', () => {
  it('names exactly what its role needs, for every role', () => {
    for (const role of staffRoles) {
      const rightly = { district: {}, unit: { unit: 'finance' } } as const;
      const needs = roleNeeds[role];
      const right = typeof needs === 'string' ? rightly[needs] : { area: '110112005000' };
      for (const given of [{}, { unit: 'finance' }, { area: '110112005000' }, { unit: 'finance', area: '110112005000' }])
        expect(faultOfGrant({ role, ...given }) === undefined, `${role} ${JSON.stringify(given)}`).toBe(
          JSON.stringify(given) === JSON.stringify(right),
        );
    }
  });
});

describe('the three administrators', () => {
  it('never hold a second role of any kind; other roles go together', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...staffRoles), { minLength: 1 }), (held) => {
        const administers = held.some((role) => role.endsWith('-administrator'));
        expect(conflictingRoles(held) !== undefined).toBe(administers && held.length > 1);
      }),
    );
  });
});

describe('a password', () => {
  it('is refused when short, long, or what everybody tries', () => {
    expect(faultOfPassword('kurz!9xQ', [])).toBe('password-short');
    expect(faultOfPassword('x9'.repeat(80), [])).toBe('password-long');
    for (const obvious of [
      'Password2025',
      'qwertyuiop',
      '1234567890',
      '0987654321',
      'abcdefghij',
      'aaaaaaaaaaaa',
      '1212121212',
      'Tongzhou@2025',
      'woaini1314520',
    ])
      expect(faultOfPassword(obvious, []), obvious).toBe('password-obvious');
    expect(faultOfPassword('zhangsan2025', ['张三', 'zhangsan'])).toBe('password-obvious');
  });
  it('is taken when long and of its own making, in any script', () => {
    for (const good of ['three unrelated words 7', '运河边的第三棵柳树真好看', 'fH7-qp2L-xx9', 'password of my neighbour’s boat'])
      expect(faultOfPassword(good, ['张三', 'zhangsan']), good).toBeUndefined();
  });
});
