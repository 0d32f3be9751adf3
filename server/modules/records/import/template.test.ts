import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { recordTypes } from '../catalogue.ts';
import { referenceOf } from '../reference.ts';
import { csvTemplate, xlsxTemplate } from '../template.ts';
import { importTest } from './import.fixture.ts';

let test: Awaited<ReturnType<typeof importTest>>;
beforeAll(async () => {
  test = await importTest();
});
afterAll(() => test.close());

describe('templates', () => {
  it.each(recordTypes.map((type) => [type.name, type] as const))(
    'of %s are read back with their own examples, in both languages and forms',
    async (_name, type) => {
      if (type.name === 'restaurant') {
        const sites = await test.preview(
          'meal-site',
          '点位编号,点位名称,点位类型,列入日期,所在地区\nSL001,示例广场,重点商业综合体,2026-01-01,马驹桥镇\nSL002,示例街,餐饮街区,2026-01-01,马驹桥镇',
        );
        if (sites.counts?.good) await test.take(sites.id);
      }
      const reference = await inDistrict(
        test.kernel.database,
        test.district,
        (transaction) => referenceOf(transaction, test.kernel.services, Date.now()),
        'read',
      );
      for (const language of ['zh', 'en'] as const) {
        const context = { reference, today: test.clockDay(), language };
        for (const content of [csvTemplate(type, context), await xlsxTemplate(type, context)]) {
          const file = await test.previewHere(type.name, content);
          expect(await test.problems(file.id), `${type.name} ${language}`).toEqual([]);
          expect(file.counts, `${type.name} ${language}`).toMatchObject({ rows: 2, good: 2, bad: 0, examples: 2 });
        }
      }
    },
  );
});
