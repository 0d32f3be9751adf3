import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor, StaffGrant } from '../../kernel/actor/actor.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import { verifyDraw } from '../../kernel/draw/hold-draw.ts';
import { DAY, type GigMarket, gigMarket, office, TOWN } from '../gigs/gigs.fixture.ts';
import { openStation } from '../gigs/market/station-commands.ts';
import { answerItem, handIn } from './commands/answer.ts';
import { openRound } from './commands/open-round.ts';
import { decideRemedy, reportRemedy } from './commands/remedy.ts';
import { replaceInspector } from './commands/replace-inspector.ts';
import { setRewards } from './commands/rewards.ts';
import { decideObjection, objectToGrade, settleStation } from './commands/settle.ts';
import type { Outcome } from './contract.ts';
import { proposalDocument } from './proposal-document.ts';
import { inspectionQuery } from './queries/inspection.ts';
import { stationGradesQuery } from './queries/published.ts';
import { drawVerdictsQuery, roundListQuery, roundQuery } from './queries/rounds.ts';
import { drawsOf } from './show.ts';
import { getRound } from './store.ts';
import { marketTasks } from './tasks.ts';

const OTHER_TOWN = '110112001000';

let market: GigMarket;
let other: string;
const serve = async (name: string, ...grants: StaffGrant[]): Promise<Extract<Actor, { kind: 'staff' }>> => {
  const id = randomUUID();
  const { client, end } = await market.rows();
  await client.query(
    `INSERT INTO staff (district, account, name, invited_by, invited_at) VALUES ('110112', $1, $2, 'test', now())`,
    [id, name],
  );
  for (const { role, area } of grants)
    await client.query(
      `INSERT INTO staff_grant (district, id, account, role, area, granted_by, granted_at) VALUES ('110112', $1, $2, $3, $4, 'test', now())`,
      [randomUUID(), id, role, area],
    );
  await end();
  return { kind: 'staff', id, name, grants };
};
const round = { title: '2026年第二季度检查', from: '2026-06-01', to: DAY, selfDays: 5, crossDays: 10, sample: 3 };
const refused = (code: string, params = {}) => expect.objectContaining({ code, params: expect.objectContaining(params) });

beforeAll(async () => {
  market = await gigMarket();
  const opened = await market.run(
    openStation,
    {
      name: { zh: '中仓零工驿站', en: 'Zhongcang gig station' },
      address: '示例路2号',
      area: OTHER_TOWN,
      telephone: '010-00000001',
      opensAt: '05:00',
      closesAt: '18:00',
      roundMinutes: 5,
      answerMinutes: 10,
    },
    office,
  );
  other = opened.station;
});
afterAll(() => market?.close());

describe('before there is anybody who could look', () => {
  test('a round is refused, and the reason says what to do', async () => {
    await serve('马驹桥的窗口', { role: 'station-officer', area: TOWN });
    await expect(market.run(openRound, { ...round, stations: [market.station] }, office)).rejects.toEqual(
      refused('market-no-inspector', { stations: '马驹桥零工市场' }),
    );
  });

  test('a specialist of another street is called in where there is no officer', async () => {
    const specialist = await serve('中仓的专员', { role: 'specialist', area: '110112001001' });
    const { round: id } = await market.run(
      openRound,
      { ...round, title: '试一轮', sample: 0, stations: [market.station] },
      office,
    );
    const shown = await market.ask(roundQuery, { round: id }, office);
    expect(shown.inRound[0]?.cross.inspectorName).toBe(specialist.name);
    await expect(
      market.run(replaceInspector, { inspection: shown.inRound[0]?.cross.id, reason: '本人调走了' }, office),
    ).rejects.toEqual(refused('market-no-inspector'));
  });

  test('days to come are not inspected', async () => {
    await expect(market.run(openRound, { ...round, to: '2026-06-19', stations: [market.station] }, office)).rejects.toEqual(
      refused('market-period-open'),
    );
  });
});

describe('a round from the draw to the grade', () => {
  let here: Actor;
  let there: Extract<Actor, { kind: 'staff' }>;
  let id: string;
  const shown = (actor: Actor = office) => market.ask(roundQuery, { round: id }, actor);
  const ofStation = async (station: string, actor?: Actor) => {
    const found = (await shown(actor)).inRound.find((one) => one.station === station);
    if (!found) throw new Error('the station is in the round');
    return found;
  };
  /** Answers every item that asks for one, and puts a file to it where it is to be proved. */
  const answer = async (inspection: string, actor: Actor, outcomes: Readonly<Record<string, Outcome>> = {}) => {
    const { items } = await market.ask(inspectionQuery, { inspection }, actor);
    for (const { code, shown: by, needsEvidence } of items) {
      if (by === 'records') continue;
      await market.run(
        answerItem,
        { inspection, item: code, outcome: outcomes[code] ?? 'met', note: '看过了，都在', evidence: [] },
        actor,
      );
      if (needsEvidence) await prove(`market:${inspection}:${code}`);
    }
  };
  const prove = async (place: string) => {
    const { client, end } = await market.rows();
    await client.query(
      `INSERT INTO evidence (district, sha256, name, type, size, uploaded_by, uploaded_by_name, uploaded_at)
       VALUES ('110112', repeat('a', 64), '照片.jpg', 'jpg', 10, 'test', '测试', now()) ON CONFLICT DO NOTHING`,
    );
    await client.query(
      `INSERT INTO evidence_use (district, place, sha256, units, by, at) VALUES ('110112', $1, repeat('a', 64), '{}', 'test', now())`,
      [place],
    );
    await end();
  };

  beforeAll(async () => {
    here = await serve('马驹桥的站长', { role: 'station-officer', area: TOWN });
    there = await serve('中仓的干部', { role: 'street-officer', area: OTHER_TOWN });
    id = (await market.run(openRound, { ...round, stations: [market.station, other] }, office)).round;
  });

  test('nobody looks at a station of their own street or town, and anybody can draw again', async () => {
    const found = await shown();
    expect(found.sampled).toHaveLength(3);
    expect((await ofStation(market.station)).cross.inspectorName).toBe('中仓的干部');
    expect((await ofStation(other)).cross.inspectorName).toMatch(/^马驹桥/);
    expect(found.selfDueOn).toBe('2026-06-26'); // the Dragon Boat holiday lies between
    const { draws } = await market.ask(drawVerdictsQuery, { round: id }, office);
    expect(draws).toEqual(found.draws.map((draw) => ({ id: draw.id, isInputSame: true, isResultSame: true })));
    const held = await inDistrict(market.kernel.database, '110112', async (transaction) =>
      drawsOf({ transaction }, await getRound(transaction, id)),
    );
    expect(held.map((draw) => verifyDraw(draw.held).isResultSame)).toEqual([true, true]);
  });

  test('an inspection is found by whoever holds it, and by no other station', async () => {
    const { self, cross } = await ofStation(market.station);
    for (const [inspection, actor] of [
      [self.id, there],
      [cross.id, here],
    ] as const) {
      await expect(market.ask(inspectionQuery, { inspection }, actor)).rejects.toEqual(refused('not-found'));
      await expect(
        market.run(answerItem, { inspection, item: 'P1', outcome: 'met', note: '', evidence: [] }, actor),
      ).rejects.toEqual(refused('not-found'));
    }
    const tasks = await inDistrict(market.kernel.database, '110112', (transaction) =>
      marketTasks({
        transaction,
        actor: there,
        district: '110112',
        now: market.clock.now(),
        today: DAY,
        kinds: market.kernel.kinds,
        services: market.kernel.services,
      }),
    );
    expect(tasks.map(({ code }) => code).sort()).toEqual(['market-cross', 'market-self']);
  });

  test('is handed in whole or not at all, and is not changed afterwards', async () => {
    const { self } = await ofStation(market.station);
    await expect(market.run(handIn, { inspection: self.id }, here)).rejects.toEqual(refused('market-unfinished'));
    await answer(self.id, here);
    await expect(
      market.run(answerItem, { inspection: self.id, item: 'R1', outcome: 'met', note: '', evidence: [] }, here),
      'wages are counted, never typed',
    ).rejects.toEqual(refused('market-by-records'));
    await market.run(handIn, { inspection: self.id }, here);
    await expect(
      market.run(answerItem, { inspection: self.id, item: 'P1', outcome: 'not', note: '', evidence: [] }, here),
    ).rejects.toEqual(refused('market-handed-in'));
  });

  test('each answers without the other: nobody but the office reads the first before both are in', async () => {
    const { rows } = await ofStation(market.station, there);
    expect(rows.every(({ self }) => self === null)).toBe(true);
    expect((await ofStation(market.station)).rows.some(({ self }) => self !== null)).toBe(true);
    await expect(market.run(settleStation, { round: id, station: market.station, decisions: [] }, office)).rejects.toEqual(
      refused('market-cross-missing'),
    );
  });

  test('where the two differ the office decides with a reason, and the grade follows', async () => {
    const { cross } = await ofStation(market.station);
    await answer(cross.id, there, { P1: 'partly', P2: 'not' });
    await market.run(handIn, { inspection: cross.id }, there);
    const { rows } = await ofStation(market.station, here);
    expect(rows.filter((row) => row.differs).map(({ item }) => item)).toEqual(['P1', 'P2']);
    const settle = (decisions: object[]) => market.run(settleStation, { round: id, station: market.station, decisions }, office);
    const p1 = { item: 'P1', outcome: 'partly', reason: '现场照片上座位不够' };
    await expect(settle([p1])).rejects.toEqual(refused('market-undecided', { n: 1 }));
    await expect(settle([p1, { item: 'P3', outcome: 'not', reason: '多写了一项' }])).rejects.toEqual(
      refused('market-nothing-differs'),
    );
    const { grade, points, of } = await settle([p1, { item: 'P2', outcome: 'not', reason: '厕所停用' }]);
    // Nothing was placed, paid or offered in these days: items by records are left out, fees apart, of which there was no complaint.
    expect([grade, points, of]).toEqual(['qualified', 51.5, 55]);
    expect((await ofStation(market.station)).remedies.map(({ item }) => item).sort()).toEqual(['P1', 'P2']);
    await expect(settle([])).rejects.toEqual(refused('market-settled'));
  });

  test('the station objects once; the office answers for good; only then is the grade published', async () => {
    expect((await market.ask(stationGradesQuery, {}, { kind: 'visitor' })).grades).toEqual([]);
    const object = { round: id, station: market.station, reason: '座位那天借出去了，第二天就还回来' };
    await expect(market.run(objectToGrade, object, there)).rejects.toEqual(refused('not-found'));
    await market.run(objectToGrade, object, here);
    await expect(market.run(objectToGrade, object, here)).rejects.toEqual(refused('market-objected'));
    const changes = [{ item: 'P1', outcome: 'met', reason: '补看了录像，座位够' }];
    const { grade } = await market.run(
      decideObjection,
      { round: id, station: market.station, changes, reason: '异议成立一项' },
      office,
    );
    expect(grade, 'of half the points nothing was recorded: no model yet').toBe('qualified');
    expect((await market.ask(stationGradesQuery, {}, { kind: 'visitor' })).grades).toMatchObject([
      { station: market.station, grade: 'qualified', points: 53, ofPoints: 55 },
    ]);
    expect((await ofStation(market.station)).remedies.map(({ item, state }) => [item, state]).sort()).toEqual([
      ['P1', 'met'],
      ['P2', 'open'],
    ]);
  });

  test('what was not met is reported, looked at again, and given a new date while it is not', async () => {
    const of = { round: id, station: market.station, item: 'P2' };
    const report = () => market.run(reportRemedy, { ...of, report: '厕所已修好开放', evidence: [] }, here);
    await report();
    await expect(market.run(decideRemedy, { ...of, met: false, reason: '还是没开门' }, office)).rejects.toEqual(
      refused('market-remedy-date'),
    );
    await market.run(decideRemedy, { ...of, met: false, reason: '还是没开门', dueOn: '2026-07-31' }, office);
    await report();
    await market.run(decideRemedy, { ...of, met: true, reason: '现场看过，能用' }, office);
    await expect(report()).rejects.toEqual(refused('market-remedy-met'));
  });

  test('rewards are proposals from a day on; until then the paper says that they are to be set', async () => {
    const paper = async () => {
      const { rewards } = await market.ask(roundListQuery, {}, office);
      const ground = { ...(await shown()), stations: (await shown()).inRound, rewards, draw: 'x', today: DAY };
      return proposalDocument({ ...ground, district: { zh: '通州区', en: 'Tongzhou' } }, 'zh');
    };
    const before = JSON.stringify((await paper()).blocks);
    expect(before).toContain('待定');
    expect(before).toContain('不是拨款通知');
    const content = { excellent: 30_000, good: 10_000, qualified: 5000 };
    await expect(market.run(setRewards, { fromOn: '2026-06-01', content, reason: '试行标准' }, office)).rejects.toEqual(
      refused('market-reward-past'),
    );
    await market.run(setRewards, { fromOn: DAY, content, reason: '试行标准' }, office);
    expect(JSON.stringify((await paper()).blocks)).toContain('5,000');
    expect((await writeDocx(await paper())).subarray(0, 2).toString()).toBe('PK');
  });

  test('whoever cannot come is replaced by another draw, and the newcomer begins anew', async () => {
    const { cross } = await ofStation(other);
    await market.run(replaceInspector, { inspection: cross.id, reason: '请了长假' }, office);
    const after = (await ofStation(other)).cross;
    expect(after.inspectorName).not.toBe(cross.inspectorName);
    expect((await shown()).draws.map(({ purpose }) => purpose)).toEqual(['inspectors', 'items', 'replacement']);
  });

  test('stands on the timeline of the task', async () => {
    const { client, end } = await market.rows();
    const { rows } = await client.query<{ code: string }>(
      "SELECT code FROM timeline_entry WHERE measure = 14 AND code LIKE 'market-%' ORDER BY code DESC",
    );
    await end();
    expect(rows.map(({ code }) => code)).toEqual([
      'market-round-opened',
      'market-round-opened',
      'market-objection-decided',
      'market-graded',
    ]);
  });
});
