import { staff, testKernel } from '../../../tests/kernel.ts';
import { system } from '../../kernel/actor/actor.ts';
import { type Clock, clockAt } from '../../kernel/clock.ts';
import { execute } from '../../kernel/command/run.ts';
import type { Services } from '../../kernel/command/services.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { dayOf } from '../../kernel/term/day.ts';
import { recordKinds } from './catalogue.ts';
import { sendRecord, sendRecords } from './commands/send-record.ts';
import type { SentRow } from './send-rows.ts';

/** The day on which these tests play. */
export const TODAY = '2026-06-15';

export const office = staff({ role: 'programme-office' });

/** A district with units and areas in which records can be sent, and figures counted straight from the facts. */
export async function recordsTest(services: Partial<Services> = {}, clock: Clock = clockAt(new Date(`${TODAY}T02:00:00Z`))) {
  const test = await testKernel(recordKinds, { clock, services });
  const { kernel, district } = test;
  await inDistrict(kernel.database, district, ({ client }) =>
    client.query(
      `INSERT INTO unit (district, code, name, area) VALUES ($1, 'human-resources', '区人力社保局', NULL), ($1, 'commerce', '区商务局', NULL),
        ($1, 'state-assets', '区国资委', NULL), ($1, 'science-technology', '区科委', NULL), ($1, 'housing', '区住房城乡建设委', NULL),
        ($1, 'education', '区教委', NULL), ($1, 'health', '区卫生健康委', NULL), ($1, 'social-work', '区委社会工作部', NULL),
        ($1, 'culture-tourism', '区文化和旅游局', NULL), ($1, 'town-110112109000', '马驹桥镇政府', '110112109000')`,
      [district],
    ),
  );
  const select = async <R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> =>
    await inDistrict(kernel.database, district, async ({ client }) => (await client.query<R>(text, [...values])).rows, 'read');

  return {
    ...test,
    select,
    clockDay: () => dayOf(kernel.clock.now()),
    send: (type: string, row: SentRow, actor = office, key?: string) =>
      execute(kernel, sendRecord, { type, row }, { district, actor, key }),
    sendAll: (type: string, rows: readonly SentRow[], actor = office) =>
      execute(kernel, sendRecords, { type, rows: [...rows] }, { district, actor }),
    /** What a kind counts on a day, straight from its facts: every counting row whose span holds the day (levels) or began by it. */
    async counted(
      kind: string,
      options: { on?: string; variant?: string; level?: boolean } = {},
    ): Promise<{ facts: number; quantity: number }> {
      const [row] = await select<{ facts: number; quantity: number }>(
        `SELECT count(*) AS facts, coalesce(sum(f.quantity), 0) AS quantity FROM fact f
         LEFT JOIN fact_span s ON s.district = f.district AND s.fact = f.id
         WHERE f.kind = $1 AND f.effect = 'count' AND f.day <= $2 AND (s.until IS NULL OR s.until > f.day)
           AND ($3::text IS NULL OR f.variant = $3) AND (NOT $4 OR s.until IS NULL OR s.until > $2)`,
        [kind, options.on ?? TODAY, options.variant ?? null, options.level ?? false],
      );
      return row ?? { facts: 0, quantity: 0 };
    },
    /** The rollup with its tail, as figures read it: must always say the same as the facts. */
    async rolledUp(kind: string, on = TODAY): Promise<number> {
      const [row] = await select<{ quantity: number }>(
        `SELECT coalesce(sum(quantity), 0) AS quantity FROM (
           SELECT quantity FROM fact_tail WHERE kind = $1 AND day <= $2
           UNION ALL SELECT quantity FROM fact_rollup WHERE kind = $1 AND grain = 'D' AND day <= $2) t`,
        [kind, on],
      );
      return row?.quantity ?? 0;
    },
    system: system('test'),
  };
}

export type RecordsTest = Awaited<ReturnType<typeof recordsTest>>;
