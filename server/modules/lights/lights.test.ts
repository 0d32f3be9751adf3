import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { foldFacts } from '../../kernel/fact/fold.ts';
import { severity } from '../../kernel/figure/lit.ts';
import { ledgerQuery } from '../figures/module.ts';
import { planLights } from '../plans/lights.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { recordKinds, reverseRecord, sendRecord } from '../records/module.ts';
import { noticeLights } from '../supervision/lights.ts';
import { lightHistoryQuery, lightsQuery } from './queries.ts';
import { relightDistrict } from './relight.ts';

const clock = clockAt(new Date('2026-03-02T02:00:00Z'));
const office = staff({ role: 'programme-office' });
let test: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  test = await testKernel(recordKinds, { clock, services: { lightParts: [planLights, noticeLights] } });
  await establishCity(test.kernel, test.urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
}, 120_000);
afterAll(() => test.close());

const call = () => ({ district: test.district, actor: office });
/** Before facts are folded as after it: both have to say the same. */
const relight = () => relightDistrict(test.kernel, test.district);
const lights = () => ask(test.kernel, lightsQuery, {}, call());
const history = async (subject: string) => (await ask(test.kernel, lightHistoryQuery, { subject }, call())).changes;
const family = (n: number) =>
  execute(
    test.kernel,
    sendRecord,
    {
      type: 'family',
      row: {
        name: '测试',
        phone: `1380000${String(n).padStart(4, '0')}`,
        service: 'outing',
        servedOn: '2026-03-01',
        area: '110112109201',
      },
    },
    call(),
  );
const changes = () =>
  inDistrict(
    test.kernel.database,
    test.district,
    async ({ client }) =>
      (await client.query<{ n: number }>('SELECT count(*)::int AS n FROM light_change WHERE district = $1', [test.district]))
        .rows[0]?.n ?? 0,
    'read',
  );

describe('lights', () => {
  it('shine for every measure and every unit that has something lit, each the worst of its parts', async () => {
    const { measures, units } = await lights();
    expect(measures.map(({ no }) => no)).toEqual(Array.from({ length: 14 }, (_, at) => at + 1));
    for (const { light, parts, why } of [...measures, ...units]) {
      expect(light).toBe(severity.find((one) => parts.some((part) => part.light === one)) ?? null);
      expect(why).toEqual(parts[0]?.why ?? null);
    }
    expect(measures.find(({ no }) => no === 9)).toMatchObject({ light: 'silent', why: { reason: 'no-plan' } });
    expect(units.find(({ code }) => code === 'human-resources')?.parts.length).toBeGreaterThan(5);
    const [figure] = measures.find(({ no }) => no === 8)?.parts ?? [];
    expect(figure?.countedIn, 'its numbers come with what they are counted in').toMatchObject({
      unit: { zh: '套' },
      decimals: 0,
      target: { comparator: '~' },
    });
  });

  it('are those that the ledger shows, figure by figure, though it reads every month and they do not', async () => {
    const ledger = await ask(test.kernel, ledgerQuery, {}, call());
    const { measures } = await lights();
    const lit = measures.flatMap(({ parts }) => parts.filter(({ subject }) => subject.startsWith('figure:')));
    for (const { code, light, why } of ledger.measures.flatMap(({ figures }) => figures))
      expect(
        lit.find(({ subject }) => subject === `figure:${code}`),
        code,
      ).toMatchObject({ light, why });
  });

  it('are recorded when they change, with the numbers behind them, and not when nothing changed', async () => {
    expect(await relight()).toBe(true);
    const recorded = await changes();
    expect(await relight()).toBe(false);
    expect(await changes()).toBe(recorded);
    expect(await history('figure:13')).toMatchObject([{ light: 'silent', before: null, why: { reason: 'never' } }]);
  });

  it('follow the records: they change with a fact, change back with its correction, and the history keeps all of it', async () => {
    clock.moveTo(new Date('2026-03-03T02:00:00Z'));
    const sent = [];
    for (let n = 1; n <= 3; n += 1) sent.push(await family(n));
    expect(await relight()).toBe(true);
    expect((await history('figure:13'))[0]).toMatchObject({
      light: 'behind',
      before: 'silent',
      why: { reason: 'pace', params: { value: 3 } },
    });
    expect((await lights()).measures.find(({ no }) => no === 13)).toMatchObject({
      light: 'behind',
      since: '2026-03-03T02:00:00.000Z',
    });
    clock.moveTo(new Date('2026-03-04T02:00:00Z'));
    for (const { id } of sent) await execute(test.kernel, reverseRecord, { record: id, why: '录入有误' }, call());
    expect(await relight()).toBe(true);
    expect((await history('figure:13')).map(({ light }) => light)).toEqual(['silent', 'behind', 'silent']);
    await foldFacts(test.kernel.database, test.district);
    expect(await relight(), 'folding changes nothing').toBe(false);
    const ofMeasure = await history('measure:13');
    expect(ofMeasure.map(({ light }) => light)).toEqual(['silent', 'behind', 'silent']);
    expect(ofMeasure.map(({ part }) => part)).toEqual(['figure:13', 'figure:13', 'figure:13']);
    expect(ofMeasure[1]?.why.params, 'whose numbers it tells is not one of them').not.toHaveProperty('part');
    expect((await history('figure:13'))[0]?.part).toBeNull();
  });

  it('of many servers that look at once are recorded once', async () => {
    clock.moveTo(new Date('2026-03-05T02:00:00Z'));
    for (let n = 11; n <= 13; n += 1) await family(n);
    await Promise.all([relight(), relight(), relight()]);
    expect(await history('figure:13')).toHaveLength(4);
  });

  it('change with time alone', async () => {
    clock.moveTo(new Date('2027-06-01T02:00:00Z'));
    expect(await relight()).toBe(true);
    expect((await history('figure:13'))[0]).toMatchObject({ light: 'silent', before: 'behind', why: { reason: 'silent' } });
  });

  it('tell the measure’s timeline, in both languages, and nobody can type one', async () => {
    const told = await inDistrict(
      test.kernel.database,
      test.district,
      async ({ client }) =>
        (
          await client.query(
            "SELECT params FROM timeline_entry WHERE district = $1 AND subject = 'figure:13' AND code IN ('light', 'light-first') ORDER BY id",
            [test.district],
          )
        ).rows.map(({ params }) => params), // reason: the test's own query
      'read',
    );
    expect(told).toHaveLength(5);
    expect(told[1]).toMatchObject({ before: { zh: '无声', en: 'silent' }, light: { zh: '滞后', en: 'behind' } });
    await expect(
      inDistrict(test.kernel.database, test.district, ({ client }) => client.query("UPDATE light_change SET light = 'ahead'")),
    ).rejects.toThrow('permission denied');
  });
});
