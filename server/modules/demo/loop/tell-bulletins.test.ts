import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testKernel } from '../../../../tests/kernel.ts';
import { visitor } from '../../../kernel/actor/actor.ts';
import { clockAt } from '../../../kernel/clock.ts';
import { ask } from '../../../kernel/command/run.ts';
import { publicBulletins } from '../../bulletins/module.ts';
import { citiesFolder, establishCity } from '../../programme/module.ts';
import { recordKinds } from '../../records/module.ts';
import { tellStory } from '../tell-story.ts';
import { tellBulletins } from './tell-bulletins.ts';

let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel(recordKinds, { clock: clockAt(new Date('2025-05-03T04:00:00Z')) });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  await tellStory(test.kernel, { district: test.district, from: '2025-03-01', to: '2025-05-03', seed: 7, gigServices: 40 });
}, 120_000);
afterAll(() => test.close());

it('the demonstration has the bulletins of its last two full months, released and public, told once however often it is told', async () => {
  const telling = { district: test.district, from: '2025-01-01', to: '2025-05-03' };
  for (let times = 0; times < 2; times += 1) await tellBulletins(test.kernel, telling);
  const told = await ask(test.kernel, publicBulletins, {}, { district: test.district, actor: visitor });
  expect(told.map(({ number, from, state }) => [number, from, state])).toEqual([
    ['2025-2', '2025-04-01', 'released'],
    ['2025-1', '2025-03-01', 'released'],
  ]);
});
