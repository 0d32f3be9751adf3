import type { Work } from '../../../kernel/command/command.ts';
import { LastingProblem, Problem } from '../../../kernel/problem.ts';
import { siteCode } from './site-code.ts';

/** So many wrong codes a worker may type in so many minutes; whoever guesses needs years for six digits. */
const MOST_WRONG = 5;
const MINUTES = 10;
const MINUTE_MS = 60_000;

/**
 * The code of the site, typed by a worker. A wrong one is counted although the command is refused; a right one takes none of them back,
 * or whoever has the first code could guess the second for ever. The same wrong code once more, from a phone that heard no answer, is no
 * other try. The placement is held, so that many at once are limited too.
 * @throws Problem `gig-site-code-wrong` with the tries that are `left`; `gig-site-code-tries` with the `minutes` to wait
 */
export async function requireSiteCode(
  { transaction, services, district, now }: Work,
  { worker, order, code, what }: { worker: string; order: string; code: string; what: 'start' | 'end' },
): Promise<void> {
  const { client } = transaction;
  const from = new Date(now.getTime() - MINUTES * MINUTE_MS);
  const { rows } = await client.query<{ wrong: number; since: Date; last: string }>(
    'SELECT wrong, since, last FROM gig_code_try WHERE district = $1 AND worker = $2 AND since > $3 FOR UPDATE',
    [district, worker, from],
  );
  const [before] = rows;
  if (before && before.wrong >= MOST_WRONG) throw new Problem('conflict', 'gig-site-code-tries', waiting(before.since, now));
  if (code === siteCode(services.seal, district, order, what)) return;
  const last = `${what} ${order} ${code}`;
  if (before?.last === last) throw new Problem('conflict', 'gig-site-code-wrong', { left: MOST_WRONG - before.wrong });
  const counted = await client.query<{ wrong: number; since: Date }>(
    `INSERT INTO gig_code_try AS t (district, worker, wrong, since, last) VALUES ($1, $2, 1, $3, $5)
     ON CONFLICT (district, worker) DO UPDATE SET
       wrong = CASE WHEN t.since > $4 THEN t.wrong + 1 ELSE 1 END,
       since = CASE WHEN t.since > $4 THEN t.since ELSE excluded.since END, last = excluded.last
     RETURNING wrong, since`,
    [district, worker, now, from, last],
  );
  const { wrong, since } = counted.rows[0] ?? { wrong: 1, since: now };
  if (wrong >= MOST_WRONG) throw new LastingProblem('conflict', 'gig-site-code-tries', waiting(since, now));
  throw new LastingProblem('conflict', 'gig-site-code-wrong', { left: MOST_WRONG - wrong });
}

const waiting = (since: Date, now: Date) => ({
  tries: MOST_WRONG,
  minutes: Math.max(1, Math.ceil(MINUTES - (now.getTime() - since.getTime()) / MINUTE_MS)),
});
