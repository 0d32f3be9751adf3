import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { clockAt } from '../../../kernel/clock.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { tellMarket } from './tell-market.ts';

let house: WholeHouse;
beforeAll(async () => {
  house = await openWholeHouse();
});
afterAll(() => house.close());

it('tells mornings of a gig market in which people are placed, insured, paid and heard, and leaves today’s offers open; told again it stays the same', async () => {
  const kernel = { ...house.kernel, clock: clockAt(new Date('2026-06-18T05:40:00+08:00')) };
  const story = {
    district: house.district,
    towns: [house.town, house.otherTown] as const,
    to: '2026-06-18',
    seed: 7,
    mornings: 2,
  };
  await tellMarket(kernel, story);
  const first = await counts();
  expect(first).toMatchObject({ stations: 2, workers: 36 });
  for (const count of [first.placements, first.paid, first.ratings, first.open]) expect(count).toBeGreaterThan(3);
  expect(first.orders - first.insured).toBe(2);
  expect([first.complaints, first.claimed]).toEqual([1, 2]);
  await tellMarket(kernel, story);
  expect(await counts()).toEqual(first);
});

type Counted =
  | 'stations'
  | 'workers'
  | 'placements'
  | 'paid'
  | 'ratings'
  | 'open'
  | 'orders'
  | 'insured'
  | 'complaints'
  | 'claimed';

const counts = () =>
  inDistrict(
    house.kernel.database,
    house.district,
    async ({ client }) => {
      const { rows } = await client.query<Record<Counted, number>>(
        `SELECT (SELECT count(*) FROM gig_station)::integer AS stations, (SELECT count(*) FROM gig_worker)::integer AS workers,
           (SELECT count(*) FROM gig_placement)::integer AS placements, (SELECT count(*) FROM gig_wage WHERE state = 'confirmed')::integer AS paid,
           (SELECT count(*) FROM gig_rating)::integer AS ratings, (SELECT count(*) FROM gig_offer WHERE state IN ('offered', 'lapsed') AND answered_at IS NULL)::integer AS open,
           (SELECT count(*) FROM gig_order)::integer AS orders, (SELECT count(*) FROM gig_order WHERE insured_at < starts_at)::integer AS insured,
           (SELECT count(*) FROM gig_complaint WHERE state = 'open')::integer AS complaints,
           (SELECT count(*) FROM gig_licence WHERE state = 'claimed')::integer AS claimed`,
      );
      const [row] = rows;
      if (!row) throw new Error('counts always answer');
      return row;
    },
    'read',
  );
