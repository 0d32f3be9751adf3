import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { messagesWith } from '../day/day.fixture.ts';
import { counter, DAWN, DAY, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { gigTasks } from '../tasks.ts';
import { amendLicence, checkLicence, claimLicence } from './licence-commands.ts';
import { licencesQuery } from './licences.ts';
import { workerQuery } from './mine.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
  market.clock.moveTo(new Date(DAWN));
});
afterAll(() => market.close());

const list = () => market.ask(licencesQuery, {}, counter);
const claim = async (worker: string) => (await market.run(claimLicence, { worker, licence: 'forklift' })).licence;
const holding = async (days: number) => {
  const { id } = await market.worker();
  const licence = await claim(id);
  await market.run(checkLicence, { licence, holds: true, expiresOn: addDays(DAY, days) });
  return { worker: id, licence };
};
const tasks = async () =>
  (
    await inDistrict(
      market.kernel.database,
      market.district,
      (transaction) =>
        gigTasks({
          ...market.kernel,
          transaction,
          actor: counter,
          district: market.district,
          now: market.clock.now(),
          today: DAY,
        }),
      'read',
    )
  ).filter(({ code }) => code === 'gig-licences');

describe('licences', () => {
  it('wait for an officer, and are a task, until one has looked at them', async () => {
    const { id } = await market.worker();
    const licence = await claim(id);
    expect((await list()).claimed).toMatchObject([{ id: licence, licence: 'forklift', worker: id }]);
    expect(await tasks()).toMatchObject([{ params: { n: 1 }, link: '/gig/licences' }]);
    await market.run(checkLicence, { licence, holds: false, reason: '照片看不清' });
    expect((await list()).claimed).toEqual([]);
    expect(await tasks()).toEqual([]);
  });

  it('that end within thirty days are listed, the first to end on top, and a while after they have', async () => {
    const [late, soon, today] = [await holding(31), await holding(30), await holding(0)];
    const ids = async () => (await list()).ending.map(({ id, isOver }) => ({ id, isOver }));
    expect(await ids()).toEqual([
      { id: today.licence, isOver: false },
      { id: soon.licence, isOver: false },
    ]);
    market.clock.moveTo(new Date(Date.parse(DAWN) + 86_400_000));
    expect(await ids()).toEqual([
      { id: today.licence, isOver: true },
      { id: soon.licence, isOver: false },
      { id: late.licence, isOver: false },
    ]);
    market.clock.moveTo(new Date(DAWN));
  });

  it('are no longer listed as ending once a new one was brought', async () => {
    const { worker, licence } = await holding(5);
    const isListed = async () => (await list()).ending.some(({ id }) => id === licence);
    expect(await isListed()).toBe(true);
    const renewed = await claim(worker);
    expect(await isListed()).toBe(false);
    await market.run(checkLicence, { licence: renewed, holds: true, expiresOn: addDays(DAY, 700) });
    expect((await list()).ending.some((one) => one.worker === worker)).toBe(false);
  });

  it('hold until a real day, at most thirty years ahead', async () => {
    const { id } = await market.worker();
    const licence = await claim(id);
    const until = (expiresOn: string) => refusal(market.run(checkLicence, { licence, holds: true, expiresOn }));
    expect(await until('2026-02-30')).toMatchObject({ code: 'gig-no-such-day', params: { day: '2026-02-30' } });
    expect(await until(addDays(DAY, -1))).toMatchObject({ code: 'gig-licence-over' });
    expect(await until('2056-06-19')).toMatchObject({ code: 'gig-licence-far', params: { day: '2056-06-18' } });
    const claimed = { worker: id, licence: 'welding', expiresOn: '2026-13-01' };
    expect(await refusal(market.run(claimLicence, claimed))).toMatchObject({ code: 'gig-no-such-day' });
    await market.run(checkLicence, { licence, holds: true, expiresOn: '2056-06-18' });
  });

  it('are decided with a message to whoever holds them, and said to end before they do', async () => {
    const { id, actor } = await market.worker();
    const rows = await market.rows();
    await rows.client.query("UPDATE resident SET language = 'en' WHERE id = $1", [id]);
    await market.run(checkLicence, { licence: await claim(id), holds: false, reason: '背面没带' });
    expect(await messagesWith(market, 'was not accepted, because: 背面没带')).toHaveLength(1);
    await rows.client.query("UPDATE resident SET language = 'zh' WHERE id = $1", [id]);
    await rows.end();
    await market.run(checkLicence, { licence: await claim(id), holds: false, reason: '照片不是本人' });
    expect(await messagesWith(market, '没有通过，原因：照片不是本人')).toHaveLength(1);
    expect(
      await refusal(market.run(checkLicence, { licence: await claim(id), holds: false, reason: '手机13812345678' })),
    ).toMatchObject({ code: 'gig-text-personal' });
    await market.run(checkLicence, { licence: await claim(id), holds: true, expiresOn: '2026-07-17' });
    expect(await messagesWith(market, '有效期到 2026年7月17日')).toHaveLength(1);
    const mine = async () => (await market.ask(workerQuery, { worker: id }, actor)).licences.find((one) => one.isValid);
    expect(await mine()).toMatchObject({ daysLeft: 29 });
  });

  it('are corrected or withdrawn with a reason that their holder hears, and then count as it says', async () => {
    const { worker, licence } = await holding(400);
    const seen = async () => (await list()).checked.find(({ id }) => id === licence);
    expect(await seen()).toMatchObject({ expiresOn: addDays(DAY, 400) });
    const amend = (given: object, actor = counter) => market.run(amendLicence, { licence, ...given }, actor);
    await amend({ holds: true, expiresOn: '2028-01-31', reason: '年份看错了' });
    expect(await seen()).toMatchObject({ expiresOn: '2028-01-31' });
    expect(await messagesWith(market, '有效期改为 2028年1月31日，原因：年份看错了')).toHaveLength(1);
    await amend({ holds: false, reason: '证是假的' });
    expect(await seen()).toBeUndefined();
    const { licences } = await market.ask(workerQuery, { worker }, counter);
    expect(licences).toMatchObject([{ state: 'withdrawn', reason: '证是假的', isValid: false }]);
    expect(await messagesWith(market, '不再算数，原因：证是假的')).toHaveLength(1);
    expect(await refusal(amend({ holds: false, reason: '再撤一次' }))).toMatchObject({ code: 'gig-licence-not-checked' });
  });
});
