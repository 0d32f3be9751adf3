import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Problem } from '../kernel/problem.ts';
import { runBatch } from '../modules/gigs/dawn/run-batch.ts';
import { DAWN, type GigMarket, gigMarket } from '../modules/gigs/gigs.fixture.ts';
import { replayAnywhere, replayCommand, tell } from './gigs-replay.ts';

let market: GigMarket;
let batch: string;
beforeAll(async () => {
  market = await gigMarket();
  market.clock.moveTo(new Date(DAWN));
  const employer = await market.employer();
  await market.worker();
  await market.order(employer);
  batch = (await runBatch(market.kernel, market.district, market.station))?.batch ?? '';
});
afterAll(() => market.close());

/** What is told of a round, and the exit code. */
async function told(id: string, isJson = false) {
  const said = { out: '', err: '' };
  const replay = await replayAnywhere(market.kernel.database, id);
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream === 'stdout' ? 'out' : 'err'] += String(text);
      return true;
    }),
  );
  try {
    return { replay, code: tell(replay, id, isJson), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('leye gigs replay', () => {
  it('finds a round in whichever district it was, and says in both languages that it comes to the same', async () => {
    const { replay, code, out } = await told(batch);
    expect(code).toBe(0);
    expect(out).toContain('和当时一模一样');
    expect(out).toContain('comes to the same');
    if (replay instanceof Problem) throw replay;
    expect(out).toContain(replay.inputHash);
    expect(JSON.parse((await told(batch, true)).out)).toMatchObject({ verdict: 'same', differs: [] });
  });

  it('fails where the result is another, or there is no such round', async () => {
    const { replay } = await told(batch);
    if (replay instanceof Problem) throw replay;
    const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    expect(tell({ ...replay, verdict: 'other', differs: ['pairs'] }, batch, false)).toBe(1);
    write.mockRestore();
    const { code, err } = await told(market.station);
    expect(code).toBe(1);
    expect(err).toContain('There is no round');
  });

  it('is not understood without the number of a round', async () => {
    expect(await replayCommand([])).toBe(2);
    expect(await replayCommand(['nothing'])).toBe(2);
    expect(await replayCommand([batch, 'more'])).toBe(2);
  });
});
