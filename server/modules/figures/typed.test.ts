import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { citiesFolder, establishCity, keepProgramme, readCity } from '../programme/module.ts';
import { recordKinds } from '../records/module.ts';
import { figureQuery } from './module.ts';
import { typeValue } from './typed.ts';

const clock = clockAt(new Date('2026-03-05T04:00:00Z'));
let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel(recordKinds, { clock });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
  const { programme } = await readCity(path.join(citiesFolder, 'tongzhou'));
  const measures = programme.measures.map((measure) => ({
    ...measure,
    figures: measure.figures.map((figure) =>
      figure.code === '8' ? { ...figure, count: { rule: 'typed' as const, lapsesAfterDays: 92 } } : figure,
    ),
  }));
  await inDistrict(test.kernel.database, test.district, (transaction) =>
    keepProgramme(transaction, { ...programme, measures }, { actor: 'test', at: clock.now(), note: 'typed' }),
  );
});
afterAll(() => test.close());

const call = () => ({ district: test.district, actor: staff({ role: 'programme-office' }) });
const type = (value: number, day = '2026-03-01') =>
  execute(test.kernel, typeValue, { code: '8', day, value, source: '区住建委月报第2期' }, call());
const figure = () => ask(test.kernel, figureQuery, { code: '8' }, call());

it('a figure without records says for how long a typed value will hold, before there is one', async () => {
  expect((await figure()).statement).toMatchObject({ typed: null, silentAfterDays: 92, lastDay: null });
});

it('a typed value says its day, its source and until when it holds', async () => {
  await type(640);
  const { current, statement } = await figure();
  expect(current.value).toBe(640);
  expect(statement).toMatchObject({
    typed: { source: '区住建委月报第2期', lapsesOn: '2026-06-01' },
    lastDay: '2026-03-01',
    lastRecordedAt: clock.now().toISOString(),
  });
});

it('a value below nothing is refused, and so is a day to come', async () => {
  await expect(type(-3)).rejects.toMatchObject({ code: 'shape' });
  await expect(type(650, '2026-03-06')).rejects.toMatchObject({ code: 'not-a-day' });
  expect((await figure()).current.value).toBe(640);
});
