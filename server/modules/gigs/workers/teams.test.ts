import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { DAWN, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { formTeam, joinTeam } from './teams.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
  market.clock.moveTo(new Date(DAWN));
});
afterAll(() => market.close());

it('a stranger does not guess their way into a team: five wrong codes in ten minutes close the door, even to the right one', async () => {
  const [first, other] = [await market.worker(), await market.worker()];
  const { code } = await market.run(formTeam, { worker: first.id }, first.actor);
  const join = (typed: string) => market.run(joinTeam, { worker: other.id, code: typed }, other.actor);
  const wrong = ['0000', '0001', '0002', '0003', '0004'];
  for (const [at, typed] of wrong.slice(0, 4).entries())
    expect(await refusal(join(typed))).toMatchObject({ code: 'gig-team-unknown', params: { left: 4 - at } });
  // The same once more is no other try.
  expect(await refusal(join('0003'))).toMatchObject({ code: 'gig-team-unknown', params: { left: 1 } });
  expect(await refusal(join('0004'))).toMatchObject({ code: 'gig-team-tries', params: { minutes: 10 } });
  expect(await refusal(join(code))).toMatchObject({ code: 'gig-team-tries' });
  market.clock.moveTo(new Date(Date.parse(DAWN) + 11 * 60_000));
  await join(code);
});
