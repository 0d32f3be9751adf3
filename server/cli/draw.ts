/** `leye draw verify ID`: draws once more from what was published, beside a running server or without one. */
import { readConfig } from '../config.ts';
import { reachDatabase } from '../database-access.ts';
import { connect, type Database } from '../kernel/database/connect.ts';
import { inDistrict } from '../kernel/database/transaction.ts';
import { findDraw, type HeldDraw, verifyDraw } from '../kernel/draw/hold-draw.ts';
import { type Params, type Said, said, say } from '../kernel/i18n/said.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Answers the exit code: 0 the same again, 1 another result or no such draw, 2 wrong call. */
export async function drawCommand(args: string[]): Promise<number> {
  const [verb, id = '', ...rest] = args;
  if (verb !== 'verify' || !UUID.test(id) || rest.length > 0) {
    process.stderr.write(`${bilingual(words.usage)}\n`);
    return 2;
  }
  const opened = await reachDatabase(readConfig(process.env));
  try {
    const database = connect(opened.appUrl, { connections: 1 });
    try {
      const found = await findAnywhere(database, id);
      if (!found) {
        process.stderr.write(`${bilingual(words.none, { id })}\n`);
        return 1;
      }
      const { lines, isSame } = tellVerdict(found);
      console.log(lines.join('\n'));
      return isSame ? 0 : 1;
    } finally {
      await database.close();
    }
  } finally {
    await opened.close();
  }
}

async function findAnywhere(database: Database, id: string): Promise<HeldDraw | undefined> {
  const { rows } = await database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
  for (const { code } of rows) {
    const found = await inDistrict(database, code, (transaction) => findDraw(transaction, { id }), 'read');
    if (found) return found;
  }
  return undefined;
}

/** What stands published of a draw, and what drawing it again gives. */
export function tellVerdict(held: HeldDraw): { readonly lines: readonly string[]; readonly isSame: boolean } {
  const { isInputSame, isResultSame, inputHash } = verifyDraw(held);
  const isSame = isInputSame && isResultSame;
  const result = held.result.map((one) => (typeof one === 'string' ? one : one.join(' → '))).join('\n    ');
  return {
    isSame,
    lines: [
      `${isSame ? '✓' : '✗'} ${bilingual(isSame ? words.same : isInputSame ? words.otherResult : words.otherInput, { now: inputHash })}`,
      `  ${bilingual(words.about, { purpose: held.purpose, at: held.drawnAt })}`,
      `  SHA-256  ${held.inputHash}`,
      `  ${bilingual(words.seed, { seed: held.seed })}`,
      `    ${result}`,
    ],
  };
}

const bilingual = (text: Said, params: Params = {}): string => `${say(text, 'zh', params)}\n  ${say(text, 'en', params)}`;

const words = {
  usage: said('用法：leye draw verify 抽签编号', 'Usage: leye draw verify ID'),
  none: said('没有编号为 {id} 的抽签。', 'There is no draw {id}.'),
  same: said('重抽一次，名单和结果都与公布的一致。', 'Drawn again: the list and the result are those published.'),
  otherInput: said(
    '名单与公布的指纹不符，现在的指纹是 {now}。',
    'The list is not the one whose hash was published; its hash is {now} now.',
  ),
  otherResult: said('名单没有变，重抽的结果与公布的不同。', 'The list is unchanged, but drawing again gives another result.'),
  about: said('用途：{purpose}；抽签时间：{at}', 'For {purpose}; drawn at {at}'),
  seed: said('种子：{seed}；结果：', 'Seed: {seed}; result:'),
} as const;
