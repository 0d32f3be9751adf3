import { describe, expect, it } from 'vitest';
import { reasonWords } from '../matching/reason-words.ts';
import { changeFor, isDone } from './tip.ts';

const anything = { km: 12.1, radius: 10, yuan: 180.5, best: 170, shift: 'night', trade: 'kitchen', level: 2, wanted: 2 };
const params = { ...anything, licence: 'forklift', size: 2, members: 2, orders: 1, places: 1 };

describe('a reason that was kept', () => {
  it('leads somewhere whatever change it names, and the change goes before the cause', () => {
    for (const code of Object.keys(reasonWords).filter((one) => one.startsWith('change-')))
      expect(changeFor('no-orders', { change: { code, params } }), code).toBeDefined();
    expect(changeFor('distance', { ...params, change: { code: 'change-pay', params } })).toEqual({ is: 'pay', yuan: 180 });
    expect(changeFor('distance', params)).toEqual({ is: 'distance', km: 13 });
  });

  it('leads nowhere where nobody can change anything, or farther than anybody may go', () => {
    for (const code of ['no-orders', 'age', 'taken', 'busy', 'apart', 'cut-short', 'of-a-later-version'])
      expect(changeFor(code, params), code).toBeUndefined();
    expect(changeFor('distance', { km: 60.2, radius: 10 })).toBeUndefined();
    expect(changeFor('no-orders', { change: 'nothing' })).toBeUndefined();
  });

  it('is done with once the terms allow it', () => {
    const own = { radiusKm: 13, payFloor: 18_000, shifts: ['night'], trades: ['kitchen'], claimed: ['forklift'] } as const;
    for (const code of ['distance', 'change-pay', 'shift', 'change-trade', 'licence']) {
      const change = changeFor(code, code.startsWith('change-') ? { change: { code, params } } : params);
      if (!change) throw new TypeError(code);
      expect(isDone(change, own), code).toBe(true);
      expect(isDone(change, { ...own, radiusKm: 12, payFloor: 18_001, shifts: [], trades: [], claimed: [] }), code).toBe(false);
    }
  });
});
