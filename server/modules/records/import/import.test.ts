import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { staff } from '../../../../tests/kernel.ts';
import { importTest } from './import.fixture.ts';

let test: Awaited<ReturnType<typeof importTest>>;
beforeAll(async () => {
  test = await importTest();
});
afterAll(() => test.close());

const header = '合同编号,借款人类型,放款金额（元）,放款日期';
const loans = (name: string, count: number, amount = '1000') =>
  Array.from({ length: count }, (_, at) => `${name}-${at},个人,${amount},2026-03-0${(at % 9) + 1}`);
const csv = (...lines: string[]) => [header, ...lines].join('\n');

describe('a file of records', () => {
  it('is previewed, taken whole, and its receipt says what moved', async () => {
    const before = await test.rolledUp('loan.disbursed');
    const file = await test.preview('loan', csv(...loans('整', 30)));
    expect(file).toMatchObject({
      state: 'checked',
      counts: { rows: 30, good: 30, bad: 0, alreadyThere: 0, duplicates: 0 },
      percent: 100,
    });
    expect(await test.rolledUp('loan.disbursed')).toBe(before);
    const taken = await test.take(file.id);
    expect(taken).toMatchObject({
      state: 'taken',
      receipt: {
        rowsTaken: 30,
        new: 30,
        leftOut: 0,
        kinds: [{ kind: 'loan.disbursed', facts: 30, duplicates: 0, quantity: 30_000 }],
      },
    });
    expect(await test.rolledUp('loan.disbursed')).toBe(before + 30_000);
  });

  it('sent again adds nothing and says so, and neither do the same rows in another file', async () => {
    const before = await test.counted('loan.disbursed');
    const again = await test.preview('loan', csv(...loans('整', 30)));
    expect(again.counts).toMatchObject({ rows: 30, good: 0, alreadyThere: 30 });
    expect(again.notices.map(({ code }) => code)).toEqual(['notice-file-again']);
    await expect(test.take(again.id)).rejects.toMatchObject({ code: 'import-nothing-new' });
    const other = await test.preview('loan', csv(...loans('整', 30).reverse(), ...loans('另', 2), loans('另', 2)[0] ?? ''));
    expect(other.counts).toMatchObject({ rows: 33, good: 2, alreadyThere: 30, duplicates: 1 });
    await test.take(other.id);
    expect(await test.counted('loan.disbursed')).toEqual({ facts: before.facts + 2, quantity: before.quantity + 2000 });
  });

  it('names every bad cell, takes only the good rows when told so, and never all', async () => {
    const file = await test.preview(
      'loan',
      csv(
        '坏-1,个人,1000,2026-03-01',
        '坏-2,火星人,1000,2026-13-01',
        ',个人,许多,2026-03-01',
        '',
        '坏-1,个人,2000,2026-03-01',
        '坏-3,个人,7,2026-03-02',
      ),
    );
    expect(file.counts).toMatchObject({ rows: 5, good: 2, bad: 3 });
    expect(await test.problems(file.id)).toEqual([
      'B3 cell-choice',
      'D3 cell-date-unreal',
      'A4 cell-required',
      'C4 cell-number',
      'A6 row-contradicts',
    ]);
    await expect(test.take(file.id)).rejects.toMatchObject({ code: 'import-has-bad-rows' });
    const taken = await test.take(file.id, 'good');
    expect(taken.receipt).toMatchObject({ rowsTaken: 2, leftOut: 3 });
  });

  it('corrects earlier records, and reversed whole it leaves everything as it was before', async () => {
    const first = await test.preview('loan', csv(...loans('改', 5)));
    await test.take(first.id);
    const before = await test.rolledUp('loan.disbursed');
    const second = await test.preview('loan', csv(...loans('改', 3, '5000'), ...loans('新', 2)));
    expect(second.counts).toMatchObject({ good: 5, corrections: 3 });
    const taken = await test.take(second.id);
    expect(taken.receipt).toMatchObject({ new: 2, corrected: 3, kinds: [{ quantity: 14_000 }] });
    expect(await test.rolledUp('loan.disbursed')).toBe(before + 14_000);
    const undone = await test.undo(second.id);
    expect(undone).toMatchObject({ state: 'reversed', receipt: { reversal: { records: 5, restored: 3 } } });
    expect(await test.rolledUp('loan.disbursed')).toBe(before);
    expect((await test.counted('loan.disbursed')).quantity).toBe(before);
    // What was reversed may be sent again.
    const again = await test.preview('loan', csv(...loans('改', 3, '5000'), ...loans('新', 2)));
    expect(again.counts).toMatchObject({ good: 5, corrections: 3 });
  });

  it('two with the same rows, taken at the same moment, count once', async () => {
    const before = await test.rolledUp('loan.disbursed');
    const [one, two] = await Promise.all([
      test.preview('loan', csv(...loans('同', 1500))),
      test.preview('loan', csv(...loans('同', 1500).reverse())),
    ]);
    await Promise.all([test.startTaking(one.id), test.startTaking(two.id)]);
    await Promise.all([test.run(one.id), test.run(two.id), test.run(one.id)]);
    const states = await Promise.all([test.view(one.id), test.view(two.id)]);
    expect(states.map(({ state }) => state)).toEqual(['taken', 'taken']);
    expect(states.map(({ receipt }) => receipt?.new ?? 0).sort()).toEqual([0, 1500]);
    expect(await test.rolledUp('loan.disbursed')).toBe(before + 1_500_000);
  });

  it('lets a duplicate of another file take over when the file that counted is reversed', async () => {
    const columns = '姓名,身份证号,服务项目,服务日期,服务站点,所在地区';
    const one = await test.preview('gig-service', `${columns}\n张三,11010519491231002X,岗位对接,2026-03-01,甲站,马驹桥镇`);
    const two = await test.preview('gig-service', `${columns}\n张三,11010519491231002X,岗位对接,2026-03-01,乙站,马驹桥镇`);
    await test.take(one.id);
    const second = await test.take(two.id);
    expect(second.receipt?.kinds).toMatchObject([{ facts: 0, duplicates: 1, quantity: 0 }]);
    expect(await test.rolledUp('gig.served')).toBe(1);
    await test.undo(one.id);
    expect(await test.rolledUp('gig.served')).toBe(1);
    await test.undo(two.id);
    expect(await test.rolledUp('gig.served')).toBe(0);
  });

  it('from a street holds no rows of another street', async () => {
    const officer = staff({ role: 'street-officer', area: '110112109000' });
    const file = await test.preview(
      'startup',
      '单位名称,统一社会信用代码,首次参保日期,所在地区\n甲,91350100M000100Y43,2026-03-01,马驹桥镇\n乙,11320000MB151840XJ,2026-03-01,中仓街道',
      officer,
    );
    expect(file.counts).toMatchObject({ good: 1, bad: 1 });
    expect(await test.problems(file.id)).toEqual(['D3 row-not-own-area']);
  });
});

describe('a table as people keep it', () => {
  const read = async (content: string | Buffer, fileType?: 'csv' | 'xlsx') =>
    await test.preview('loan', content, undefined, fileType);

  it('may be UTF-8 with a mark, GB18030 or Unicode text; with commas, semicolons or tabs; quoted; in any column order', async () => {
    const text =
      '放款日期;合同编号;放款金额（元）;备注;借款人类型\n2026年3月5日;码-1;"1,200.50";"甲;乙";个人\n20260305;码-2;３００;;小微企业';
    for (const [content, name] of [
      [`\ufeff${text}`, 'mark'],
      [text.replaceAll(';', '\t').replace('1,200.50', '1200.5'), 'tab'],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), 'utf-16'],
    ] as const) {
      const file = await read(content, 'csv');
      expect(file.counts, name).toMatchObject({ rows: 2, good: 2 });
      expect(file.notices, name).toEqual([{ code: 'notice-columns-unknown', params: { columns: '备注' } }]);
    }
    // 合同编号,借款人类型,放款金额,放款日期 / 国标-1,个人,100,2026-03-05 in GB18030
    const gb = Buffer.concat(
      [
        'bacfcdacb1e0bac5',
        '2c',
        'bde8bfeec8cbc0e0d0cd',
        '2c',
        'b7c5bfeebdf0b6ee',
        '2c',
        'b7c5bfeec8d5c6da',
        '0a',
        'b9fab1ea2d31',
        '2c',
        'b8f6c8cb',
      ].map((hex) => Buffer.from(hex, 'hex')),
    );
    expect((await read(Buffer.concat([gb, Buffer.from(',100,2026-03-05\n')]), 'csv')).counts).toMatchObject({ rows: 1, good: 1 });
  });

  it('that cannot be read is refused with one sentence', async () => {
    const failure = async (content: string | Buffer, fileType: 'csv' | 'xlsx' = 'csv') => {
      const file = await read(content, fileType);
      expect(file.state).toBe('failed');
      return file.failure?.code;
    };
    expect(await failure(Buffer.from([0x41, 0x81, 0x20, 0xff, 0xff]))).toBe('file-encoding');
    expect(await failure(`${header}\n"甲,个人,1,2026-03-01\n`)).toBe('file-quotes');
    expect(await failure('一,二\n1,2')).toBe('file-no-header');
    expect(await failure(header)).toBe('file-no-rows');
    expect(await failure('合同编号,放款日期\n1,2026-03-01')).toBe('file-columns-missing');
    expect(await failure(`${header},合同编号\n1,个人,1,2026-03-01,2`)).toBe('file-columns-twice');
    expect(await failure(Buffer.from('PK\u0003\u0004 no zip at all'), 'xlsx')).toBe('file-damaged');
  });

  it('as a workbook may have a title above its header, days as days, several sheets and blank rows', async () => {
    const day = new Date(Date.UTC(2026, 2, 5));
    const workbook = await writeExcelFile([
      { data: [[{ value: '说明' }]], sheet: '封面' },
      {
        data: [
          [{ value: '2026年放款台账', columnSpan: 4 }, null, null, null],
          [null],
          ['合同编号', '借款人类型', '放款金额（元）', '放款日期'].map((value) => ({ value })),
          [
            { value: '簿-1' },
            { value: '个人' },
            { value: 1200.5, type: Number },
            { value: day, type: Date, format: 'yyyy-mm-dd' },
          ],
          [null, null, null, null],
          [{ value: 20260001, type: Number }, { value: '小微企业' }, { value: '30万元' }, { value: '2026/3/6' }],
          [{ value: '簿-3' }, { value: '个人' }, { value: -5, type: Number }, { value: '昨天' }],
        ],
        sheet: '台账',
      },
    ]).toBuffer();
    const file = await read(workbook);
    expect(file.counts).toMatchObject({ rows: 3, good: 2, bad: 1 });
    expect(await test.problems(file.id)).toEqual(['C7 cell-range', 'D7 cell-date']);
    expect(file.notices).toEqual([{ code: 'notice-sheets-left', params: { sheet: '台账', others: '封面' } }]);
    await test.take(file.id, 'good');
    const kept = await test.select(
      "SELECT content ->> 'contract' AS contract, day, (content ->> 'amount')::numeric AS amount FROM record WHERE import = $1 ORDER BY import_row",
      [file.id],
    );
    expect(kept).toEqual([
      { contract: '簿-1', day: '2026-03-05', amount: 1200.5 },
      { contract: '20260001', day: '2026-03-06', amount: 300_000 },
    ]);
  });

  it('with ID numbers that the spreadsheet rounded says so', async () => {
    const columns = ['姓名', '身份证号', '培训机构', '班次编号', '工种', '开班日期', '结业日期', '结果', '所在地区'];
    const row = [
      { value: '张三' },
      { value: 110105194912310020, type: Number },
      ...['校', '班', '养老护理员', '2026-03-01', '2026-03-09', '结业', '马驹桥镇'].map((value) => ({ value })),
    ];
    const workbook = await writeExcelFile([columns.map((value) => ({ value })), row]).toBuffer();
    const file = await test.preview('training', workbook);
    expect(await test.problems(file.id)).toEqual(['B2 id-number-rounded']);
  });
});

describe('an import that is cut off', () => {
  it('leaves nothing half done, and is taken up again', async () => {
    const before = await test.rolledUp('loan.disbursed');
    const file = await test.preview('loan', csv(...loans('断', 6000)));
    await test.startTaking(file.id);
    const running = test.run(file.id).catch(() => 'cut off');
    const cut = await endWriters();
    await running;
    expect(cut).toBe(true);
    expect(await test.select("SELECT 1 FROM record WHERE content ->> 'contract' LIKE '断-%' LIMIT 1")).toEqual([]);
    expect(await test.rolledUp('loan.disbursed')).toBe(before);
    if ((await test.view(file.id)).state === 'checked') await test.startTaking(file.id);
    await test.run(file.id);
    expect(await test.view(file.id)).toMatchObject({ state: 'taken', receipt: { new: 6000 } });
    expect(await test.rolledUp('loan.disbursed')).toBe(before + 6_000_000);
  });

  /** Ends the connection that is writing records, as a crash would, once it has begun. */
  async function endWriters(): Promise<boolean> {
    const owner = new pg.Client({ connectionString: test.urls.ownerUrl });
    await owner.connect();
    try {
      for (let attempt = 0; attempt < 400; attempt += 1) {
        const { rows } = await owner.query<{ ended: boolean }>(
          `SELECT pg_terminate_backend(a.pid) AS ended FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
           WHERE a.datname = current_database() AND l.relation = 'record'::regclass AND l.mode = 'RowExclusiveLock'`,
        );
        if (rows.some(({ ended }) => ended)) return true;
        await pause(10);
      }
      return false;
    } finally {
      await owner.end();
    }
  }
});
