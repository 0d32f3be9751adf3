import { describe, expect, it } from 'vitest';
import type { ShownOrder } from '../orders/contract.ts';
import { copiedForm, daysFrom, fieldNamed, lastOrders, postingOf, usualForm } from './form.ts';

const at = (time: string, day = '2026-06-18') => new Date(`${day}T${time}:00+08:00`);

const order = (given: Partial<ShownOrder>): ShownOrder =>
  // reason: what the form reads of an order, and nothing else
  ({
    id: given.site ?? '',
    posting: 'one',
    day: '2026-06-17',
    state: 'open',
    station: 'station',
    trade: 'loading',
    level: 1,
    from: '07:00',
    to: '16:00',
    breakMinutes: 60,
    payBy: 'hour',
    pay: 2_550,
    paidWithinDays: 1,
    insurance: 'accident',
    insurer: '示例保险',
    meals: true,
    transport: 'fare-paid',
    outdoors: false,
    meetingPoint: '北门',
    bring: '手套',
    site: '一号仓',
    area: 'a',
    seats: 3,
    ...given,
  }) as ShownOrder;

const ticked = (form: Readonly<Record<string, string>>, now: Date): string[] =>
  daysFrom(new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)).filter((_, index) => form[`day${index}`] === 'on');

describe('yesterday’s order, copied', () => {
  it('is the same in everything, with all its places, and asks for today', () => {
    const [first, second] = [order({}), order({ site: '二号仓', area: 'b', seats: 5 })];
    const form = copiedForm(first, [first, second, order({ site: '别的单', posting: 'other' })], at('05:00'));
    expect(postingOf(form, 'employer', '2026-06-18')).toEqual({
      employer: 'employer',
      station: 'station',
      work: {
        trade: 'loading',
        level: 1,
        startsAt: '07:00',
        endsAt: '16:00',
        breakMinutes: 60,
        payBy: 'hour',
        pay: 2_550,
        paidWithinDays: 1,
        insurance: 'accident',
        insurer: '示例保险',
        meals: true,
        transport: 'fare-paid',
        outdoors: false,
        meetingPoint: '北门',
        bring: '手套',
      },
      sites: [
        { site: '一号仓', area: 'a', seats: 3 },
        { site: '二号仓', area: 'b', seats: 5 },
      ],
      days: ['2026-06-18'],
    });
  });

  it('asks for the next day whose start has not passed and which is not ordered yet', () => {
    const yesterday = order({});
    const now = (time: string, ...others: ShownOrder[]) =>
      ticked(copiedForm(yesterday, [yesterday, ...others], at(time)), at(time));
    expect(now('06:59')).toEqual(['2026-06-18']);
    expect(now('07:00')).toEqual(['2026-06-19']);
    expect(now('05:00', order({ day: '2026-06-18', posting: 'today' }))).toEqual(['2026-06-19']);
    expect(now('05:00', order({ day: '2026-06-18', posting: 'today', state: 'cancelled' }))).toEqual(['2026-06-18']);
    expect(now('05:00', order({ day: '2026-06-18', posting: 'today', site: '别处' }))).toEqual(['2026-06-18']);
  });

  it('is offered of the latest day up to today, once a posting, and never what was cancelled', () => {
    const orders = [
      order({ day: '2026-06-19', site: '明天' }),
      order({ day: '2026-06-18', site: '取消', state: 'cancelled' }),
      order({ site: '一号仓' }),
      order({ site: '二号仓' }),
      order({ site: '别的单', posting: 'other' }),
      order({ day: '2026-06-16', site: '前天' }),
    ];
    expect(lastOrders(orders, '2026-06-18').map(({ site }) => site)).toEqual(['一号仓', '别的单']);
  });
});

describe('a form', () => {
  it('asks for today before seven and for tomorrow after', () => {
    expect(ticked(usualForm('s', at('05:30')), at('05:30'))).toEqual(['2026-06-18']);
    expect(ticked(usualForm('s', at('12:30')), at('12:30'))).toEqual(['2026-06-19']);
  });

  it('finds the field of what the command refuses', () => {
    expect(['work/pay', 'work/insurer', 'sites/1/seats', 'days'].map(fieldNamed)).toEqual(['yuan', 'insurer', 'seats1', 'days']);
  });
});
