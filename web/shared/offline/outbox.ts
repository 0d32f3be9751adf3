import { newKey } from '../client.ts';
import { isRefusal } from '../refusal.ts';
import type { Box } from './box.ts';
import type { Letter, Outcome } from './letter.ts';

export type Outbox = {
  /**
   * Writes a change down and sends it, after everything that was written before it. A refusal that comes while the writer waits is the
   * writer's; one that comes later stays in the box until somebody has settled it.
   */
  post<Answer>(letter: Pick<Letter, 'owner' | 'path' | 'body' | 'about'>): Promise<Outcome<Answer>>;
  /** Sends what waits, in order, as far as the network goes. */
  flush(owner: string): Promise<void>;
  /** Takes a letter out: a refused one that was looked into, or one that should not go after all. */
  discard(id: number): Promise<void>;
  /** What it holds now; the same object until something changes. */
  look(): State;
  subscribe(listener: () => void): () => void;
};

export type State = {
  readonly letters: readonly Letter[];
  /** How many that had waited have gone since the page was opened. */
  readonly sent: number;
};

type Means = {
  readonly box: Box;
  /** Throws Refusal; status 0 where nothing answered. */
  readonly send: (letter: Letter) => Promise<unknown>;
  readonly now?: () => Date;
  readonly newKey?: () => string;
  /** One sender at a time, over all windows of this browser. */
  readonly alone?: (work: () => Promise<void>) => Promise<void>;
  /** Milliseconds after which whoever wrote goes on, while the letter is still on its way. */
  readonly patience?: number;
};

/** A server that fails in the same way so often will not be helped by waiting; whoever stands behind must not wait for it. */
const MOST_TRIES = 5;
/** A network that is neither there nor away must not hold up the next person in the line. */
const PATIENCE = 4_000;

export function createOutbox({
  box,
  send,
  now = () => new Date(),
  newKey: key = newKey,
  alone = inTurn(),
  patience = PATIENCE,
}: Means): Outbox {
  let state: State = { letters: [], sent: 0 };
  const listeners = new Set<() => void>();
  /** Those whose writer still waits, by the letter's place. */
  const waiting = new Map<number, (outcome: Outcome<unknown>) => void>();

  const show = async (sent = 0) => {
    state = { letters: await box.letters(), sent: state.sent + sent };
    for (const listener of listeners) listener();
  };
  void show();

  /** Whoever waits for this letter, who from now on waits no more. */
  const writerOf = (letter: Letter) => {
    const writer = waiting.get(letter.id);
    waiting.delete(letter.id);
    return writer;
  };
  const letGo = (letter: Letter) => writerOf(letter)?.({ is: 'waiting', letter });

  /** False where it makes no sense to go on with the next: nothing answers, or nobody is signed in. */
  const deliver = async (letter: Letter): Promise<boolean> => {
    try {
      const answer = await send(letter);
      const writer = writerOf(letter);
      await box.remove(letter.id);
      await show(writer ? 0 : 1);
      writer?.({ is: 'done', answer });
      return true;
    } catch (error) {
      // What is no refusal broke on the way.
      const [status, code] = isRefusal(error) ? [error.status, error.code] : [0, 'unreachable'];
      if (isAway(status)) return false;
      const tries = letter.tries + 1;
      if (status >= 500 && tries < MOST_TRIES) {
        await box.change({ ...letter, tries });
        return false;
      }
      const writer = writerOf(letter);
      if (writer) await box.remove(letter.id);
      else await box.change({ ...letter, tries, refused: { code, message: error instanceof Error ? error.message : code } });
      await show();
      writer?.({ is: 'refused', error });
      return true;
    }
  };

  const flush = (owner: string): Promise<void> =>
    alone(async () => {
      // What another window has sent or written meanwhile is seen here, not remembered.
      for (const letter of await box.letters()) {
        if (letter.owner !== owner || letter.refused) continue;
        if (!(await deliver(letter))) break;
      }
      await show();
      for (const letter of state.letters) if (!letter.refused) letGo(letter);
    });

  return {
    async post<Answer>(given: Pick<Letter, 'owner' | 'path' | 'body' | 'about'>): Promise<Outcome<Answer>> {
      const letter = await box.add({ ...given, key: key(), at: now().toISOString(), tries: 0 });
      const outcome = new Promise<Outcome<unknown>>((resolve) => waiting.set(letter.id, resolve));
      void show();
      const impatient = setTimeout(() => letGo(letter), patience);
      void flush(given.owner).finally(() => clearTimeout(impatient));
      return (await outcome) as Outcome<Answer>; // reason: the server's answer to the path that the caller named
    },
    flush,
    async discard(id) {
      await box.remove(id);
      await show();
    },
    look: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Nothing answers, too much is asked, or nobody is signed in any more: the letter is as good as before. */
const isAway = (status: number): boolean => [0, 401, 408, 429, 502, 503, 504].includes(status);

/** One after another within this page. */
function inTurn(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (work) => {
    last = last.then(work, work);
    return last;
  };
}
