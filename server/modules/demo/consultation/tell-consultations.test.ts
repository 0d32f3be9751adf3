import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import type { ConsultationList } from '../../consultation/contract.ts';
import { tellConsultations } from './tell-consultations.ts';

let house: WholeHouse;
beforeAll(async () => {
  house = await openWholeHouse();
}, 120_000);
afterAll(() => house?.close());

it('tells of one published paper and one that is out, with opinions at every stage, and tells it once', async () => {
  const telling = { district: house.district, to: dayOf(new Date()) };
  await tellConsultations(house.kernel, telling);
  await tellConsultations(house.kernel, telling);
  const office = await house.signIn('office');
  const { consultations } = (await office.ask('GET', '/api/consultations')).body as unknown as ConsultationList; // reason: the address says what it answers
  expect(consultations.map(({ state }) => state)).toEqual(['open', 'published']);
  const { body } = await office.ask('GET', `/api/consultations/${consultations[0]?.consultation}`);
  expect(body.opinions.map(({ standing }: { standing: string }) => standing)).toEqual([
    'to-confirm',
    'contested',
    'undecided',
    'undecided',
  ]);
  expect(body.units.find(({ unit }: { unit: string }) => unit === 'commerce')).toMatchObject({ answer: null });
});
