import { Zip, ZipDeflate } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { createApp } from '../../kernel/http/app.ts';
import { nobody } from '../../kernel/http/identity.ts';
import { importTest } from './import/import.fixture.ts';
import { records } from './module.ts';
import { office } from './records.fixture.ts';
import { recordsWords } from './words.ts';

let test: Awaited<ReturnType<typeof importTest>>;
let app: Awaited<ReturnType<typeof createApp>>;
beforeAll(async () => {
  test = await importTest();
  const host = {
    kernel: test.kernel,
    identify: async () => office,
    knownOutside: async () => nobody,
    districtOf: async () => ({ code: test.district, name: { zh: '通州区', en: 'Tongzhou' }, startsOn: '2025-01-01' }),
    languageOf: () => 'zh' as const,
    words: new Map(Object.entries(recordsWords)),
    isDemo: false,
    publicAddress: 'http://leye.test',
  };
  app = await createApp(host, [records], { logger: false, trustProxy: [], version: '0' });
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const upload = async (content: string | Buffer, name: string) => {
  const boundary = 'b0undary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return await app.inject({
    method: 'POST',
    url: '/api/record-types/loan/imports',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
};

describe('files in and out', () => {
  it('a template comes as a file in the reader’s language', async () => {
    const csv = await app.inject('/api/record-types/loan/template.csv');
    expect(csv.statusCode).toBe(200);
    expect(csv.body).toMatch(/^\ufeff合同编号 \*,/);
    const xlsx = await app.inject('/api/record-types/loan/template.xlsx');
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await app.inject('/api/record-types/nothing/template.csv')).statusCode).toBe(404);
  });

  it('an upload is checked, and the rows to put right come back with their reasons and no formula', async () => {
    const sent = await upload(
      '合同编号,借款人类型,放款金额（元）,放款日期\n=1+1,个人,许多,2026-03-01\n好,个人,5,2026-03-01\n',
      '三月.csv',
    );
    expect(sent.statusCode).toBe(202);
    const { import: id } = sent.json<{ import: string }>();
    await test.run(id);
    expect((await app.inject(`/api/record-imports/${id}`)).json()).toMatchObject({
      fileName: '三月.csv',
      state: 'checked',
      counts: { good: 1, bad: 1 },
    });
    const report = await app.inject(`/api/record-imports/${id}/problems.csv`);
    expect(report.body).toBe(
      '\ufeff合同编号,借款人类型,放款金额（元）,放款日期,需要改正\r\n' +
        `'=1+1,个人,许多,2026-03-01,"C2 放款金额（元）: ${recordsWords['problem.cell-number']?.zh}"\r\n`,
    );
    expect((await app.inject(`/api/record-imports/${id}/problems.xlsx`)).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  it('whoever looks at people’s data is kept in the audit, with the record or the filter, and never what they saw', async () => {
    const row = { name: '韩梅梅', phone: '13800001234', service: 'outing', servedOn: '2026-03-01', area: '110112001001' };
    const sent = await app.inject({ method: 'POST', url: '/api/records/family', payload: { row } });
    const { id } = sent.json<{ id: string }>();
    for (const url of [
      `/api/record/${id}`,
      '/api/records/family',
      '/api/record-types/family/records.csv',
      '/api/records/activity',
    ])
      expect((await app.inject(url)).statusCode, url).toBe(200);
    const { rows } = await inDistrict(test.kernel.database, test.district, ({ client }) =>
      client.query<{ action: string; content: string }>(
        `SELECT action, content FROM audit_entry WHERE action IN ('records.get-record', 'records.list-records', 'records.export-records') ORDER BY at, id`,
      ),
    );
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'records.export-records',
      'records.get-record',
      'records.list-records',
    ]);
    expect(rows.find(({ action }) => action === 'records.get-record')?.content).toContain(id);
    for (const { content } of rows) expect(content).not.toMatch(/韩|1380000/);
    // A whole file of people is not given away while nobody can be held to account for it.
    const { database } = test.kernel;
    Object.assign(database, { isDiskFull: () => true });
    try {
      expect((await app.inject('/api/record-types/family/records.csv')).json()).toMatchObject({ code: 'disk-full' });
      expect((await app.inject(`/api/record/${id}`)).statusCode).toBe(200);
    } finally {
      Object.assign(database, { isDiskFull: undefined });
    }
  });

  it('what is no table is refused at once', async () => {
    expect((await upload('', 'x.csv')).json()).toMatchObject({ code: 'file-empty' });
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await upload(png, 'x.csv')).json()).toMatchObject({ code: 'file-type' });
  });

  it('a zip bomb is refused before it is unpacked', async () => {
    const parts: Uint8Array[] = [];
    const zip = new Zip((_error, chunk) => void parts.push(chunk));
    const part = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 9 });
    zip.add(part);
    const zeros = new Uint8Array(4_000_000);
    for (let at = 0; at < 20; at += 1) part.push(zeros, at === 19);
    zip.end();
    const bomb = await test.preview('loan', Buffer.concat(parts));
    expect(bomb).toMatchObject({ state: 'failed', failure: { code: 'file-bomb' } });
  });
});
