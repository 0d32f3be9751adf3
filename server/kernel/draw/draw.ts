/**
 * A replayable draw (抽签): who or what is taken follows from a frozen list and a seed, and from nothing else. Anybody who has both can
 * repeat it. Nobody can work towards a result, because the seed is taken after the list was frozen (`hold-draw.ts`).
 *
 * The ranking is by HMAC-SHA-256, keyed with the seed, of each candidate's name: the order in which candidates were written down does
 * not matter, and one candidate's place tells nothing about another's.
 */
import { createHash, createHmac } from 'node:crypto';
import { canonicalJson } from '../audit/canonical.ts';

/** Hexadecimal, 32 bytes. */
export type Seed = string;

/** SHA-256 of what goes into a draw, as it is published. The order of keys does not matter. */
export const hashOfInput = (input: unknown): string => createHash('sha256').update(canonicalJson(input)).digest('hex');

/** The one way to write a list of candidates down. @throws RangeError where one is there twice: it would have two chances */
export function freeze(candidates: readonly string[]): readonly string[] {
  const frozen = [...candidates].sort();
  const twice = frozen.find((candidate, at) => candidate === frozen[at + 1]);
  if (twice !== undefined) throw new RangeError(`the candidate ${twice} is there twice`);
  return Object.freeze(frozen);
}

/** All candidates, in the order in which the seed draws them. `round`: another order under the same seed. */
export function rank(candidates: readonly string[], seed: Seed, round = ''): readonly string[] {
  const key = Buffer.from(seed, 'hex');
  if (key.length !== 32) throw new RangeError('a seed is 32 bytes in hexadecimal');
  return freeze(candidates)
    .map((candidate) => ({
      candidate,
      lot: createHmac('sha256', key)
        .update(JSON.stringify([round, candidate]))
        .digest('hex'),
    }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .map(({ candidate }) => candidate);
}

/** So many of the candidates; all of them where there are fewer. */
export const draw = (candidates: readonly string[], seed: Seed, take: number): readonly string[] =>
  rank(candidates, seed).slice(0, take);

/** Whether somebody may get a task: nobody their own. */
type Allowed = (task: string, person: string) => boolean;

/** Orders tried before one is mended: as good as never reached where about every third order will do. */
const ATTEMPTS = 64;

/**
 * Who gets which task: everybody about as many as everybody else, and no task goes to whom it may not. Of all the ways that there are,
 * one is drawn; each is as likely as the others as long as one in a few dozen will do. Undefined where there is none at all.
 */
export function assign(
  tasks: readonly string[],
  people: readonly string[],
  allowed: Allowed,
  seed: Seed,
): ReadonlyMap<string, string> | undefined {
  const each = Math.ceil(tasks.length / Math.max(1, people.length));
  // With so many tasks each there may be no way to keep to what is allowed; with one more each there may be.
  for (let most = each; most <= tasks.length; most += 1) {
    const seats = people.flatMap((person) => Array.from({ length: most }, (_, no) => ({ person, seat: `${no} ${person}` })));
    const personOf = new Map(seats.map(({ seat, person }) => [seat, person]));
    const names = [...personOf.keys()];
    const free = freeze(tasks);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const order = rank(names, seed, `${most} ${attempt}`).map((seat) => personOf.get(seat) ?? '');
      if (free.every((task, at) => allowed(task, order[at] ?? '')))
        return new Map(free.map((task, at) => [task, order[at] ?? '']));
    }
    const mended = match(rank(free, seed), rank(names, seed), (task, seat) => allowed(task, personOf.get(seat) ?? ''));
    if (mended) return new Map([...mended].map(([task, seat]) => [task, personOf.get(seat) ?? '']));
  }
  return tasks.length === 0 ? new Map() : undefined;
}

/** Who looks at whom, each at one and each looked at by one; nobody at themselves. @throws RangeError for fewer than two */
export function derangement(members: readonly string[], seed: Seed): ReadonlyMap<string, string> {
  const found = members.length < 2 ? undefined : assign(members, members, (one, other) => one !== other, seed);
  if (!found) throw new RangeError('one alone can only look at themselves');
  return found;
}

/** A seat for every task by augmenting paths (Kuhn 1955), in the drawn order; undefined where some task stays without one. */
function match(tasks: readonly string[], seats: readonly string[], allowed: Allowed): ReadonlyMap<string, string> | undefined {
  const taskAt = new Map<string, string>();
  const seatFor = (task: string, tried: Set<string>): boolean => {
    for (const seat of seats) {
      if (tried.has(seat) || !allowed(task, seat)) continue;
      tried.add(seat);
      const sitting = taskAt.get(seat);
      if (sitting === undefined || seatFor(sitting, tried)) {
        taskAt.set(seat, task);
        return true;
      }
    }
    return false;
  };
  if (!tasks.every((task) => seatFor(task, new Set()))) return undefined;
  return new Map([...taskAt].map(([seat, task]) => [task, seat]));
}
