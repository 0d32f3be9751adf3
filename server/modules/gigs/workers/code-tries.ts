import type { Work } from '../../../kernel/command/command.ts';
import { LastingProblem, Problem, type ProblemDetail } from '../../../kernel/problem.ts';

/** So many wrong codes a worker may type in so many minutes; whoever guesses needs years for six digits, and days for a team's four. */
const MOST_WRONG = 5;
const MINUTES = 10;
const MINUTE_MS = 60_000;

type Tries = { readonly wrong: number; readonly since: Date; readonly last: string };

export type TypedCode = {
  readonly worker: string;
  readonly kind: 'site' | 'team';
  /** What was typed, and for what: the same again, from a phone that heard no answer, is no other try. */
  readonly typed: string;
  /** Asked only while there are tries left. */
  readonly isRight: () => boolean | Promise<boolean>;
  /** Said of a wrong one, with the tries that are `left`. */
  readonly wrong: { readonly kind: 'conflict' | 'invalid'; readonly code: string; readonly details?: readonly ProblemDetail[] };
  /** Said when there are none, with the `minutes` to wait. */
  readonly none: string;
};

/**
 * A code that somebody may only know from others. A wrong one is counted although the command is refused; a right one takes none of them
 * back, or whoever knows one code could guess another for ever. The caller holds the worker or their placement, so that many at once are
 * limited too.
 * @throws Problem `none`, `wrong`
 */
export async function requireCode(work: Work, { worker, kind, typed, isRight, wrong: told, none }: TypedCode): Promise<void> {
  const { transaction, now } = work;
  const { client, district } = transaction;
  const from = new Date(now.getTime() - MINUTES * MINUTE_MS);
  const { rows } = await client.query<Tries>(
    'SELECT wrong, since, last FROM gig_code_try WHERE district = $1 AND worker = $2 AND kind = $3 AND since > $4 FOR UPDATE',
    [district, worker, kind, from],
  );
  const [before] = rows;
  if (before && before.wrong >= MOST_WRONG) throw new Problem('conflict', none, waiting(before.since, now));
  if (await isRight()) return;
  if (before?.last === typed) throw new Problem(told.kind, told.code, { left: MOST_WRONG - before.wrong }, told.details);
  const counted = await client.query<Tries>(
    `INSERT INTO gig_code_try AS t (district, worker, kind, wrong, since, last) VALUES ($1, $2, $3, 1, $4, $6)
     ON CONFLICT (district, worker, kind) DO UPDATE SET
       wrong = CASE WHEN t.since > $5 THEN t.wrong + 1 ELSE 1 END,
       since = CASE WHEN t.since > $5 THEN t.since ELSE excluded.since END, last = excluded.last
     RETURNING wrong, since, last`,
    [district, worker, kind, now, from, typed],
  );
  const { wrong, since } = counted.rows[0] ?? { wrong: 1, since: now };
  if (wrong >= MOST_WRONG) throw new LastingProblem('conflict', none, waiting(since, now));
  throw new LastingProblem(told.kind, told.code, { left: MOST_WRONG - wrong }, told.details);
}

const waiting = (since: Date, now: Date) => ({
  tries: MOST_WRONG,
  minutes: Math.max(1, Math.ceil(MINUTES - (now.getTime() - since.getTime()) / MINUTE_MS)),
});
