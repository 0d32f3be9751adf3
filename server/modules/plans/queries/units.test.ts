import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import type { Browser } from '../../../../tests/http-browser.ts';
import { testCalendar } from '../../../../tests/kernel.ts';
import { today } from '../../../kernel/clock.ts';
import type { TodayAnswer } from '../../today/contract.ts';
import type { MeasurePlan, PlanContent, UnitDuties, UnitList } from '../contract.ts';

let house: WholeHouse;
let liaison: Browser;
let office: Browser;
beforeAll(async () => {
  house = await openWholeHouse();
  liaison = await house.signIn('liaison');
  office = await house.signIn('office');
}, 120_000);
afterAll(() => house.close());

const read = async <T>(browser: Browser, path: string): Promise<T> => {
  const { status, body, text } = await browser.ask('GET', path);
  expect(status, text).toBe(200);
  return body as T; // reason: the address says what it answers
};
const send = async (browser: Browser, method: 'POST' | 'PUT', path: string, body: object = {}) => {
  const answer = await browser.ask(method, path, body);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};

const soon = () => testCalendar.addWorkingDays(today(house.kernel.clock), 2);
const content = (): PlanContent => ({
  milestones: [
    { title: '摸清缺工企业', dueOn: soon(), unit: 'human-resources', deliverable: '缺工清单', proof: 'note' },
    { title: '街道走访', dueOn: soon(), unit: '', deliverable: '走访记录', proof: 'note' },
  ],
  paths: [],
  serviceLevels: [],
});

it('a unit answers with everything that is its business: measures, their plans, its milestones', async () => {
  const { units } = await read<UnitList>(liaison, '/api/units');
  expect(units[0]).toMatchObject({ code: 'human-resources', isTown: false });
  const towns = units.filter(({ isTown }) => isTown);
  expect(towns).toHaveLength(22);
  expect(units.findIndex(({ isTown }) => isTown)).toBe(units.length - 22);
  expect(units.some(({ code }) => code === 'street-offices')).toBe(false);

  const { findings } = (await send(liaison, 'PUT', '/api/measures/1/plan', { revision: 0, content: content() })) as {
    findings: MeasurePlan['findings'];
  }; // reason: the address says what it answers
  expect(findings).toEqual([
    expect.objectContaining({
      at: '/milestones/1/unit',
      said: expect.objectContaining({ zh: expect.stringContaining('牵头或配合单位') }),
    }),
  ]);
  const street = towns.find(({ name }) => name.zh.endsWith('街道办事处'))?.code ?? '';
  const [first, second] = content().milestones;
  if (!first || !second) throw new Error('the plan of this test has two milestones');
  await send(liaison, 'PUT', '/api/measures/1/plan', {
    revision: 1,
    content: { ...content(), milestones: [first, { ...second, unit: street }] },
  });
  await send(liaison, 'POST', '/api/measures/1/plan/submit', { revision: 2 });
  expect((await read<UnitDuties>(office, '/api/units/human-resources')).measures[0]).toMatchObject({ no: 1, plan: 'submitted' });
  await send(office, 'POST', '/api/measures/1/plan/decide', { revision: 2, accept: true });

  const duties = await read<UnitDuties>(office, `/api/units/${street}`);
  expect(duties.measures.find(({ no }) => no === 1)).toMatchObject({ isLead: false, plan: 'in-force' });
  expect(duties.milestones).toMatchObject([{ title: '街道走访', light: 'on-path', returned: null }]);
  expect((await office.ask('GET', '/api/units/nobody')).status).toBe(404);
});

it('a report that the office returned comes back to the unit with the reason, until it is reported again', async () => {
  const { milestones } = await read<MeasurePlan>(liaison, '/api/measures/1/plan');
  const id = milestones.find(({ title }) => title === '摸清缺工企业')?.id ?? '';
  const mine = async () =>
    (await read<TodayAnswer>(liaison, '/api/today')).tasks.filter(({ code }) => code.startsWith('milestone-'));
  expect(await mine()).toMatchObject([{ code: 'milestone-due', due: soon(), answer: { asks: 'report' } }]);
  await send(liaison, 'POST', `/api/milestones/${id}/report`, { report: '已经做完' });
  await send(office, 'POST', `/api/milestones/${id}/decide`, { accept: false, reason: '没有写清单有多少家' });
  const [task] = await mine();
  expect(task).toMatchObject({ code: 'milestone-returned', params: { reason: '没有写清单有多少家' } });
  expect(task?.workingDays).toBeGreaterThanOrEqual(0);
  const { milestones: after } = await read<MeasurePlan>(liaison, '/api/measures/1/plan');
  expect(after.find((one) => one.id === id)?.returned).toMatchObject({
    reason: '没有写清单有多少家',
    byName: expect.any(String),
  });
  await send(liaison, 'POST', `/api/milestones/${id}/report`, { report: '清单共 86 家' });
  expect(await mine()).toEqual([]);
});
