import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { counter, DAWN, DAY, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { gigTasks } from '../tasks.ts';
import { licencesQuery } from './licences.ts';
import { checkLicence, claimLicence } from './standing.ts';

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
});
