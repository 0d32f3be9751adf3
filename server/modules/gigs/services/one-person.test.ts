import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inDistrict } from '../../../kernel/database/transaction.ts';
import { syntheticIdNumber, syntheticMobile } from '../../../kernel/identifier/synthetic.ts';
import { sendRecord } from '../../records/module.ts';
import { registerResident } from '../../residents/module.ts';
import { anybody, DAWN, DAY, type GigMarket, gigMarket, office, TOWN } from '../gigs.fixture.ts';
import { joinMarket } from '../workers/join.ts';
import { recordService, reverseService } from './commands.ts';

let market: GigMarket;
beforeAll(async () => {
  market = await gigMarket();
  await inDistrict(market.kernel.database, '110112', ({ client }) =>
    client.query(
      "INSERT INTO unit (district, code, name, area) VALUES ('110112', 'human-resources', '区人力社保局', NULL) ON CONFLICT DO NOTHING",
    ),
  );
});
afterAll(() => market?.close());
beforeEach(() => market.clock.moveTo(new Date(DAWN)));

const advise = (worker: string) =>
  market.run(recordService, { station: market.station, worker, desk: 'advice-desk', note: '看了合同样本' });
const imported = (by: { idNumber: string } | { phone: string }) =>
  market.run(
    sendRecord,
    { type: 'gig-service', row: { ...by, service: '咨询指导', servedOn: DAY, station: '示例零工驿站', area: TOWN } },
    office,
  );
/** How many person-times were added meanwhile. */
const added = async (work: () => Promise<unknown>): Promise<number> => {
  const before = await market.counted();
  await work();
  return (await market.counted()) - before;
};
let year = 1970;
const numbers = () => {
  year += 1;
  return {
    mobile: syntheticMobile(Math.random),
    idNumber: syntheticIdNumber(Math.random, { bornFrom: `${year}-01-01`, bornUntil: `${year}-12-31` }),
  };
};

describe('figure 14 counts one person, service and day once', () => {
  it('from the station and from an imported row, whichever number the row gives', async () => {
    for (const by of ['idNumber', 'phone'] as const) {
      const worker = await market.worker();
      const row = by === 'idNumber' ? { idNumber: worker.idNumber } : { phone: worker.mobile };
      expect(await added(() => advise(worker.id)), by).toBe(1);
      expect(await added(() => imported(row)), `an imported row by ${by}`).toBe(0);
    }
  });

  it('where the row came first', async () => {
    for (const by of ['idNumber', 'phone'] as const) {
      const worker = await market.worker();
      const row = by === 'idNumber' ? { idNumber: worker.idNumber } : { phone: worker.mobile };
      expect(await added(() => imported(row)), by).toBe(1);
      expect(await added(() => advise(worker.id))).toBe(0);
    }
  });

  it('for somebody who was known by telephone alone, and gives the ID number between the two', async () => {
    const { mobile, idNumber } = numbers();
    const { resident } = await market.run(registerResident, { name: '测试工友', mobile });
    const row = { phone: mobile };
    expect(await added(() => imported(row))).toBe(1);
    await market.run(registerResident, { name: '测试工友', mobile, idNumber });
    await market.run(joinMarket, { worker: resident, profile: anybody });
    expect(await added(() => advise(resident))).toBe(0);
    expect(await added(() => imported({ idNumber }))).toBe(0);
  });

  it('a row of somebody nobody knows counts for itself', async () => {
    const { mobile, idNumber } = numbers();
    expect(await added(() => imported({ phone: mobile }))).toBe(1);
    expect(await added(() => imported({ idNumber }))).toBe(1);
  });

  it('and the other source takes over when the first is taken back', async () => {
    const worker = await market.worker();
    const { service } = await advise(worker.id);
    await imported({ phone: worker.mobile });
    expect(await added(() => market.run(reverseService, { service, reason: '记错了人' }))).toBe(0);
    const again = await advise(worker.id);
    expect(await added(() => market.run(reverseService, { service: again.service, reason: '又记错了' }))).toBe(0);
  });
});

describe('nothing else raises figure 14', () => {
  it('every fact of it stems from a service of the station or an imported row', async () => {
    const { client, end } = await market.rows();
    const { rows } = await client.query<{ strays: number; facts: number }>(
      `SELECT count(*)::int AS facts, count(*) FILTER (WHERE NOT (
           (f.record_type = 'gig-service' AND EXISTS (SELECT FROM gig_service s WHERE s.district = f.district AND s.id = f.record))
        OR (f.record_type = 'gig-service' AND EXISTS (SELECT FROM record r WHERE r.district = f.district AND r.id = f.record AND r.type = 'gig-service'))))::int AS strays
       FROM fact f WHERE f.district = '110112' AND f.kind = 'gig.served'`,
    );
    await end();
    expect(rows[0]?.facts).toBeGreaterThan(5);
    expect(rows[0]?.strays).toBe(0);
  });

  it('and only these two places of the house can count it at all', () => {
    const server = fileURLToPath(new URL('../../../', import.meta.url));
    const counting = readdirSync(server, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
      .filter((file) => /\bgigServed\b/.test(readFileSync(path.join(server, file), 'utf8')))
      .filter((file) => file !== 'modules/records/module.ts'); // passes the kind on
    expect(counting.sort()).toEqual(['modules/gigs/services/count.ts', 'modules/records/types/gig-service.ts']);
  });
});
