import { actorKey } from '../actor/actor.ts';
import { canonicalJson } from '../audit/canonical.ts';
import type { Work } from '../command/command.ts';
import type { Transaction } from '../database/transaction.ts';
import { assign, draw, freeze, hashOfInput, type Seed } from './draw.ts';

/** What goes into a draw, all of it: some of the candidates, or who gets which task and which pairs are barred. */
export type DrawInput =
  | { readonly method: 'take'; readonly candidates: readonly string[]; readonly take: number }
  | {
      readonly method: 'assign';
      readonly tasks: readonly string[];
      readonly people: readonly string[];
      readonly barred: readonly (readonly [task: string, person: string])[];
    };

/** Names in the order drawn, or each task with whom it goes to. */
export type DrawResult = readonly string[] | readonly (readonly [task: string, person: string])[];

export type HeldDraw = {
  readonly id: string;
  readonly purpose: string;
  readonly input: DrawInput;
  readonly inputHash: string;
  readonly seed: Seed;
  readonly result: DrawResult;
  /** ISO instant. */
  readonly drawnAt: string;
  readonly drawnBy: string;
};

export type DrawVerdict = {
  readonly isInputSame: boolean;
  readonly isResultSame: boolean;
  readonly inputHash: string;
  readonly result: DrawResult | undefined;
};

/** What a list and a seed give; undefined where no way of assigning exists, whatever the seed. */
export function resultOf(input: DrawInput, seed: Seed): DrawResult | undefined {
  if (input.method === 'take') return draw(input.candidates, seed, input.take);
  const barred = new Set(input.barred.map((pair) => JSON.stringify(pair)));
  const found = assign(input.tasks, input.people, (task, person) => !barred.has(JSON.stringify([task, person])), seed);
  return found && [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

const frozen = (input: DrawInput): DrawInput =>
  input.method === 'take'
    ? { ...input, candidates: freeze(input.candidates) }
    : {
        ...input,
        tasks: freeze(input.tasks),
        people: freeze(input.people),
        barred: [...new Set(input.barred.map((pair) => JSON.stringify(pair)))]
          .sort()
          .map((pair): [string, string] => JSON.parse(pair)),
      };

/**
 * Holds the draw for a purpose, once: whoever asks again gets the first one, whatever list they bring. The list is frozen and hashed
 * before the seed is taken from the system's randomness. Undefined where nobody may get some task.
 */
export async function holdDraw(work: Work, purpose: string, given: DrawInput): Promise<HeldDraw | undefined> {
  const { transaction, newId, now, actor, random } = work;
  const { client, district } = transaction;
  const held = await findDraw(transaction, { purpose });
  if (held) return held;
  const input = frozen(given);
  const inputHash = hashOfInput(input);
  const seed = random(32).toString('hex');
  const result = resultOf(input, seed);
  if (!result) return undefined;
  await client.query(
    `INSERT INTO draw (district, id, purpose, input, input_hash, seed, result, drawn_at, drawn_by)
     VALUES ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'), $7, $8, $9) ON CONFLICT (district, purpose) DO NOTHING`,
    [district, newId(), purpose, canonicalJson(input), inputHash, seed, JSON.stringify(result), now, actorKey(actor)],
  );
  return await findDraw(transaction, { purpose });
}

export async function findDraw(
  { client, district }: Transaction,
  by: { readonly purpose: string } | { readonly id: string },
): Promise<HeldDraw | undefined> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['purpose', by.purpose];
  const { rows } = await client.query<HeldDraw & { drawnAt: Date }>(
    `SELECT id, purpose, input, encode(input_hash, 'hex') AS "inputHash", encode(seed, 'hex') AS seed, result, drawn_at AS "drawnAt", drawn_by AS "drawnBy"
     FROM draw WHERE district = $1 AND ${column} = $2`,
    [district, value],
  );
  const [row] = rows;
  return row && { ...row, drawnAt: row.drawnAt.toISOString() };
}

/** Draws once more from what was kept, and says whether the list is the one that was hashed and the result the one that follows. */
export function verifyDraw({ input, inputHash, seed, result }: HeldDraw): DrawVerdict {
  const hash = hashOfInput(input);
  const again = resultOf(input, seed);
  return {
    isInputSame: hash === inputHash,
    isResultSame: again !== undefined && canonicalJson(again) === canonicalJson(result),
    inputHash: hash,
    result: again,
  };
}
