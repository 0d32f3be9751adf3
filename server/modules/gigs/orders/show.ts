import type { Transaction } from '../../../kernel/database/transaction.ts';
import { listEmployers } from '../../employers/module.ts';
import { shippedTrades } from '../market/trades.ts';
import { warningsOf } from '../rules/weather-store.ts';
import { shiftOf, timeOf } from '../shifts.ts';
import type { Order, ShownOrder } from './contract.ts';
import { fillOf } from './store.ts';

/** Orders as pages show them: with the employer's name, the trade's, times of day and how far they are filled. */
export async function showOrders(transaction: Transaction, orders: readonly Order[]): Promise<ShownOrder[]> {
  const employers = await listEmployers(transaction, [...new Set(orders.map(({ employer }) => employer))]);
  const names = new Map(employers.map(({ id, name }) => [id, name]));
  const fill = await fillOf(
    transaction,
    orders.map(({ id }) => id),
  );
  const warnings = await warningsOf(transaction, orders);
  return orders.map((order) => ({
    ...order,
    startsAt: order.startsAt.toISOString(),
    endsAt: order.endsAt.toISOString(),
    busLeavesAt: order.busLeavesAt?.toISOString() ?? null,
    from: timeOf(order.startsAt),
    to: timeOf(order.endsAt),
    bus: order.busLeavesAt && timeOf(order.busLeavesAt),
    shift: shiftOf(order.startsAt),
    employerName: names.get(order.employer) ?? '',
    tradeName: shippedTrades().find(order.trade)?.name ?? { zh: order.trade, en: order.trade },
    isInsured: order.insuredAt !== null,
    warnings: warnings.get(order.id) ?? [],
    fill: fill.get(order.id) ?? { placed: 0, offered: 0, open: order.seats },
  }));
}
