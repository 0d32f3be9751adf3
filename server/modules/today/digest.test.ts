import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../tests/house.ts';
import { staff } from '../../../tests/kernel.ts';
import { type Actor, system } from '../../kernel/actor/actor.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { inviteStaff } from '../people/commands/invite-staff.ts';
import { grantRole } from '../people/commands/roles.ts';
import { pauseClock } from '../supervision/commands/pause.ts';
import { raiseNotice } from '../supervision/commands/raise-notice.ts';
import { digestDistrict } from './digest.ts';
import { todayQuery } from './module.ts';

const clock = clockAt(new Date('2026-03-02T00:30:00Z')); // a Monday, half past eight in Beijing
let house: WholeHouse;
beforeAll(async () => {
  house = await openWholeHouse();
  const call = { district: house.district, actor: system('test') };
  const kernel = { ...house.kernel, clock };
  const { account } = await execute(kernel, inviteStaff, { name: '林白', email: 'lin@example.cn' }, call);
  await execute(kernel, grantRole, { account, role: 'liaison', unit: 'planning-resources' }, call);
  // Somebody who only reads: figures that are behind are no duty of theirs.
  const reader = await execute(kernel, inviteStaff, { name: '吴评', email: 'wu@example.cn' }, call);
  await execute(kernel, grantRole, { account: reader.account, role: 'evaluator' }, call);
}, 120_000);
afterAll(() => house.close());

const send = (day: string) => {
  clock.moveTo(new Date(`${day}T00:30:00Z`));
  return digestDistrict({ ...house.kernel, clock }, house.district);
};
const raise = (instruction: string) =>
  execute(
    { ...house.kernel, clock },
    raiseNotice,
    { measure: 8, unit: 'planning-resources', step: 'urge', instruction, instructedBy: '区领导', termWorkingDays: 5 },
    { district: house.district, actor: staff({ role: 'programme-office' }) },
  );
const letters = () =>
  inDistrict(
    house.kernel.database,
    house.district,
    async ({ client }) =>
      (
        await client.query<{ subject: string }>(
          "SELECT subject FROM message WHERE district = $1 AND subject LIKE '%件事要办' ORDER BY id",
          [house.district],
        )
      ).rows.map(({ subject }) => subject),
    'read',
  );

it('tells a person once a day what waits, in one message however many events there were', async () => {
  expect(await send('2026-03-02'), 'nothing waits').toBe(0);
  await raise('请报送用地清单');
  await raise('请报送进度说明');
  const both = await Promise.all([send('2026-03-03'), digestDistrict({ ...house.kernel, clock }, house.district)]);
  expect(both.toSorted()).toEqual([0, 1]);
  expect(await letters()).toEqual(['今天有 2 件事要办']);
});

it('is silent on a day that brings nothing new and nothing due, and on days off', async () => {
  expect(await send('2026-03-04')).toBe(0);
  await raise('请补充图件');
  expect(await send('2026-03-07'), 'a Saturday').toBe(0);
  expect(await send('2026-03-09')).toBe(1);
  expect(await send('2026-03-10'), 'two of them are due').toBe(1);
  expect(await letters()).toEqual(['今天有 2 件事要办', '今天有 3 件事要办', '今天有 3 件事要办']);
});

it('is silent in a quiet period, and tells afterwards what came up meanwhile', async () => {
  await execute(
    { ...house.kernel, clock },
    pauseClock,
    { subject: 'district', from: '2026-03-11', to: '2026-03-13', reason: '全区会议期间不催办' },
    { district: house.district, actor: staff({ role: 'programme-office' }) },
  );
  await raise('请报送会后安排');
  for (const day of ['2026-03-11', '2026-03-13']) expect(await send(day), day).toBe(0);
  expect(await send('2026-03-16')).toBe(1);
});

it('counts what Today lists and nothing else: a figure that is behind is looked at, it is no duty', async () => {
  const kernel = { ...house.kernel, clock };
  const today = (actor: Actor) => ask(kernel, todayQuery, {}, { district: house.district, actor });
  const liaison = await today(staff({ role: 'liaison', unit: 'planning-resources' }));
  expect((await letters()).at(-1)).toBe(`今天有 ${liaison.tasks.length} 件事要办`);
  const evaluator = await today(staff({ role: 'evaluator' }));
  expect(evaluator.behind.length).toBeGreaterThan(0);
  expect(evaluator.tasks).toEqual([]);
});
