import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Actor, StaffGrant } from '../server/kernel/actor/actor.ts';
import { type Clock, systemClock } from '../server/kernel/clock.ts';
import type { Kernel } from '../server/kernel/command/run.ts';
import type { Services } from '../server/kernel/command/services.ts';
import { connect } from '../server/kernel/database/connect.ts';
import { establishDistrict } from '../server/kernel/district/establish.ts';
import type { FactKind } from '../server/kernel/fact/kind.ts';
import { createSeal } from '../server/kernel/seal/seal.ts';
import { loadCalendar } from '../server/kernel/term/load-calendar.ts';
import { testDatabase } from './database.ts';

/** The working days that the project ships with. */
export const testCalendar = loadCalendar(fileURLToPath(new URL('../programme/calendar', import.meta.url)));

export const testAreas = [
  { code: '110112000000', name: '通州区', level: 'county', parent: null },
  { code: '110112001000', name: '中仓街道', level: 'town', parent: '110112000000' },
  { code: '110112109000', name: '马驹桥镇', level: 'town', parent: '110112000000' },
  { code: '110112001001', name: '东关社区居委会', level: 'village', parent: '110112001000' },
  { code: '110112109201', name: '一村村委会', level: 'village', parent: '110112109000' },
] as const;

/** A kernel over a database of its own: district 110112 with two towns, and 110113, which must never see it. */
export async function testKernel(kinds: readonly FactKind[] = [], options: { clock?: Clock; services?: Partial<Services> } = {}) {
  const urls = await testDatabase();
  for (const [code, zh, en] of [
    ['110112', '通州区', 'Tongzhou'],
    ['110113', '顺义区', 'Shunyi'],
  ] as const) {
    const areas = testAreas.map((area) => ({
      ...area,
      code: area.code.replace('110112', code),
      parent: area.parent?.replace('110112', code) ?? null,
    }));
    await establishDistrict(urls.ownerUrl, { code, name: { zh, en }, host: `${code}.test`, startsOn: '2025-01-01', areas });
  }
  const database = connect(urls.appUrl, { connections: 60 });
  const services = {
    seal: createSeal({ sealKey: randomBytes(32), indexKey: randomBytes(32) }),
    calendar: testCalendar,
    wording: new Map(),
    dataDirectory: '/nonexistent',
    tasks: [],
    duties: [],
    timelineSources: [],
    lightParts: [],
    bulletinParts: [],
    doubts: [],
    ...options.services,
  } as Services; // reason: a test names only the services that its commands use; another one would be undefined and fail loudly
  const kernel: Kernel = {
    database,
    clock: options.clock ?? systemClock,
    kinds: new Map(kinds.map((kind) => [kind.name, kind])),
    services,
    jobsIn: () => ({ send: async () => {} }),
  };
  return {
    kernel,
    urls,
    district: '110112',
    async close() {
      await database.close();
      await urls.drop();
    },
  };
}

export const staff = (...grants: StaffGrant[]): Actor => ({ kind: 'staff', id: 'test', name: '测试员', grants });
