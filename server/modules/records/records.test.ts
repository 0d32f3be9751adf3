import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, execute } from '../../kernel/command/run.ts';
import { endRecord, reverseRecord } from './commands/reverse-record.ts';
import { getRecord } from './queries/records.ts';
import { office, type RecordsTest, recordsTest } from './records.fixture.ts';

let test: RecordsTest;
beforeAll(async () => {
  test = await recordsTest();
});
afterAll(() => test.close());

const call = () => ({ district: test.district, actor: office });
const reverse = (record: string) => execute(test.kernel, reverseRecord, { record, why: '录错了' }, call());
const end = (record: string, day: string) => execute(test.kernel, endRecord, { record, day, why: '离岗' }, call());
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

describe('a record of work', () => {
  it('counts in the transaction that keeps it, and is already there when it comes again', async () => {
    const first = await test.send('gig-service', gig());
    expect(first.state).toBe('new');
    expect(await test.counted('gig.served')).toEqual({ facts: 1, quantity: 1 });
    const again = await test.send('gig-service', gig({ servedOn: '2026年6月1日', station: ' 示例零工市场 ' }));
    expect(again).toMatchObject({ id: first.id, state: 'already-there' });
    expect(await test.rolledUp('gig.served')).toBe(1);
  });

  it('counts a person once a service and day, whichever the station, and lets the second record take over when the first is reversed', async () => {
    const elsewhere = await test.send('gig-service', gig({ station: '另一个驿站' }));
    expect(elsewhere.state).toBe('new');
    expect(await test.counted('gig.served')).toEqual({ facts: 1, quantity: 1 });
    const [first] = await test.select<{ record: string }>(
      "SELECT record FROM fact WHERE kind = 'gig.served' AND effect = 'count'",
    );
    await reverse(first?.record ?? '');
    const counting = await test.select<{ record: string }>(
      `SELECT f.record FROM fact f LEFT JOIN fact_span s ON s.district = f.district AND s.fact = f.id
       WHERE f.kind = 'gig.served' AND f.effect = 'count' AND (s.until IS NULL OR s.until > f.day)`,
    );
    expect(counting).toEqual([{ record: elsewhere.id }]);
    expect(await test.rolledUp('gig.served')).toBe(1);
  });

  it('with other content corrects the earlier one, and reversing the correction makes the earlier one stand again', async () => {
    const loan = { contract: '贷-1', borrower: '个人', amount: 300_000, paidOn: '2026-05-06' };
    const first = await test.send('loan', loan);
    const corrected = await test.send('loan', { ...loan, amount: '20万' });
    expect(corrected).toMatchObject({ state: 'corrected', of: first.id });
    expect(await test.counted('loan.disbursed')).toEqual({ facts: 1, quantity: 200_000 });
    expect(await reverse(corrected.id)).toEqual({ records: 1, facts: 1, restored: 1 });
    expect(await test.counted('loan.disbursed')).toEqual({ facts: 1, quantity: 300_000 });
    expect(await test.rolledUp('loan.disbursed')).toBe(300_000);
    await reverse(first.id);
    expect(await test.rolledUp('loan.disbursed')).toBe(0);
    await expect(reverse(first.id)).rejects.toMatchObject({ code: 'record-reversed-before' });
  });

  it('completes an open dispute when it is closed, without a correction; whichever of the two goes, the other counts for itself', async () => {
    const open = { caseNumber: '案-1', body: '示例仲裁院', matter: '劳动报酬', acceptedOn: '2026-04-01' };
    const accepted = await test.send('dispute', open);
    const closed = await test.send('dispute', { ...open, closedOn: '2026-04-20', ending: '调解' });
    expect(closed).toMatchObject({ state: 'completed', of: accepted.id });
    expect(await test.counted('dispute.accepted')).toEqual({ facts: 1, quantity: 1 });
    expect(await test.counted('dispute.closed', { variant: 'mediation' })).toEqual({ facts: 1, quantity: 1 });
    expect(await test.select("SELECT 1 FROM fact WHERE kind LIKE 'dispute%' AND effect = 'reverse'")).toEqual([]);
    const awarded = await test.send('dispute', { ...open, closedOn: '2026-04-20', ending: '裁决' });
    expect(awarded.state).toBe('corrected');
    expect(await test.rolledUp('dispute.accepted')).toBe(1);
    expect(await test.counted('dispute.closed')).toEqual({ facts: 1, quantity: 1 });
    await reverse(awarded.id);
    expect(await test.counted('dispute.closed', { variant: 'mediation' })).toEqual({ facts: 1, quantity: 1 });
    expect(await test.rolledUp('dispute.accepted')).toBe(1);
    await reverse(closed.id);
    expect(await test.rolledUp('dispute.closed')).toBe(0);
    expect(await test.rolledUp('dispute.accepted')).toBe(1);
  });

  it('of an employer’s census takes the place of the one before, from its own day on', async () => {
    const census = { employer: '示例公司', creditCode: '91350100M000100Y43', area: '中仓街道' };
    await test.send('contract-census', { ...census, censusOn: '2026-05-01', employees: 100, signed: 90 });
    await test.send('contract-census', { ...census, censusOn: '2026-02-01', employees: 80, signed: 80 });
    expect(await test.counted('contract.signed', { level: true, on: '2026-03-01' })).toEqual({ facts: 1, quantity: 80 });
    expect(await test.counted('contract.signed', { level: true })).toEqual({ facts: 1, quantity: 90 });
    expect(await test.rolledUp('contract.employees', '2026-03-01')).toBe(80);
    expect(await test.rolledUp('contract.employees')).toBe(100);
  });

  it('is refused with every fault named by its column', async () => {
    const faults = await faultsOf(
      test.send('training', {
        name: '张三',
        idNumber: 1.1010519491231e17,
        provider: '学校',
        classNumber: '1',
        occupation: '护理',
        startedOn: '2026-5-8',
        endedOn: '2026-05-01',
        result: '好',
        area: '火星',
      }),
    );
    expect(faults.sort()).toEqual([
      '/row/area cell-area-unknown',
      '/row/endedOn row-ended-before-started',
      '/row/idNumber id-number-rounded',
      '/row/occupation cell-occupation-similar',
      '/row/result cell-choice',
    ]);
    expect(await faultsOf(test.send('gig-service', gig({ idNumber: null, servedOn: '2026-07-01' })))).toEqual([
      '/row/idNumber row-person-needed',
      '/row/servedOn row-day-in-future',
    ]);
    await expect(test.send('gig-service', gig({ wrong: 1 }))).rejects.toMatchObject({ code: 'record-columns-unknown' });
    await expect(test.send('nothing', {})).rejects.toMatchObject({ code: 'record-type-unknown' });
  });

  it('from before the programme is kept with a warning', async () => {
    const early = await test.send('loan', { contract: '贷-早', borrower: '个人', amount: 1, paidOn: '2024-01-05' });
    expect(early.warnings.map(({ code }) => code)).toEqual(['row-before-programme']);
  });

  it('keeps names and numbers sealed, and shows them masked', async () => {
    const sent = await test.send('training', {
      name: '王小明',
      idNumber: '110112191001010018',
      phone: '19900000001',
      provider: '学校',
      classNumber: '班-9',
      occupation: '养老护理员',
      startedOn: '2026-05-01',
      endedOn: '2026-05-20',
      result: '结业',
      area: '一村',
    });
    const dumped = JSON.stringify(
      await test.select(
        'SELECT row_to_json(r)::text AS r FROM record r UNION ALL SELECT row_to_json(a)::text FROM audit_entry a UNION ALL SELECT row_to_json(f)::text FROM fact f',
      ),
    );
    for (const canary of ['110112191001010018', '19900000001', '王小明']) expect(dumped).not.toContain(canary);
    const shown = await ask(test.kernel, getRecord, { record: sent.id }, call());
    expect(shown.values).toMatchObject({ name: '王**', idNumber: '110112********0018', phone: '199****0001', provider: '学校' });
    expect(shown).toMatchObject({ townName: '马驹桥镇', placeName: '一村村委会', unitName: '区人力社保局', state: 'current' });
    expect(shown.facts).toMatchObject([{ kind: 'training.completed', quantity: 1, counts: true }]);
  });
});

describe('what stands from a day until another', () => {
  const place = { name: '友好驿站甲', placeKind: '友好驿站', area: '马驹桥镇' };

  it('counts once however its records overlap, lapses, and fills the gap when one of them is reversed', async () => {
    const first = await test.send('friendly-place', { ...place, verifiedOn: '2025-06-01', lapsesOn: '2026-06-01' });
    const early = await test.send('friendly-place', { ...place, verifiedOn: '2026-03-01', lapsesOn: '2027-03-01' });
    for (const [on, quantity] of [
      ['2025-05-31', 0],
      ['2025-06-01', 1],
      ['2026-04-01', 1],
      ['2026-06-01', 1],
      ['2027-02-28', 1],
      ['2027-03-01', 0],
    ] as const) {
      expect(await test.rolledUp('place.verified', on), on).toBe(quantity);
      expect((await test.counted('place.verified', { on, level: true })).quantity, on).toBe(quantity);
    }
    await reverse(first.id);
    for (const [on, quantity] of [
      ['2025-06-01', 0],
      ['2026-02-28', 0],
      ['2026-03-01', 1],
      ['2027-02-28', 1],
      ['2027-03-01', 0],
    ] as const)
      expect(await test.rolledUp('place.verified', on), on).toBe(quantity);
    await reverse(early.id);
    expect(await test.rolledUp('place.verified', '2026-12-31')).toBe(0);
  });

  it('ends when somebody says so, and the restaurant stands again under its other agreement', async () => {
    const site = await test.send('meal-site', {
      number: 'SL001',
      name: '示例广场',
      siteKind: '重点商业综合体',
      from: '2025-01-01',
      area: '中仓街道',
    });
    expect(site.state).toBe('new');
    const agreement = { restaurant: '示例面馆', site: '示例广场', signedOn: '2026-01-01', area: '中仓街道' };
    const one = await test.send('restaurant', { ...agreement, from: '2026-01-01', until: '2026-12-31' });
    await test.send('restaurant', { ...agreement, from: '2026-05-01', until: '2027-05-01' });
    await end(one.id, '2026-03-01');
    expect(await test.select("SELECT 1 FROM fact WHERE record = $1 AND effect = 'reverse' AND quantity < 0", [one.id])).toEqual(
      [],
    );
    for (const [on, quantity] of [
      ['2026-02-28', 1],
      ['2026-03-01', 0],
      ['2026-04-30', 0],
      ['2026-05-01', 1],
      ['2027-04-30', 1],
      ['2027-05-01', 0],
    ] as const)
      expect(await test.rolledUp('restaurant.serving', on), on).toBe(quantity);
    await expect(end(one.id, '2026-04-01')).rejects.toMatchObject({ code: 'record-ended-before' });
    expect(await faultsOf(test.send('restaurant', { ...agreement, site: 'SL999', from: '2026-05-02' }))).toEqual([
      '/row/site cell-site-unknown',
    ]);
  });

  it('goes on without a gap when the record is reversed that had stood before it', async () => {
    const other = { name: '友好驿站乙', placeKind: '友好驿站', area: '马驹桥镇' };
    const first = await test.send('friendly-place', { ...other, verifiedOn: '2025-01-01', lapsesOn: '2025-06-01' });
    await test.send('friendly-place', { ...other, verifiedOn: '2025-03-01', lapsesOn: '2026-03-01' });
    await reverse(first.id);
    for (const [on, quantity] of [
      ['2025-02-28', 0],
      ['2025-03-01', 1],
      ['2025-06-01', 1],
      ['2026-02-28', 1],
      ['2026-03-01', 0],
    ] as const)
      expect(await test.rolledUp('place.verified', on), on).toBe(quantity);
    const base = { name: '王五', community: '一村', phone: '19900000013' };
    const term = await test.send('specialist', { ...base, from: '2025-01-01' });
    await end(term.id, '2025-06-01');
    const before = await test.rolledUp('specialist.serving', '2026-06-01');
    const second = await test.send('specialist', { ...base, from: '2025-03-01' });
    await reverse(term.id);
    expect(await test.rolledUp('specialist.serving', '2026-06-01')).toBe(before + 1);
    await reverse(second.id);
  });

  it('a specialist who left no longer covers the village, one who stays does', async () => {
    const base = { name: '李四', community: '一村', from: '2025-03-01' };
    const leaver = await test.send('specialist', { ...base, phone: '19900000011' });
    await test.send('specialist', { ...base, phone: '19900000012', from: '2026-02-01' });
    await end(leaver.id, '2026-01-01');
    expect(await test.rolledUp('specialist.serving', '2025-12-31')).toBe(1);
    expect(await test.rolledUp('specialist.serving', '2026-01-15')).toBe(0);
    expect(await test.rolledUp('specialist.serving', '2026-02-01')).toBe(1);
  });
});
