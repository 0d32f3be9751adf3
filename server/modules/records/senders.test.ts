import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff } from '../../../tests/kernel.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { endRecord, reverseRecord } from './commands/reverse-record.ts';
import { getRecord, listRecords } from './queries/records.ts';
import { office, type RecordsTest, recordsTest, TODAY } from './records.fixture.ts';

let test: RecordsTest;
beforeAll(async () => {
  test = await recordsTest();
});
afterAll(() => test.close());

const call = () => ({ district: test.district, actor: office });
const _reverse = (record: string) => execute(test.kernel, reverseRecord, { record, why: '录错了' }, call());
const _end = (record: string, day: string) => execute(test.kernel, endRecord, { record, day, why: '离岗' }, call());
const faultsOf = async (sending: Promise<unknown>) => {
  const problem = await sending.then(
    () => undefined,
    (error: unknown) => error as { code: string; details: { at: string; code: string }[] }, // reason: the kernel's Problem
  );
  return problem?.details.map(({ at, code }) => `${at} ${code}`) ?? [];
};

const gig = (extra = {}) => ({
  idNumber: '11010519491231002X',
  service: '岗位对接',
  servedOn: '2026-06-01',
  station: '示例零工市场',
  area: '马驹桥镇',
  ...extra,
});

describe('who may record', () => {
  const officer = staff({ role: 'street-officer', area: '110112109000' });
  const liaison = staff({ role: 'liaison', unit: 'commerce' });

  it('a street officer records what lies in the own street, for the own street', async () => {
    expect(await faultsOf(test.send('gig-service', gig({ servedOn: '2026-05-02' }), officer))).toEqual([]);
    const sent = await test.send('gig-service', gig({ servedOn: '2026-05-02' }), officer);
    const [row] = await test.select<{ unit: string }>('SELECT unit FROM record WHERE id = $1', [sent.id]);
    expect(row?.unit).toBe('town-110112109000');
    expect(await faultsOf(test.send('gig-service', gig({ area: '中仓街道' }), officer))).toEqual(['/row/area row-not-own-area']);
  });

  it('a liaison records what the own unit did and corrects no other unit’s record', async () => {
    expect(await faultsOf(test.send('gig-service', gig({ unit: '区人力社保局' }), liaison))).toEqual([
      '/row/unit row-not-own-unit',
    ]);
    await test.send('loan', { contract: '贷-7', borrower: '个人', amount: 5, paidOn: '2026-05-06' });
    await expect(
      test.send('loan', { contract: '贷-7', borrower: '个人', amount: 6, paidOn: '2026-05-06' }, liaison),
    ).rejects.toMatchObject({ code: 'record-of-others' });
  });

  it('nobody sees or reverses what lies elsewhere; administrators see nothing at all', async () => {
    const far = await test.send('gig-service', gig({ servedOn: '2026-05-03', area: '东关社区' }));
    const elsewhere = { district: test.district, actor: officer };
    await expect(ask(test.kernel, getRecord, { record: far.id }, elsewhere)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(execute(test.kernel, reverseRecord, { record: far.id, why: '试试' }, elsewhere)).rejects.toMatchObject({
      kind: 'not-found',
    });
    const { rows } = await ask(test.kernel, listRecords, { type: 'gig-service' }, elsewhere);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ town }) => town === '110112109000')).toBe(true);
    const administrator = { district: test.district, actor: staff({ role: 'system-administrator' }) };
    await expect(ask(test.kernel, listRecords, { type: 'gig-service' }, administrator)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('many at once', () => {
  it('a batch is kept whole or not at all, and pages through its list without gaps', async () => {
    const rows = Array.from({ length: 45 }, (_, at) => ({
      contract: `批-${at}`,
      borrower: '个人',
      amount: 1,
      paidOn: '2026-03-03',
    }));
    const faulty = rows.map((row, at) => (at === 7 ? { ...row, amount: '许多' } : row));
    expect(await faultsOf(test.sendAll('loan', faulty))).toEqual(['/rows/7/amount cell-number']);
    expect(await test.select("SELECT 1 FROM record WHERE content ->> 'contract' LIKE '批-%'")).toEqual([]);
    const { sent } = await test.sendAll('loan', [...rows, rows[0] ?? {}]);
    expect(sent.map(({ state }) => state)).toEqual([...rows.map(() => 'new'), 'already-there']);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await ask(
        test.kernel,
        listRecords,
        { type: 'loan', from: '2026-03-03', until: '2026-03-04', limit: 10, after },
        call(),
      );
      seen.push(...page.rows.map(({ id }) => id));
      if (!page.next) break;
      after = page.next;
    }
    expect(new Set(seen)).toEqual(new Set(sent.map(({ id }) => id)));
    expect(seen.length).toBe(45);
  });

  it('the same record from twenty connections is one record and one fact', async () => {
    const row = { employer: '示例', creditCode: '91110112MA0U468QCE', insuredOn: '2026-04-04', area: '马驹桥镇' };
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => test.send('startup', row, office, randomUUID())));
    expect(results.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(await test.select("SELECT count(*)::int AS n FROM record WHERE type = 'startup'")).toEqual([{ n: 1 }]);
    expect(await test.rolledUp('startup.insured', TODAY)).toBe(1);
  });

  it('a batch from two senders with the rows in opposite order neither deadlocks nor doubles', async () => {
    const rows = Array.from({ length: 200 }, (_, at) => ({
      contract: `对-${at}`,
      borrower: '小微企业',
      amount: 2,
      paidOn: '2026-03-09',
    }));
    const both = await Promise.allSettled([test.sendAll('loan', rows), test.sendAll('loan', rows.toReversed())]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await test.select("SELECT count(*)::int AS n FROM record WHERE content ->> 'contract' LIKE '对-%'")).toEqual([
      { n: 200 },
    ]);
  });
});
