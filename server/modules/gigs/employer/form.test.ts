import { describe, expect, it } from 'vitest';
import type { ShownOrder } from '../orders/contract.ts';
import { copiedForm, daysFrom, fieldNamed, likelyCopies, namedTwice, orderedAlready, postingOf, usualForm } from './form.ts';

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
    transport: 'bus-from-station',
    bus: '06:15',
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
        transport: 'bus-from-station',
        busLeavesAt: '06:15',
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

  const copies = (orders: ShownOrder[], now = at('05:00')) =>
    likelyCopies(orders, now).map(({ orders: copied, to }) => [copied.map(({ day, site }) => `${day} ${site}`), to]);

  it('is offered of the latest day up to today, once a posting, for today, and never what was cancelled', () => {
    const orders = [
      order({ day: '2026-06-19', site: '明天' }),
      order({ day: '2026-06-18', site: '取消', state: 'cancelled' }),
      order({ site: '一号仓' }),
      order({ site: '二号仓' }),
      order({ site: '别的单', posting: 'other' }),
      order({ day: '2026-06-16', site: '前天' }),
    ];
    expect(copies(orders)).toEqual([
      [['2026-06-17 一号仓', '2026-06-17 二号仓'], '2026-06-18'],
      [['2026-06-17 别的单'], '2026-06-18'],
    ]);
  });

  it('is offered first for what is missing today of yesterday’s; what is ordered today, for tomorrow', () => {
    const orders = [
      order({ day: '2026-06-18', site: '一号仓', posting: 'today' }),
      order({ site: '一号仓' }),
      order({ site: '二号仓' }),
    ];
    expect(copies(orders)).toEqual([
      [['2026-06-17 二号仓'], '2026-06-18'],
      [['2026-06-18 一号仓'], '2026-06-19'],
    ]);
    const form = copiedForm(order({ site: '二号仓' }), orders, at('05:00'));
    expect([form.site0, form.sites], 'the place that is ordered today is left out').toEqual(['二号仓', '1']);
  });

  it('names no day where all that can be chosen are ordered', () => {
    const week = daysFrom('2026-06-18').map((day) => order({ day, posting: day }));
    expect(copies([...week, order({})])).toEqual([[['2026-06-18 一号仓'], undefined]]);
    expect(ticked(copiedForm(order({}), week, at('05:00')), at('05:00'))).toEqual([]);
  });
});

describe('the same work on the same day', () => {
  const posting = (given: Record<string, string> = {}) =>
    postingOf({ ...copiedForm(order({}), [], at('05:00')), ...given }, 'employer', '2026-06-18');
  const found = (given: Partial<ShownOrder>) => orderedAlready(posting(), [order({ day: '2026-06-18', ...given })]).length;

  it('is one trade at one place at one start, whatever else differs', () => {
    expect(found({})).toBe(1);
    expect(found({ seats: 9, pay: 1, site: ' 一号仓 ', state: 'closed' })).toBe(1);
    expect(found({ site: '一 号　仓' }), 'blanks inside').toBe(1);
    for (const other of [
      { area: 'b' },
      { day: '2026-06-19' },
      { site: '二号仓' },
      { trade: 'sorting' },
      { from: '13:00' },
      { state: 'cancelled' },
    ] as const)
      expect(found(other), JSON.stringify(other)).toBe(0);
  });
});

describe('a place named twice in one form', () => {
  it('is found by its name and town, however its blanks are typed', () => {
    const sites = (...given: [string, string][]) => ({ sites: given.map(([site, area]) => ({ site, area, seats: 1 })) });
    expect(namedTwice(sites(['测试仓库甲', 'a'], ['测试仓库 甲', 'a'], ['测试仓库乙', 'a']))).toEqual(['测试仓库 甲']);
    expect(namedTwice(sites(['测试仓库甲', 'a'], ['测试仓库甲', 'b']))).toEqual([]);
  });
});

describe('a form', () => {
  it('takes no amount with parts of a fen', () => {
    const pay = (yuan: string) => postingOf({ ...copiedForm(order({}), [], at('05:00')), yuan }, 'e', '2026-06-18').work.pay;
    expect([pay('240.5'), pay('200.005'), pay('-1')]).toEqual([24_050, Number.NaN, Number.NaN]);
  });

  it('asks for today before seven and for tomorrow after', () => {
    expect(ticked(usualForm('s', at('05:30')), at('05:30'))).toEqual(['2026-06-18']);
    expect(ticked(usualForm('s', at('12:30')), at('12:30'))).toEqual(['2026-06-19']);
  });

  it('finds the field of what the command refuses', () => {
    expect(['work/pay', 'work/insurer', 'sites/1/seats', 'days'].map(fieldNamed)).toEqual(['yuan', 'insurer', 'seats1', 'days']);
  });
});
