import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { clockAt } from '../../kernel/clock.ts';
import { ask } from '../../kernel/command/run.ts';
import { createApp } from '../../kernel/http/app.ts';
import { nobody } from '../../kernel/http/identity.ts';
import { tellStory } from '../demo/module.ts';
import { citiesFolder, establishCity } from '../programme/module.ts';
import { recordKinds } from '../records/module.ts';
import { figures, recordsQuery } from './module.ts';

const TODAY = '2025-07-31';
const office = staff({ role: 'programme-office' });

let test: Awaited<ReturnType<typeof testKernel>>;
let app: Awaited<ReturnType<typeof createApp>>;
beforeAll(async () => {
  test = await testKernel(recordKinds, { clock: clockAt(new Date(`${TODAY}T04:00:00Z`)) });
  await establishCity(test.kernel, test.urls.ownerUrl, `${citiesFolder}/tongzhou`);
  await tellStory(test.kernel, { district: test.district, from: '2025-07-01', to: TODAY, seed: 7, gigServices: 400 });
  const host = {
    kernel: test.kernel,
    identify: async () => office,
    knownOutside: async () => nobody,
    districtOf: async () => ({ code: test.district, name: { zh: '通州区', en: 'Tongzhou' }, startsOn: '2025-01-01' }),
    languageOf: () => 'zh' as const,
    words: new Map(Object.entries(figures.words ?? {})),
    isDemo: false,
    publicAddress: 'http://leye.test',
  };
  app = await createApp(host, [figures], { logger: false, trustProxy: [], version: '0' });
}, 120_000);
afterAll(async () => {
  await app.close();
  await test.close();
});

describe('the records of a figure as a file', () => {
  const listed = (code: string) =>
    ask(test.kernel, recordsQuery, { code, limit: 200 }, { district: test.district, actor: office });

  it('are the same in CSV, in the workbook and on the page, with the names of their places', async () => {
    const { rows, records } = await listed('12');
    expect(rows.length).toBeGreaterThan(3);
    const csv = await app.inject('/api/figures/12/records.csv');
    expect(csv.statusCode).toBe(200);
    const lines = csv.body.replace(/\r\n$/, '').split('\r\n');
    expect(lines[0]).toBe('\uFEFF日期,街道（乡镇）,地点,地点代码,单位,类别,数量,入库时间,迟报,记录编号');
    expect(lines.length - 1).toBe(records);
    const xlsx = await app.inject('/api/figures/12/records.xlsx');
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
    expect(xlsx.headers['content-disposition']).toContain('figure-12-records.xlsx');
    const sheet = strFromU8(unzipSync(xlsx.rawPayload)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<row /g)?.length).toBe(records + 1);
    for (const { record, placeName } of rows) {
      expect(sheet).toContain(record);
      if (placeName) expect(csv.body).toContain(placeName);
    }
  });

  it('keep to the month asked for', async () => {
    const none = await app.inject('/api/figures/12/records.csv?month=2024-01');
    expect(none.body.trim().split('\r\n')).toHaveLength(1);
  });

  it('are refused with a sentence, not with half a file, when the figure or the question does not exist', async () => {
    for (const format of ['csv', 'xlsx']) {
      const missing = await app.inject(`/api/figures/99/records.${format}`);
      expect([missing.statusCode, missing.json().code]).toEqual([404, 'no-figure']);
      expect((await app.inject(`/api/figures/12/records.${format}?month=soon`)).statusCode).toBe(422);
    }
  });
});
