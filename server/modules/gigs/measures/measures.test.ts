import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '../../../kernel/actor/actor.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { dismissComplaint, settleComplaint } from '../complaints/desk.ts';
import { openComplaint } from '../complaints/open.ts';
import { placedIn, worksIn } from '../day/day.fixture.ts';
import { confirmWage, payWages } from '../day/pay.ts';
import { counter, DAWN, DAY, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { recordService } from '../services/commands.ts';
import { type MeasureCode, measures } from './catalogue.ts';
import { countLevels } from './count-levels.ts';
import { measureStations } from './measures.ts';

let market: GigMarket;
let paid: string;
let unpaid: string;
/** A day of the market: three places, two people who came; one is paid in time, the other is not, and complains. */
beforeAll(async () => {
  market = await gigMarket();
  const employer = await market.employer();
  const order = await market.order(employer, { seats: 3, insurance: 'accident', insurer: '示例保险' });
  const [ann, bob, eve] = [await market.worker(), await market.worker(), await market.worker()];
  paid = await placedIn(market, order.id, ann);
  unpaid = await placedIn(market, order.id, bob);
  await market.run(recordService, { station: market.station, worker: eve.id, desk: 'training-desk', note: '学装卸安全' });
  await worksIn(market, order.id, paid, ann);
  market.clock.moveTo(new Date(DAWN));
  await worksIn(market, order.id, unpaid, bob);
  await market.run(payWages, { employer: employer.id, wages: [{ placement: paid, amount: 24_000 }] }, employer.manager);
  await market.run(confirmWage, { placement: paid, received: 24_000 }, ann.actor);
  const { complaint } = await market.run(
    openComplaint,
    { worker: bob.id, about: 'wage', placement: unpaid, claimed: 24_000, text: '当天的工钱没有给' },
    bob.actor,
  );
  await market.run(settleComplaint, { complaint, outcome: '单位当面补付', amount: 24_000 }, counter);
  const about = { worker: eve.id, about: 'fee' as const, station: market.station };
  for (const [text, end] of [
    ['门口有人收介绍费', settleComplaint],
    ['听说要收押金', dismissComplaint],
  ] as const) {
    const { complaint: fee } = await market.run(openComplaint, { ...about, text }, counter);
    if (end === settleComplaint) await market.run(end, { complaint: fee, outcome: '属实，已劝离' }, counter);
    else await market.run(dismissComplaint, { complaint: fee, reason: '查过没有这回事' }, counter);
  }
});
afterAll(() => market?.close());

const measured = async (code: MeasureCode, to = DAY) =>
  inDistrict(market.kernel.database, '110112', async (transaction) => {
    const found = await measureStations(transaction, [market.station], { from: '2026-06-01', to }, [code]);
    const [one] = found.get(market.station) ?? [];
    return one && [one.part, one.whole, one.value && Math.round(one.value)];
  });

describe('what a station’s records say of some days', () => {
  it.each<[MeasureCode, (number | null)[], string?]>([
    ['seats-filled', [2, 3, 67]],
    ['wages-in-time', [1, 2, 50]],
    ['complaints-in-term', [3, 3, 100], '2026-08-01'],
    ['fee-complaints', [1, 2, 1]],
    ['employers-verified', [1, 1, 100]],
    ['offers-answered', [2, 2, 100]],
    ['insurance-told', [2, 2, 100]],
    ['orders-insured', [0, 1, 0]],
    ['reasons-given', [0, 1, 0]],
    ['third-morning-seen', [0, 0, null]],
    ['licences-checked', [0, 0, null]],
    ['weather-recorded', [0, 1, 0]],
    ['workers-trained', [1, 3, 33]],
  ])('%s', async (code, expected, to) => {
    expect(await measured(code, to)).toEqual(expected);
  });

  it('every measure of the catalogue can be asked, also of a station where nothing happened', async () => {
    const codes = Object.keys(measures) as MeasureCode[]; // reason: keys forgets the names
    const found = await inDistrict(market.kernel.database, '110112', (transaction) =>
      measureStations(transaction, [market.station, '00000000-0000-7000-8000-000000000000'], { from: DAY, to: DAY }, codes),
    );
    expect([...found.values()].map((own) => own.length)).toEqual([codes.length, codes.length]);
  });
});

describe('levels of service', () => {
  const night = () => market.run(countLevels, {}, system('gigs'));

  it('are counted from the same records, and once, however often the night runs', async () => {
    market.clock.moveTo(new Date('2026-07-05T03:20:00+08:00'));
    expect(await night()).toMatchObject({ counted: 7 });
    expect(await night()).toMatchObject({ counted: 0, takenBack: 0 });
    expect([await market.counted('gig.seat'), await market.counted('gig.wage'), await market.counted('gig.complaint')]).toEqual([
      3, 2, 3,
    ]);
  });

  it('follow a record that says otherwise now', async () => {
    const { client, end } = await market.rows();
    await client.query("UPDATE gig_wage SET state = 'confirmed', paid_at = due_on WHERE placement = $1", [unpaid]);
    await end();
    expect(await night()).toMatchObject({ counted: 1, takenBack: 1 });
    expect(await market.counted('gig.wage')).toBe(2);
  });
});
