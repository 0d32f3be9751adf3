import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { type Box, inMemory } from './box.ts';
import type { Letter } from './letter.ts';
import { createOutbox } from './outbox.ts';

/** A server that happens once a key, and a network that can be cut: before the server, or on the way back. */
function city() {
  const done: Letter[] = [];
  const answers = new Map<string, unknown>();
  let cut: 'none' | 'there' | 'back' = 'none';
  let refuse: (letter: Letter) => Refusal | undefined = () => undefined;
  return {
    done,
    cutOff: (where: typeof cut) => {
      cut = where;
    },
    refuses: (rule: typeof refuse) => {
      refuse = rule;
    },
    send: async (letter: Letter): Promise<unknown> => {
      if (cut === 'there') throw new Refusal(0, { code: 'unreachable' });
      const refusal = refuse(letter);
      if (refusal) throw refusal;
      if (!answers.has(letter.key)) {
        done.push(letter);
        answers.set(letter.key, { number: done.length });
      }
      if (cut === 'back') throw new Refusal(0, { code: 'unreachable' });
      return answers.get(letter.key);
    },
  };
}

const open = (box: Box, server: ReturnType<typeof city>) => createOutbox({ box, send: server.send });
const checkIn = (worker: string, owner = 'counter') => ({
  owner,
  path: '/check-in',
  body: { worker },
  about: { what: 'check-in', worker },
});
const workersOf = (letters: readonly Letter[]) => letters.map(({ about }) => about.worker);

describe('the outbox', () => {
  it('sends at once while there is network, and keeps nothing', async () => {
    const server = city();
    const outbox = open(inMemory(), server);
    expect(await outbox.post(checkIn('a'))).toEqual({ is: 'done', answer: { number: 1 } });
    expect(outbox.look()).toEqual({ letters: [], sent: 0 });
  });

  it('keeps what is written without network, over a reload, and sends it once and in order when there is one', async () => {
    const server = city();
    const box = inMemory();
    server.cutOff('there');
    const before = open(box, server);
    for (const worker of ['a', 'b', 'c']) expect(await before.post(checkIn(worker))).toMatchObject({ is: 'waiting' });
    expect(workersOf(before.look().letters)).toEqual(['a', 'b', 'c']);

    const after = open(box, server);
    await after.flush('counter');
    expect(server.done).toEqual([]);
    server.cutOff('none');
    await Promise.all([after.flush('counter'), after.flush('counter')]);
    expect(workersOf(server.done)).toEqual(['a', 'b', 'c']);
    expect(after.look()).toEqual({ letters: [], sent: 3 });
  });

  it('sends again, under the same key, what was taken while the answer was lost', async () => {
    const server = city();
    const outbox = open(inMemory(), server);
    server.cutOff('back');
    expect(await outbox.post(checkIn('a'))).toMatchObject({ is: 'waiting' });
    server.cutOff('none');
    await outbox.flush('counter');
    expect(workersOf(server.done)).toEqual(['a']);
    expect(outbox.look().letters).toEqual([]);
  });

  it('lets nothing overtake what still waits', async () => {
    const server = city();
    const outbox = open(inMemory(), server);
    server.cutOff('there');
    await outbox.post(checkIn('a'));
    server.cutOff('none');
    expect(await outbox.post(checkIn('b'))).toMatchObject({ is: 'done', answer: { number: 2 } });
    expect(workersOf(server.done)).toEqual(['a', 'b']);
  });

  it('gives a refusal to whoever waits for it; one that comes later stays until somebody has settled it, and holds up nobody', async () => {
    const server = city();
    const outbox = open(inMemory(), server);
    server.refuses(({ about }) =>
      about.worker === 'full' ? new Refusal(409, { code: 'gig-order-full', message: '满了' }) : undefined,
    );
    expect(await outbox.post(checkIn('full'))).toMatchObject({ is: 'refused', error: { code: 'gig-order-full' } });
    expect(outbox.look().letters).toEqual([]);

    server.cutOff('there');
    await outbox.post(checkIn('full'));
    await outbox.post(checkIn('a'));
    server.cutOff('none');
    await outbox.flush('counter');
    expect(workersOf(server.done)).toEqual(['a']);
    const [left, ...others] = outbox.look().letters;
    expect(others).toEqual([]);
    expect(left).toMatchObject({ refused: { code: 'gig-order-full', message: '满了' } });
    await outbox.flush('counter');
    expect(outbox.look().letters).toHaveLength(1);
    await outbox.discard(left?.id ?? 0);
    expect(outbox.look().letters).toEqual([]);
  });

  it('sends what somebody wrote only while they are the one who is signed in', async () => {
    const server = city();
    const outbox = open(inMemory(), server);
    server.cutOff('there');
    await outbox.post(checkIn('a', 'ann'));
    server.cutOff('none');
    await outbox.flush('bob');
    expect(await outbox.post(checkIn('b', 'bob'))).toMatchObject({ is: 'done' });
    expect(workersOf(outbox.look().letters)).toEqual(['a']);
    server.refuses(() => new Refusal(401, { code: 'not-signed-in' }));
    await outbox.flush('ann');
    expect(outbox.look().letters).toHaveLength(1);
    server.refuses(() => undefined);
    await outbox.flush('ann');
    expect(workersOf(server.done)).toEqual(['b', 'a']);
  });

  it('waits for a server that is away, but not for ever for one that breaks on a letter', async () => {
    const server = city();
    const outbox = open(inMemory(), server);
    server.refuses(() => new Refusal(503, { code: 'database-away' }));
    await outbox.post(checkIn('a'));
    for (let again = 0; again < 20; again += 1) await outbox.flush('counter');
    expect(outbox.look().letters[0]?.refused).toBeUndefined();
    server.refuses(({ about }) => (about.worker === 'a' ? new Refusal(500, { code: 'unexpected' }) : undefined));
    await outbox.post(checkIn('b'));
    for (let again = 0; again < 5; again += 1) await outbox.flush('counter');
    expect(outbox.look().letters.map(({ about, refused }) => [about.worker, refused?.code])).toEqual([['a', 'unexpected']]);
    expect(workersOf(server.done)).toEqual(['b']);
  });

  it('does not let whoever wrote wait for a network that is neither there nor away', async () => {
    const box = inMemory();
    let answer: (answer: unknown) => void = () => undefined;
    const outbox = createOutbox({ box, patience: 20, send: () => new Promise((resolve) => (answer = resolve)) });
    expect(await outbox.post(checkIn('a'))).toMatchObject({ is: 'waiting' });
    answer({ number: 1 });
    await expect.poll(() => outbox.look()).toEqual({ letters: [], sent: 1 });
  });

  it('tells whoever looks of every change', async () => {
    const server = city();
    const outbox = open(inMemory(), server);
    const seen: number[] = [];
    const stop = outbox.subscribe(() => seen.push(outbox.look().letters.length));
    server.cutOff('there');
    await outbox.post(checkIn('a'));
    server.cutOff('none');
    await outbox.flush('counter');
    stop();
    await outbox.post(checkIn('b'));
    expect([Math.max(...seen), seen.at(-1)]).toEqual([1, 0]);
  });
});
