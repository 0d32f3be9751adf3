import { exact } from './number.ts';
import type { Say } from './words/index.ts';

/** 05:31 in Beijing, of milliseconds. */
export const timeAt = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(11, 16);

/** What an order pays, as people say it: 240 元一天. */
export const sayPay = ({ pay, payBy }: { readonly pay: number; readonly payBy: 'day' | 'hour' }, say: Say): string =>
  say(`gig.pay-${payBy}`, { yuan: exact(pay / 100, 2) });
