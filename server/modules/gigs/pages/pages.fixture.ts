import type { Market } from '../../../../tests/gig-market.ts';
import { joining } from '../../../../tests/gig-market.ts';
import type { WholeHouse } from '../../../../tests/house.ts';
import { ResidentBrowser } from '../../../../tests/resident-browser.ts';

export const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

/** Somebody who has signed in and told their name, about to say what they can do. */
export async function known(house: WholeHouse, market: Market, next = ''): Promise<ResidentBrowser> {
  const browser = await new ResidentBrowser(house).signIn(market.mobile(), next);
  await browser.post('/gigs/join/me', { name: '王大力', birthYear: '1985', next });
  return browser;
}

/** A worker with their browser. */
export async function joined(house: WholeHouse, market: Market) {
  const browser = await known(house, market);
  const { status, body } = await browser.post('/gigs/join', { step: 'terms', ...joining(house.town) });
  if (status !== 200) throw new Error(`nobody joined: ${textOf(body)}`);
  const number = Number(/number-big">(\d+)</.exec(body)?.[1]);
  const [row] = await market.rows<{ id: string }>('SELECT id FROM gig_worker WHERE number = $1', [number]);
  return { browser, number, id: row?.id ?? '' };
}
