import type { WholeHouse } from '../../../../tests/house.ts';
import type { ResidentBrowser } from '../../../../tests/resident-browser.ts';
import { syntheticCreditCode } from '../../../kernel/identifier/synthetic.ts';

/** A station in the house's first town, opened by the programme office. */
export async function openStationIn(house: WholeHouse): Promise<{ station: string; town: string }> {
  const office = await house.signIn('office');
  const { status, body } = await office.ask('POST', '/api/gig-stations', {
    name: { zh: '示例零工市场', en: 'Example gig market' },
    address: '示例路1号',
    area: house.town,
    telephone: '010-00000000',
    opensAt: '00:00',
    closesAt: '23:59',
    roundMinutes: 1,
    answerMinutes: 10,
  });
  if (status !== 200) throw new Error(`no station: ${JSON.stringify(body)}`);
  return { station: String(body.station), town: house.town };
}

/** An employer that a signed-in resident registers and an officer verifies. */
export async function verifiedEmployer(house: WholeHouse, browser: ResidentBrowser, name: string): Promise<string> {
  const { location } = await browser.post('/employer/new', { name, creditCode: syntheticCreditCode(Math.random) });
  const employer = String(location).split('/')[2] ?? '';
  const officer = await house.signIn('station');
  const { status } = await officer.ask('POST', `/api/employers/${employer}/verify`, {});
  if (status !== 200) throw new Error(`${name} was not verified`);
  return employer;
}
