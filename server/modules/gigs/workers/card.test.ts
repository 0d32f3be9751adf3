import { afterAll, beforeAll, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import type { Actor } from '../../../kernel/actor/actor.ts';
import { checkInAtKiosk } from '../dawn/check-in.ts';
import { messagesWith } from '../day/day.fixture.ts';
import { type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { renewCard } from './join.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());

it('a new card keeps the number and makes the lost one worthless; whoever did not make it is told; the audit says who made it for whom and why, and nothing keeps its code', async () => {
  const worker = await market.worker({}, { checkIn: false });
  const renewed = await market.run(renewCard, { worker: worker.id, why: 'lost' }, undefined, 'renew-1');
  expect(renewed).toMatchObject({ worker: worker.id, number: worker.number, name: '测**' });
  expect(renewed.card).not.toBe(worker.card);

  const kiosk: Actor = { kind: 'kiosk', id: 'k', name: '门口', grants: [{ role: 'kiosk', station: market.station }] };
  const shown = (card: string) => market.run(checkInAtKiosk, { station: market.station, card }, kiosk);
  expect(await refusal(shown(worker.card))).toMatchObject({ code: 'gig-worker-unknown' });
  expect(await shown(renewed.card)).toMatchObject({ worker: worker.id });

  const told = () => messagesWith(market, '旧卡不能用了');
  expect(await told()).toHaveLength(1);

  const again = await market.run(renewCard, { worker: worker.id, why: 'lost' }, undefined, 'renew-1');
  expect(again).toEqual({ worker: worker.id, number: worker.number });
  expect(await shown(renewed.card)).toMatchObject({ wasThere: true });

  const rows = await market.rows();
  const { rows: audited } = await rows.client.query("SELECT actor, content FROM audit_entry WHERE action = 'gigs.renew-card'");
  const { rows: kept } = await rows.client.query("SELECT answer::text AS answer FROM command_key WHERE key = 'renew-1'");
  await rows.end();
  expect(audited).toEqual([{ actor: 'staff:counter', content: expect.stringContaining('"why":"lost"') }]);
  expect(audited[0].content).toContain(worker.id);
  expect(audited[0].content).not.toContain(renewed.card);
  expect(kept[0].answer).not.toContain(renewed.card);

  const other = await market.worker({}, { checkIn: false });
  await market.run(renewCard, { worker: other.id }, other.actor);
  expect(await told()).toHaveLength(1);
});
