import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchBatch } from './ladder.ts';
import { anInput, anOrder, aWorker, market } from './market.fixture.ts';
import { freeze, replay, thaw } from './replay.ts';
import { solveInThread } from './solve-in-thread.ts';

describe('a batch that is kept', () => {
  it('comes to the same when it is run again from what was frozen, on every rung', () => {
    fc.assert(
      fc.property(
        market({ workers: 8, orders: 5, teams: ['s', 't'] }),
        fc.constantFrom(undefined, ['greedy'] as const, ['desk'] as const),
        fc.option(fc.nat(2), { nil: undefined }),
        (input, only, mostSteps) => {
          const was = matchBatch(input, { milliseconds: 60_000, only, mostSteps });
          expect(replay(freeze(input), was)).toEqual({ isSame: true, differs: [], output: { ...was, falls: expect.anything() } });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('freezes the same whatever the order of its keys, and is refused when it was touched', () => {
    const input = anInput([aWorker('a'), aWorker('b')], [anOrder('o')]);
    const { salt, ...others } = input;
    expect(freeze({ salt, ...others })).toEqual(freeze(input));
    const frozen = freeze(input);
    expect(thaw(frozen)).toEqual(JSON.parse(JSON.stringify(input)));
    expect(() => thaw({ ...frozen, bytes: freeze({ ...input, salt: 'other' }).bytes })).toThrow('hash');
  });

  it('says where it differs', () => {
    const input = anInput([aWorker('a')], [anOrder('o')]);
    const was = matchBatch(input, { milliseconds: 60_000 });
    expect(replay(freeze(input), { ...was, pairs: [] })).toMatchObject({ isSame: false, differs: ['pairs'] });
  });
});

describe('a batch in its thread', () => {
  const workers = Array.from({ length: 30 }, (_, at) => aWorker(`w${at}`, { mornings: at % 4 }));
  const input = anInput(workers, [anOrder('o', { seats: 10 })]);

  it('comes to the same as here, frozen, while this thread goes on', async () => {
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const { output, frozen, thread } = await solveInThread(input, { milliseconds: 20_000, grace: 40_000 });
    clearInterval(turning);
    expect(thread).toBe('answered');
    expect(output).toEqual(matchBatch(input, { milliseconds: 60_000 }));
    expect(Buffer.from(frozen.bytes)).toEqual(freeze(input).bytes);
    expect(replay(frozen, output).isSame).toBe(true);
    expect(turns).toBeGreaterThan(5);
  });

  it.each([
    ['that crashes', new URL('./crashing-thread.fixture.ts', import.meta.url), 'crashed', 'failed'],
    ['that is not there', new URL('./no-such-thread.ts', import.meta.url), 'crashed', 'failed'],
  ] as const)('is matched here without a proof after a thread %s', async (_, url, thread, why) => {
    const answer = await solveInThread(input, { milliseconds: 10_000, thread: url });
    expect(answer).toMatchObject({ thread, output: { rung: 'greedy', isProven: false } });
    expect(answer.output.pairs).toHaveLength(10);
    expect(answer.output.falls).toEqual([{ rung: 'cold', why }]);
    expect(replay(answer.frozen, answer.output).isSame).toBe(true);
  });

  it('is not waited for when it never ends', async () => {
    const began = performance.now();
    const url = new URL('./crashing-thread.fixture.ts', import.meta.url);
    const { thread, output } = await solveInThread(anInput([], []), { milliseconds: 100, grace: 400, thread: url });
    expect(thread).toBe('late');
    expect(output.falls[0]).toEqual({ rung: 'cold', why: 'late' });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('leaves many people to the counter when the thread is gone', async () => {
    const many = anInput(
      Array.from({ length: 1501 }, (_, at) => aWorker(`w${at}`, { mornings: at === 7 ? 3 : 0 })),
      [],
    );
    const { output } = await solveInThread(many, { milliseconds: 100, thread: new URL('./no-such-thread.ts', import.meta.url) });
    expect(output.rung).toBe('desk');
    expect(output.desk).toHaveLength(1501);
    expect(output.desk[0]).toBe('w7');
  });
});
