/** `leye gigs replay BATCH [--json]`: runs a round again from what it had looked at, beside a running server or without one. */
import { readConfig } from '../config.ts';
import { reachDatabase } from '../database-access.ts';
import { connect, type Database } from '../kernel/database/connect.ts';
import { inDistrict } from '../kernel/database/transaction.ts';
import { type Params, type Said, said, say } from '../kernel/i18n/said.ts';
import { Problem } from '../kernel/problem.ts';
import { type BatchReplay, replayKeptBatch } from '../modules/gigs/module.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Answers the exit code: 0 the same, or other words only; 1 not the same, no such round, or it cannot be run; 2 wrong call. */
export async function replayCommand(args: readonly string[]): Promise<number> {
  const isJson = args.includes('--json');
  const [batch = '', ...rest] = args.filter((arg) => arg !== '--json');
  if (!UUID.test(batch) || rest.length > 0) return 2;
  const opened = await reachDatabase(readConfig(process.env));
  try {
    const database = connect(opened.appUrl, { connections: 1 });
    try {
      return tell(await replayAnywhere(database, batch), batch, isJson);
    } finally {
      await database.close();
    }
  } finally {
    await opened.close();
  }
}

/** The round in whichever district holds it; what stands in the way, if anything does. */
export async function replayAnywhere(database: Database, batch: string): Promise<BatchReplay | Problem> {
  const { rows } = await database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
  let problem = new Problem('not-found', 'no-gig-batch');
  for (const { code } of rows) {
    try {
      return await inDistrict(database, code, (transaction) => replayKeptBatch(transaction, batch), 'read');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem = error;
      if (error.code !== 'no-gig-batch') break;
    }
  }
  return problem;
}

/** Says what came of it, and answers the exit code. */
export function tell(replay: BatchReplay | Problem, batch: string, isJson: boolean): number {
  if (replay instanceof Problem) {
    process.stderr.write(`${bilingual(problems[replay.code] ?? words.failed, { batch })}\n`);
    return 1;
  }
  const { verdict, differs, inputHash, outputHash, outputHashNow, milliseconds, effect } = replay;
  const isGood = verdict === 'same' || verdict === 'words';
  const lines = [
    `${isGood ? '✓' : '✗'} ${bilingual(words[verdict], { parts: differs.join(', ') })}`,
    `  ${bilingual(words.took, { milliseconds })}`,
    `  input   SHA-256  ${inputHash}`,
    `  output  SHA-256  ${outputHash}`,
    ...(outputHashNow === outputHash ? [] : [`  now     SHA-256  ${outputHashNow}`]),
    ...(effect ? [`  ${sayEffect(effect)}`] : []),
  ];
  process.stdout.write(isJson ? `${JSON.stringify(replay)}\n` : `${lines.join('\n')}\n`);
  return isGood ? 0 : 1;
}

const sayEffect = ({ people, matched, matchedWithout, morningsSeen: mornings }: NonNullable<BatchReplay['effect']>): string =>
  bilingual(words.effect, { people, matched, matchedWithout, mornings });

const bilingual = (text: Said, params: Params = {}): string => `${say(text, 'zh', params)}\n  ${say(text, 'en', params)}`;

const words = {
  same: said('重算一遍，和当时一模一样。', 'Run again, it comes to the same to the last letter.'),
  words: said(
    '重算一遍，谁派到哪里和当时一样，只是理由的说法不同（{parts}）。',
    'Run again, the same people get the same places; only the reasons differ ({parts}).',
  ),
  other: said('重算一遍，和当时不一样（{parts}）。', 'Run again, it comes to something else ({parts}).'),
  unknown: said(
    '重算一遍，和当时不完全一样；那一轮只留了指纹，说不出差在哪里。',
    'Run again, it is not quite the same; of that round only a hash was kept, so it cannot be said where.',
  ),
  failed: said('没能重算完。留存的数据没有动。', 'It could not be run to its end. What was kept is untouched.'),
  took: said('用时 {milliseconds} 毫秒', 'Took {milliseconds} ms'),
  effect: said(
    '连着空等 {mornings} 个早晨的 {people} 人，派到活 {matched} 人；不往前排是 {matchedWithout} 人。',
    'Of {people} who had waited {mornings} mornings, {matched} were matched; {matchedWithout} without the rule.',
  ),
} as const;

const problems: Readonly<Record<string, Said>> = {
  'no-gig-batch': said('没有编号为 {batch} 的一轮。', 'There is no round {batch}.'),
  'gig-batch-touched': said(
    '留存的数据与当时的指纹不符，不能重算。',
    'What is kept of it is not what its hash says; it cannot be run again.',
  ),
};
