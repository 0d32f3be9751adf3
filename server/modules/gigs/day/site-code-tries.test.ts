import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../../tests/refusal.ts';
import { counter, DAWN, type GigMarket, gigMarket } from '../gigs.fixture.ts';
import { confirmAttendance } from './confirm.ts';
import { beijing, codeOf, iso, placedIn, type TestEmployer, type TestWorker } from './day.fixture.ts';
import { endShift, startShift } from './shift.ts';

let market: GigMarket;
let employer: TestEmployer;
beforeAll(async () => {
  market = await gigMarket();
});
afterAll(() => market.close());
beforeEach(async () => {
  market.clock.moveTo(new Date(DAWN));
  employer = await market.employer();
});

/** Somebody at the gate at ten to seven, and what they type. */
async function atTheGate() {
  const worker = await market.worker();
  const order = await market.order(employer);
  const placement = await placedIn(market, order.id, worker);
  market.clock.moveTo(beijing('06:50'));
  const right = codeOf(market, order.id, 'start');
  let typed = 0;
  const another = (): string => {
    typed += 1;
    const code = String(typed).padStart(6, '0');
    return code === right ? another() : code;
  };
  return {
    worker,
    placement,
    order: order.id,
    right: () => market.run(startShift, { placement, code: right }, worker.actor),
    wrong: (code = another()) => refusal(market.run(startShift, { placement, code }, worker.actor)),
  };
}

const countedWrong = async ({ id }: TestWorker): Promise<number | undefined> => {
  const { client, end } = await market.rows();
  const { rows } = await client.query<{ wrong: number }>('SELECT wrong FROM gig_code_try WHERE worker = $1', [id]);
  await end();
  return rows[0]?.wrong;
};

describe('a wrong site code', () => {
  it('says how many tries are left; the fifth in ten minutes closes the door, even to the right code, until they are over', async () => {
    const gate = await atTheGate();
    for (const left of [4, 3, 2, 1]) expect(await gate.wrong()).toMatchObject({ code: 'gig-site-code-wrong', params: { left } });
    expect(await gate.wrong()).toMatchObject({
      kind: 'conflict',
      code: 'gig-site-code-tries',
      params: { tries: 5, minutes: 10 },
    });
    market.clock.moveTo(beijing('06:56'));
    expect(await refusal(gate.right())).toMatchObject({ code: 'gig-site-code-tries', params: { minutes: 4 } });
    // Nobody else is kept waiting.
    const other = await atTheGate();
    await other.right();
    market.clock.moveTo(beijing('07:00'));
    expect(await gate.right()).toMatchObject({ state: 'started' });
  });

  it('sent again by a phone that heard no answer is no other try', async () => {
    const gate = await atTheGate();
    for (const left of [4, 4, 4]) expect(await gate.wrong('999999')).toMatchObject({ params: { left } });
    expect(await gate.wrong()).toMatchObject({ params: { left: 3 } });
  });

  it('counts from ten minutes before: what is older is forgotten', async () => {
    const gate = await atTheGate();
    for (let at = 0; at < 4; at += 1) await gate.wrong();
    market.clock.moveTo(beijing('07:00'));
    expect(await gate.wrong()).toMatchObject({ params: { left: 4 } });
    expect(await countedWrong(gate.worker)).toBe(1);
  });

  it('is counted however many come at once, and stays in the audit although nothing was done', async () => {
    const gate = await atTheGate();
    const answers = await Promise.all(Array.from({ length: 12 }, () => gate.wrong()));
    expect(answers.filter(({ code }) => code === 'gig-site-code-wrong')).toHaveLength(4);
    expect(await countedWrong(gate.worker)).toBe(5);
    const { client, end } = await market.rows();
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM audit_entry WHERE action = 'gigs.start-shift' AND outcome = 'refused' AND actor = $1`,
      [`resident:${gate.worker.id}`],
    );
    await end();
    expect(rows[0]?.n).toBe(5);
  });

  it('for the end is not forgiven for knowing the start', async () => {
    const gate = await atTheGate();
    await gate.right();
    market.clock.moveTo(beijing('16:00'));
    const end = (code: string) => market.run(endShift, { placement: gate.placement, code }, gate.worker.actor);
    const right = codeOf(market, gate.order, 'end');
    const wrong = ['000001', '000002', '000003', '000004', '000005', '000006'].filter((code) => code !== right);
    for (let at = 0; at < 4; at += 1) {
      expect(await refusal(end(wrong[at] ?? ''))).toMatchObject({ code: 'gig-site-code-wrong' });
      await gate.right();
    }
    expect(await refusal(end(wrong[4] ?? ''))).toMatchObject({ code: 'gig-site-code-tries' });
  });

  it('keeps nobody from being noted by the foreman or at the counter meanwhile', async () => {
    const gate = await atTheGate();
    const second = await atTheGate();
    for (const one of [gate, second]) for (let at = 0; at < 5; at += 1) await one.wrong();
    const came = (one: typeof gate) => ({
      order: one.order,
      people: [{ placement: one.placement, came: true, startedAt: iso('06:45') }],
    });
    expect(await market.run(confirmAttendance, came(gate), employer.manager)).toMatchObject({ started: 1 });
    expect(await market.run(confirmAttendance, came(second), counter)).toMatchObject({ started: 1 });
  });
});
