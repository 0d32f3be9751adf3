import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWholeHouse, type WholeHouse } from '../../../../tests/house.ts';
import type { Browser } from '../../../../tests/http-browser.ts';
import { today } from '../../../kernel/clock.ts';
import { addDays } from '../../../kernel/term/day.ts';
import type { NoticeList, Rules } from '../contract.ts';

let house: WholeHouse;
let office: Browser;
beforeAll(async () => {
  house = await openWholeHouse();
  office = await house.signIn('office');
}, 120_000);
afterAll(() => house.close());

const read = async <T>(path: string): Promise<T> => {
  const { status, body, text } = await office.ask('GET', path);
  expect(status, text).toBe(200);
  return body as T; // reason: the address says what it answers
};

it('what waits stands by its due date, and the counts follow the unit asked for', async () => {
  const raise = async (unit: string, step: string, termWorkingDays: number) => {
    const { status, body, text } = await office.ask('POST', '/api/notices', {
      measure: 1,
      unit,
      step,
      instruction: `${termWorkingDays} 天内说明情况`,
      instructedBy: '区领导',
      termWorkingDays,
    });
    expect(status, text).toBe(200);
    return String(body.notice);
  };
  const slow = await raise('human-resources', 'notice', 20);
  const quick = await raise('human-resources', 'urge', 2);
  const other = await raise('commerce', 'notice', 9);
  const open = await read<NoticeList>('/api/notices?state=open');
  expect(open.rows.map(({ id }) => id)).toEqual([quick, other, slow]);
  expect(open.counts).toEqual({ open: 3, answered: 0, overdue: 0 });
  expect((await read<NoticeList>(`/api/notices?state=open&after=${quick}`)).rows.map(({ id }) => id)).toEqual([other, slow]);
  expect((await read<NoticeList>('/api/notices')).rows.map(({ id }) => id)).toEqual([other, quick, slow]);
  const own = await read<NoticeList>('/api/notices?unit=commerce&state=answered');
  expect([own.rows, own.counts]).toEqual([[], { open: 1, answered: 0, overdue: 0 }]);
});

it('rules whose day has not come stand beside those in force: the next are made from them', async () => {
  const before = await read<Rules>('/api/supervision/rules');
  expect([before.version, before.upcoming]).toEqual([0, null]);
  const content = { ...before.presets, holdWorkingDays: 15 };
  const validFrom = addDays(today(house.kernel.clock), 7);
  const set = { from: 0, content, validFrom, note: '答复后多等五天' };
  expect((await office.ask('PUT', '/api/supervision/rules', set)).status).toBe(200);
  const after = await read<Rules>('/api/supervision/rules');
  expect([after.version, after.content.holdWorkingDays]).toEqual([0, before.presets.holdWorkingDays]);
  expect(after.upcoming).toEqual({ version: 1, content, validFrom });
});
