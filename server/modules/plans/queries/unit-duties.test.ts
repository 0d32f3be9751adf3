import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import { staff } from '../../../../tests/kernel.ts';
import type { Actor } from '../../../kernel/actor/actor.ts';
import { clockAt } from '../../../kernel/clock.ts';
import { ask, execute } from '../../../kernel/command/run.ts';
import { answerNoComment } from '../../consultation/commands/answer-no-comment.ts';
import { openConsultation } from '../../consultation/commands/open-consultation.ts';
import { startConsultation } from '../../consultation/commands/start-consultation.ts';
import { readPolicy } from '../../programme/module.ts';
import { unitQuery } from './units.ts';

const clock = clockAt(new Date('2027-02-01T02:00:00Z'));
const office = staff({ role: 'programme-office' });
const commerce = staff({ role: 'liaison', unit: 'commerce' });
let house: WholeHouse;
beforeAll(async () => {
  house = await openWholeHouse();
}, 120_000);
afterAll(() => house.close());

const kernel = () => ({ ...house.kernel, clock });
const call = (actor: Actor) => ({ district: house.district, actor });
const dutiesOf = async (unit: string, actor: Actor) =>
  (await ask(kernel(), unitQuery, { unit }, call(actor))).duties.map(({ code, params, due }) => ({ code, params, due }));

it('an opinion that a unit owes stands on its page until it has answered, for whoever may read the paper', async () => {
  const text = '云澜区零工服务提升若干措施\n一、主要任务\n1.建好零工驿站。到2027年底，建成零工驿站60个。\n';
  const started = await execute(
    kernel(),
    startConsultation,
    { title: '零工服务若干措施', read: { text, reading: readPolicy(text) } },
    call(office),
  );
  const asked = { ...started, version: 1, units: ['commerce', 'finance'], isPublic: false, dueOn: '2027-02-26' };
  await execute(kernel(), openConsultation, asked, call(office));
  const owed = { code: 'consultation-asked', params: { paper: '零工服务若干措施' }, due: '2027-02-26' };
  const opinions = async (unit: string, actor: Actor) =>
    (await dutiesOf(unit, actor)).filter(({ code }) => code.startsWith('consultation-'));
  for (const actor of [office, commerce, staff({ role: 'leader' })]) expect(await opinions('commerce', actor)).toEqual([owed]);
  for (const actor of [staff({ role: 'street-officer', area: house.town }), staff({ role: 'liaison', unit: 'finance' })])
    expect(await opinions('commerce', actor), 'whose paper it is not').toEqual([]);
  await execute(kernel(), answerNoComment, { ...started, unit: 'commerce' }, call(commerce));
  expect(await opinions('commerce', office)).toEqual([]);
  expect(await opinions('finance', office)).toEqual([owed]);
});

it('a year that is over and was never applied for stands among the close-outs of the unit that leads the task', async () => {
  const closeOuts = (await dutiesOf('state-assets', office)).filter(({ code }) => code === 'close-out');
  expect(closeOuts.map(({ params }) => [params.no, params.period, params.state])).toEqual([
    [4, '2025', 'open'],
    [4, '2026', 'open'],
  ]);
});
