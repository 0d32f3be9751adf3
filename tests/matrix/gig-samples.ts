import { vi } from 'vitest';
import { addDays, dayOf } from '../../server/kernel/term/day.ts';
import { type Asker, here, type Manager, type Person } from './city.ts';

export type GigAskers = {
  readonly office: Asker;
  readonly manager: Manager;
  readonly resident: Person;
  /** Stations in the area here, and in another. */
  readonly stations: { readonly here: string; readonly elsewhere: string };
};
type Input = Readonly<Record<string, unknown>>;

const MINUTE = 60_000;
const beijing = (instant: Date) => new Date(instant.getTime() + 480 * MINUTE).toISOString();

const work = {
  trade: 'sorting',
  level: 0,
  startsAt: '08:00',
  endsAt: '12:00',
  breakMinutes: 0,
  payBy: 'day',
  pay: 20_000,
  paidWithinDays: 7,
  insurance: 'none',
  meals: false,
  transport: 'own-way',
  outdoors: false,
  meetingPoint: '',
  bring: '',
};
const profile = {
  skills: [{ trade: 'sorting', level: 1 }],
  startArea: here.village,
  radiusKm: 30,
  payFloor: 10_000,
  payWish: 20_000,
  shifts: ['morning', 'midday', 'evening', 'night'],
};

/**
 * The market here, made once: the resident is a worker of the employer here, with a shift done and paid for, one promised for tomorrow, ratings
 * both ways and a complaint.
 */
async function openMarket({ office, manager, resident, stations }: GigAskers) {
  const worker = resident.resident;
  const { employer } = manager;
  const station = stations.here;
  const got = async (asker: Asker, method: 'GET' | 'POST', url: string, body?: Input) => {
    const answer = await asker.ask(method, url, body);
    if (answer.status !== 200) throw new Error(`the market could not be opened at ${url}: ${answer.text}`);
    return answer.body;
  };
  await got(office, 'POST', `/api/employers/${employer}/verify`, {});
  const { number } = await got(resident, 'POST', `/api/gig-workers/${worker}`, { worker, profile });
  await got(office, 'POST', `/api/gig-stations/${station}/check-in`, { worker });
  const order = async (from: Date, to: Date): Promise<string> => {
    const { orders } = await got(manager, 'POST', '/api/gig-orders', {
      employer,
      station,
      work: { ...work, startsAt: beijing(from).slice(11, 16), endsAt: beijing(to).slice(11, 16) },
      sites: [{ site: '示例分拣场', area: here.village, seats: 2 }],
      days: [beijing(from).slice(0, 10)],
    });
    return orders[0].id;
  };
  const place = async (id: string): Promise<string> =>
    (await got(office, 'POST', `/api/gig-stations/${station}/placements`, { worker, order: id, reason: '当面谈好' })).placement;
  const now = Date.now();
  const soon = await order(new Date(now + 15 * MINUTE), new Date(now + 135 * MINUTE));
  const done = await place(soon);
  const times = { startedAt: new Date(now - 2 * MINUTE).toISOString(), endedAt: new Date(now - MINUTE).toISOString() };
  const attendance = { people: [{ placement: done, came: true, ...times, breakMinutes: 0, ending: 'sent-home' }] };
  await got(manager, 'POST', `/api/gig-orders/${soon}/attendance`, attendance);
  const rating = { stars: 4, text: '', neverAgain: false };
  await got(manager, 'POST', `/api/gig-placements/${done}/rate-worker`, rating);
  await got(resident, 'POST', `/api/gig-placements/${done}/rate-employer`, rating);
  const [ofWorker] = (await got(resident, 'GET', `/api/gig-workers/${worker}/ratings`)).list;
  const [ofEmployer] = (await got(manager, 'GET', `/api/employers/${employer}/gig-ratings`)).list;
  const complaint = { about: 'conduct', placement: done, text: '带班的骂人' };
  const { complaint: opened } = await got(resident, 'POST', `/api/gig-workers/${worker}/complaints`, complaint);
  const tomorrow = new Date(now + 1440 * MINUTE);
  const later = await order(tomorrow, new Date(tomorrow.getTime() + 180 * MINUTE));
  return {
    worker,
    number: String(number),
    employer,
    station,
    code: (await got(office, 'GET', '/api/gig-stations')).stations.find(({ id }: { id: string }) => id === station).code,
    soon,
    done,
    attendance,
    later,
    promised: await place(later),
    ofWorker: ofWorker.rating,
    ofEmployer: ofEmployer.rating,
    complaint: opened,
    /** A round of this morning: the worker would take a second job. */
    batch: async (): Promise<string> => {
      await got(resident, 'POST', `/api/gig-workers/${worker}/more`, { more: true });
      await got(office, 'POST', `/api/gig-stations/${station}/round`);
      return await vi.waitFor(
        async () => {
          const { batches } = await got(office, 'GET', `/api/gig-stations/${station}/batches`);
          if (batches.length === 0) throw new Error('the round is still to come');
          return batches[0].id;
        },
        { timeout: 20_000, interval: 200 },
      );
    },
    fresh: () => order(new Date(tomorrow.getTime() + 300 * MINUTE), new Date(tomorrow.getTime() + 400 * MINUTE)),
    team: async () => (await got(resident, 'POST', `/api/gig-workers/${worker}/team`, {})).code,
    service: async () =>
      (await got(office, 'POST', `/api/gig-stations/${station}/services`, { worker, desk: 'advice-desk', note: '问社保' }))
        .service,
    device: async () =>
      (await got(office, 'POST', `/api/gig-stations/${station}/devices`, { kind: 'kiosk', name: '门口' })).device,
  };
}
type Market = Awaited<ReturnType<typeof openMarket>>;

const opened = new WeakMap<Asker, Promise<Market>>();
function marketOf(askers: GigAskers): Promise<Market> {
  const market = opened.get(askers.office) ?? openMarket(askers);
  opened.set(askers.office, market);
  return market;
}

const station = ({ station }: Market): Input => ({ station });
const worker = ({ worker }: Market): Input => ({ worker });
const employer = ({ employer }: Market): Input => ({ employer });
const complaint = ({ complaint }: Market): Input => ({ complaint });
const NO_TOKEN = '00000000';

const posting = ({ employer, station }: Market): Input => ({
  employer,
  station,
  work,
  sites: [{ site: '示例分拣场', area: here.village, seats: 1 }],
  days: [addDays(dayOf(new Date()), 2)],
});

/** For each command or query of the gig market about one record: an input about one that lies here. What it answers may be a conflict. */
const inputs: Readonly<Record<string, (market: Market) => Input | Promise<Input>>> = {
  'join-market': ({ worker }) => ({ worker, profile }),
  'keep-profile': ({ worker }) => ({ worker, revision: 1, profile }),
  pause: ({ worker }) => ({ worker, paused: false }),
  'renew-card': worker,
  'claim-licence': ({ worker }) => ({ worker, licence: 'forklift' }),
  'form-team': worker,
  'join-team': async ({ worker, team }) => ({ worker, code: await team() }),
  'leave-team': worker,
  'post-orders': posting,
  'post-once': (market) => ({ ...posting(market), again: true }),
  'change-order': async ({ fresh }) => ({ order: await fresh(), revision: 1, seats: 3, bring: '', meetingPoint: '' }),
  'close-order': async ({ fresh }) => ({ order: await fresh() }),
  'cancel-order': async ({ fresh }) => ({ order: await fresh(), reason: '货没有到' }),
  'record-insurance': ({ later }) => ({ order: later, insurer: '示例保险', number: 'PZ-0001' }),
  'check-in': ({ worker, code }) => ({ worker, station: code, token: NO_TOKEN }),
  'check-in-at-kiosk': ({ station, number }) => ({ station, number }),
  'check-in-at-counter': ({ station, worker }) => ({ station, worker }),
  'leave-line': worker,
  'want-more': ({ worker }) => ({ worker, more: true }),
  'call-numbers': ({ station }) => ({ station, upTo: 1 }),
  'place-by-hand': ({ station, worker, later }) => ({ station, worker, order: later, reason: '当面谈好' }),
  'accept-offer': ({ promised }) => ({ offer: promised }),
  'decline-offer': ({ promised }) => ({ offer: promised, reason: 'too-far' }),
  'withdraw-placement': ({ done }) => ({ placement: done, reason: '去不了' }),
  'report-no-show': ({ promised }) => ({ placement: promised, replace: false }),
  'start-shift': ({ promised }) => ({ placement: promised, code: '000000' }),
  'end-shift': ({ promised }) => ({ placement: promised, code: '000000' }),
  'confirm-attendance': ({ soon, attendance }) => ({ order: soon, ...attendance }),
  'pay-wages': ({ employer, done }) => ({ employer, wages: [{ placement: done, amount: 20_000 }] }),
  'confirm-wage': ({ done }) => ({ placement: done, received: 20_000 }),
  'open-complaint': ({ worker, station }) => ({ worker, about: 'fee', station, text: '有人收介绍费' }),
  'withdraw-complaint': ({ complaint }) => ({ complaint, reason: '说开了' }),
  'answer-complaint': ({ complaint }) => ({ complaint, text: '已批评教育' }),
  'note-complaint': ({ complaint }) => ({ complaint, text: '已打过电话' }),
  'mediate-complaint': ({ complaint }) => ({ complaint, text: '谈不拢' }),
  'settle-complaint': ({ complaint }) => ({ complaint, outcome: '当面道歉' }),
  'dismiss-complaint': ({ complaint }) => ({ complaint, reason: '查过没有这回事' }),
  'refer-complaint': ({ complaint }) => ({ complaint, reason: '移送监察' }),
  'rate-employer': ({ done }) => ({ placement: done, stars: 5, neverAgain: false }),
  'rate-worker': ({ done }) => ({ placement: done, stars: 5, neverAgain: false }),
  'answer-rating-as-worker': ({ ofWorker }) => ({ rating: ofWorker, text: '谢谢' }),
  'answer-rating-as-employer': ({ ofEmployer }) => ({ rating: ofEmployer, text: '谢谢' }),
  'appeal-rating-as-worker': ({ ofWorker }) => ({ rating: ofWorker, why: 'false', text: '不是这样' }),
  'appeal-rating-as-employer': ({ ofEmployer }) => ({ rating: ofEmployer, why: 'rude', text: '说话难听' }),
  'decide-appeal': ({ ofWorker }) => ({ rating: ofWorker, outcome: 'stands', reason: '属实情况' }),
  'record-service': ({ station, worker }) => ({ station, worker, desk: 'first-aid', note: '手划破了' }),
  'reverse-service': async ({ service }) => ({ service: await service(), reason: '记错了人' }),
  'end-kiosk': async ({ device }) => ({ device: await device() }),
  'round-now': station,
  'station-code': station,
  line: station,
  worker,
  'worker-day': worker,
  'employer-orders': employer,
  'station-orders': station,
  order: ({ soon }) => ({ order: soon }),
  'site-code': ({ soon }) => ({ order: soon }),
  wage: ({ done }) => ({ placement: done }),
  'worker-wages': worker,
  'employer-wages': employer,
  'employer-numbers': employer,
  'worker-complaints': worker,
  'employer-complaints': employer,
  'station-complaints': station,
  complaint,
  'worker-ratings': worker,
  'employer-ratings': employer,
  appeals: station,
  devices: station,
  'desk-services': station,
  'walk-in': ({ station, worker }) => ({ station, worker }),
  batches: station,
  batch: async ({ batch }) => ({ batch: await batch() }),
  'replay-batch': async ({ batch }) => ({ batch: await batch() }),
  'three-mornings': station,
  'station-wages': station,
  'would-pass': ({ station, worker, later }) => ({ station, worker, order: later }),
};

export const gigSamples: Readonly<Record<string, (askers: GigAskers) => Promise<Input>>> = Object.fromEntries(
  Object.entries(inputs).map(([name, input]) => [`gigs.${name}`, async (askers: GigAskers) => input(await marketOf(askers))]),
);
