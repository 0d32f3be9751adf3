import type { Day } from '../../../kernel/term/day.ts';
import type { Chance } from '../story/world.ts';
import type { People } from './people.ts';

const kinds = [
  { trade: 'sorting', site: '演示快递分拨中心', from: '06:30', to: '15:30', pay: 220 },
  { trade: 'loading', site: '演示物流园2号库', from: '07:00', to: '17:00', pay: 260 },
  { trade: 'cleaning', site: '演示写字楼', from: '08:00', to: '12:00', pay: 130 },
  { trade: 'building', site: '演示安置房工地', from: '06:30', to: '17:30', pay: 280 },
  { trade: 'packing', site: '演示食品厂', from: '13:00', to: '20:00', pay: 180 },
  { trade: 'gardening', site: '演示公园', from: '07:00', to: '16:00', pay: 200 },
] as const;

/** The orders of a day, each from another employer in turn. */
export const ordersOf = ({ towns, stations: [{ town }] }: People, day: Day, chance: Chance) =>
  kinds.map(({ trade, site, from, to, pay }) => {
    const transport = chance.pick(['own-way', 'bus-from-station'] as const);
    const work = {
      trade,
      level: 0,
      startsAt: from,
      endsAt: to,
      breakMinutes: 60,
      payBy: 'day',
      pay: (pay + chance.integer(-1, 3) * 10) * 100,
      paidWithinDays: 0,
      insurance: 'accident',
      insurer: '演示保险公司',
      meals: chance.isTrue(0.6),
      transport,
      outdoors: trade === 'building' || trade === 'gardening',
      meetingPoint: transport === 'own-way' ? '现场大门口' : '站前广场',
      bring: '身份证、手套',
    } as const;
    return {
      work,
      sites: [{ site, area: chance.isTrue(0.5) ? town : chance.pick(towns), seats: chance.integer(2, 6) }],
      days: [day],
    };
  });
