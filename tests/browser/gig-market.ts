import { randomInt } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '../../server/kernel/actor/actor.ts';
import { ask, execute } from '../../server/kernel/command/run.ts';
import { syntheticCreditCode, syntheticIdNumber, syntheticMobile } from '../../server/kernel/identifier/synthetic.ts';
import { dayOf } from '../../server/kernel/term/day.ts';
import { registerEmployer } from '../../server/modules/employers/module.ts';
import { runBatch } from '../../server/modules/gigs/dawn/run-batch.ts';
import { confirmAttendance } from '../../server/modules/gigs/day/confirm.ts';
import { appealAsWorker } from '../../server/modules/gigs/ratings/answer.ts';
import { workerRatingsQuery } from '../../server/modules/gigs/ratings/queries.ts';
import { rateWorker } from '../../server/modules/gigs/ratings/rate.ts';
import type { Office } from './office.ts';

const random = () => randomInt(0, 2 ** 31) / 2 ** 31;
const HOUR = 3_600_000;

type Given = Readonly<Record<string, unknown>>;

/** A station that is open at this hour, with a verified employer; people and orders as a test needs them. All through the interface. */
export async function openGigMarket(office: Office) {
  const owner = new pg.Client({ connectionString: office.urls.ownerUrl });
  await owner.connect();
  await owner.query(`SET app.district = '${office.district}'`);
  await owner.query('UPDATE area SET longitude = 116.56, latitude = 39.75 WHERE code = $1 OR parent = $1', [office.town]);
  await owner.end();
  const [programme, counter] = [await office.signIn('office'), await office.signIn('station')];
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes; a wrong one fails the test
  const answerOf = async (asked: Promise<{ status: number; body: any; text: string }>): Promise<any> => {
    const { status, body, text } = await asked;
    if (status >= 300) throw new Error(`answered ${status}: ${text}`);
    return body;
  };
  const post = (url: string, body: Given = {}) => answerOf(counter.ask('POST', url, body));
  const get = (url: string) => answerOf(counter.ask('GET', url));

  const { station } = await answerOf(
    programme.ask('POST', '/api/gig-stations', {
      name: { zh: '马驹桥零工市场', en: 'Majuqiao gig market' },
      address: '马驹桥镇示例路1号',
      area: office.town,
      telephone: '010-60500000',
      opensAt: '00:00',
      closesAt: '23:59',
      roundMinutes: 60,
      answerMinutes: 10,
      desks: {
        'first-aid': '进门左手第一间',
        'lost-wage': '3 号窗口',
        'legal-aid': '4 号窗口（周一到周五）',
        'training-desk': '二楼 201',
        'advice-desk': '1 号窗口',
      },
    }),
  );
  const { stations } = await get('/api/gig-counters');
  const { code } = stations.find(({ id }: { id: string }) => id === station);

  const manager = (await post('/api/residents', { name: '钱经理', mobile: syntheticMobile(random) })).resident;
  const self: Actor = { kind: 'resident', id: manager, name: '', grants: [{ role: 'resident', person: manager }] };
  const { employer } = await execute(
    office.kernel,
    registerEmployer,
    { name: '云澜物流有限公司', creditCode: syntheticCreditCode(random) },
    { district: office.district, actor: self },
  );
  await post(`/api/employers/${employer}/verify`);

  const idNumber = () => syntheticIdNumber(random, { bornFrom: '1985-01-01', bornUntil: '1990-12-31' });
  const market = {
    idNumber,
    /** A round, as it runs by itself. */
    round: () => runBatch(office.kernel, office.district, station),
    station: station as string,
    code: code as string,
    post,
    get,
    async worker(name: string, profile: Given = {}, checkIn = true) {
      const mobile = syntheticMobile(random);
      const { resident } = await post('/api/residents', { name, mobile, idNumber: idNumber() });
      const joined = await post(`/api/gig-workers/${resident}`, { profile: { ...anybody(office.town), ...profile } });
      const place = checkIn ? await post(`/api/gig-stations/${station}/check-in`, { worker: resident }) : undefined;
      return {
        id: resident as string,
        name,
        mobile,
        number: String(joined.number),
        card: joined.card as string,
        place: place?.number as number | undefined,
      };
    },
    /** A day order that begins in `hours`. */
    async order(given: Given = {}, { seats = 2, site = '京东物流马驹桥园区', hours = 2 } = {}) {
      const starts = new Date(Math.ceil((Date.now() + hours * HOUR) / 300_000) * 300_000);
      const { orders } = await post('/api/gig-orders', {
        employer,
        station,
        work: { ...easyWork, startsAt: timeAt(starts), endsAt: timeAt(new Date(starts.getTime() + 8 * HOUR)), ...given },
        sites: [{ site, area: office.town, seats }],
        days: [dayOf(starts)],
      });
      return orders[0] as { id: string; number: number };
    },
    /** A shift that was: its pay is disputed, and its worker appeals against what was said of them. With the round of this morning. */
    async afterWork() {
      const worker = await market.worker('孙师傅');
      const order = await market.order({}, { seats: 1, hours: 0.25 });
      const reason = '急着上岗，人就在窗口';
      const placed = { worker: worker.id, order: order.id, reason };
      const { placement } = await post(`/api/gig-stations/${station}/placements`, placed);
      const own = { district: office.district };
      const forEmployer = { ...own, actor: { ...self, grants: [{ role: 'employer', employer, as: 'manager' }] } as const };
      const resident = { kind: 'resident', id: worker.id, name: '', grants: [{ role: 'resident', person: worker.id }] } as const;
      const at = (ago: number) => new Date(Date.now() - ago * 60_000).toISOString();
      const times = { startedAt: at(2), endedAt: at(1), breakMinutes: 0, ending: 'sent-home' };
      await execute(
        office.kernel,
        confirmAttendance,
        { order: order.id, people: [{ placement, came: true, ...times }] },
        forEmployer,
      );
      await execute(office.kernel, rateWorker, { placement, stars: 2, text: '来得晚，活没干完', neverAgain: false }, forEmployer);
      const { list } = await ask(office.kernel, workerRatingsQuery, { worker: worker.id }, { ...own, actor: resident });
      const appeal = { rating: list[0]?.rating, why: 'false', text: '是单位提前收的工，不是我晚到' };
      await execute(office.kernel, appealAsWorker, appeal, { ...own, actor: resident });
      const complaint = { about: 'wage', placement, claimed: 24_000, text: '提前收工，只给了半天的钱' };
      const { complaint: opened } = await post(`/api/gig-workers/${worker.id}/complaints`, complaint);
      const { batches } = await get(`/api/gig-stations/${station}/batches`);
      return {
        gigComplaint: opened as string,
        gigBatch: batches[0].id as string,
        gigEmployer: employer,
        gigStation: station as string,
      };
    },
  };
  // The first round is run here and the next is an hour off: none comes between while a test gives out work by hand.
  const gardener = await market.worker('马早起', { skills: [{ trade: 'gardening', level: 1 }] });
  await market.round();
  const garden = await market.order({ trade: 'gardening' }, { seats: 1 });
  await post(`/api/gig-stations/${station}/placements`, { worker: gardener.id, order: garden.id, reason: '园林队只要一个人' });
  return market;
}
export type Market = Awaited<ReturnType<typeof openGigMarket>>;

const timeAt = (instant: Date): string => new Date(instant.getTime() + 8 * HOUR).toISOString().slice(11, 16);

const anybody = (startArea: string) => ({
  skills: [{ trade: 'loading', level: 1 }],
  startArea,
  radiusKm: 20,
  payFloor: 10_000,
  payWish: 20_000,
  shifts: ['morning', 'midday', 'evening', 'night'],
});

const easyWork = {
  trade: 'loading',
  level: 0,
  breakMinutes: 60,
  payBy: 'day',
  pay: 24_000,
  paidWithinDays: 0,
  insurance: 'none',
  meals: true,
  transport: 'bus-from-station',
  outdoors: false,
  meetingPoint: '站前广场 3 号车位',
  bring: '身份证',
};
