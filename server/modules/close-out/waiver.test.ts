import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/refusal.ts';
import { system } from '../../kernel/actor/actor.ts';
import { ask } from '../../kernel/command/run.ts';
import { closeOutTest, people } from './close-out.fixture.ts';
import { closeOutMarksQuery } from './queries/list.ts';

let test: Awaited<ReturnType<typeof closeOutTest>>;
beforeAll(async () => {
  test = await closeOutTest('2027-01-20');
}, 120_000);
afterAll(() => test.close());

const codeOf = async (doing: Promise<unknown>) => (await refusal(doing)).code;
const mayOf = async (period: string, actor: Parameters<typeof test.panel>[1]) =>
  (await test.panel(4, actor)).periods.find((one) => one.period.name === period)?.may;
const publicMarks = async () =>
  (await ask(test.kernel, closeOutMarksQuery, {}, { district: test.district, actor: system('portal') })).marks.filter(
    ({ measure }) => measure === 4,
  );

describe('a waiver that late records have made needless', () => {
  it('cannot be signed any more: the ordinary close-out is applied for instead', async () => {
    await test.count('space.let', '2025-12-20', 9990);
    await test.propose(4, '2025', '验收推迟到三月');
    expect(await mayOf('2025', people.leader)).toEqual(['sign-waiver', 'decline-waiver']);
    await test.count('space.let', '2025-12-30', 10);
    expect(await codeOf(test.sign(4, '2025'))).toBe('close-out-not-short');
    expect(await test.item(4, '2025')).toMatchObject({ state: 'waiver-proposed', grade: null });
    expect(await mayOf('2025', people.leader)).toEqual(['decline-waiver']);
    await test.apply(4, '2025');
    expect(await test.item(4, '2025')).toMatchObject({ state: 'applied', waiver: null });
    await test.approve(4, '2025');
    expect(await test.item(4, '2025')).toMatchObject({ state: 'approved', waiver: null });
  });
});

describe('a waiver after which everything was reached', () => {
  it('is not applied over while it is short', async () => {
    await test.propose(4, '2026', '楼宇改造未完工');
    await test.sign(4, '2026');
    expect(await codeOf(test.apply(4, '2026'))).toBe('close-out-short');
  });

  it('stands, for everybody, until the office has approved the ordinary close-out', async () => {
    const standing = { state: 'waived', grade: 'unqualified', waiver: { reason: '楼宇改造未完工', signedBy: '沈远' } };
    await test.count('space.let', '2026-12-20', 10_000);
    expect(await mayOf('2026', people.liaison)).toEqual(['apply']);
    await test.apply(4, '2026');
    expect(await test.item(4, '2026')).toMatchObject({ ...standing, state: 'waived-applied' });
    expect((await publicMarks()).map(({ period, state }) => `${period} ${state}`)).toContain('2026 waived-applied');
    await test.giveBack(4, '2026', '请补充租赁合同的佐证');
    expect(await test.item(4, '2026')).toMatchObject(standing);
    await test.apply(4, '2026');
    await test.withdraw(4, '2026');
    expect(await test.item(4, '2026')).toMatchObject(standing);
    await test.apply(4, '2026', people.both);
    expect(await codeOf(test.approve(4, '2026', people.both))).toBe('close-out-own');
    await test.approve(4, '2026');
    expect(await test.item(4, '2026')).toMatchObject({
      state: 'approved',
      grade: expect.stringMatching(/good|excellent/),
      waiver: null,
    });
  });
});
