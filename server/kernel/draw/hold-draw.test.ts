import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testKernel } from '../../../tests/kernel.ts';
import { system } from '../actor/actor.ts';
import { allowSystem } from '../actor/permission.ts';
import { command } from '../command/command.ts';
import { execute } from '../command/run.ts';
import { inDistrict } from '../database/transaction.ts';
import { type DrawInput, findDraw, type HeldDraw, holdDraw, verifyDraw } from './hold-draw.ts';

const hold = command({
  name: 'test.hold-draw',
  input: Type.Object({ purpose: Type.String(), given: Type.Unsafe<DrawInput>(Type.Any()) }),
  may: allowSystem,
  run: async ({ purpose, given }, work) => (await holdDraw(work, purpose, given)) ?? null,
});

let test1: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test1 = await testKernel();
});
afterAll(() => test1?.close());

const held = (purpose: string, given: DrawInput, district = '110112'): Promise<HeldDraw | null> =>
  execute(test1.kernel, hold, { purpose, given }, { district, actor: system('test') });
const list: DrawInput = { method: 'take', candidates: ['丙', '甲', '乙'], take: 2 };

describe('a draw that is held', () => {
  test('is kept with its list, hash, seed and result, and anybody can draw it again', async () => {
    const first = await held('sample', list);
    expect(first?.input).toEqual({ method: 'take', candidates: ['丙', '乙', '甲'].sort(), take: 2 });
    expect(first?.seed).toMatch(/^[0-9a-f]{64}$/);
    expect(first && verifyDraw(first)).toMatchObject({ isInputSame: true, isResultSame: true });
  });

  test('is the first one for good, whoever comes with another list', async () => {
    const first = await held('once', list);
    const again = await held('once', { method: 'take', candidates: ['丁', '戊'], take: 1 });
    expect(again).toEqual(first);
    const both = await Promise.all([held('at-once', list), held('at-once', list)]);
    expect(both[0]).toEqual(both[1]);
  });

  test('tells when its list or its result was changed afterwards', async () => {
    const kept = await held('watched', list);
    if (!kept) throw new Error('it was drawn');
    expect(verifyDraw({ ...kept, input: { method: 'take', candidates: ['甲', '乙'], take: 2 } }).isInputSame).toBe(false);
    expect(verifyDraw({ ...kept, result: [...(kept.result as string[])].reverse() }).isResultSame).toBe(false);
  });

  test('cannot be changed or taken back by the application, and is another district’s to nobody', async () => {
    const kept = await held('guarded', list);
    for (const sql of ["UPDATE draw SET purpose = 'x'", 'DELETE FROM draw'])
      await expect(inDistrict(test1.kernel.database, '110112', ({ client }) => client.query(sql))).rejects.toThrow(/permission/);
    const elsewhere = await inDistrict(test1.kernel.database, '110113', (transaction) =>
      findDraw(transaction, { id: kept?.id ?? '' }),
    );
    expect(elsewhere).toBeUndefined();
  });

  test('says when there is no way, and keeps nothing then', async () => {
    const given: DrawInput = { method: 'assign', tasks: ['站'], people: ['人'], barred: [['站', '人']] };
    expect(await held('no-way', given)).toBeNull();
    expect(await held('no-way', { ...given, barred: [] })).toMatchObject({ result: [['站', '人']] });
  });
});
