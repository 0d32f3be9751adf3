/** `leye audit verify | checkpoint | export`: the audit log from the command line, beside a running server or without one. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { reachDatabase } from '../database-access.ts';
import { takeCheckpoint } from '../kernel/audit/checkpoint.ts';
import { type CheckpointKeys, checkpointKeys } from '../kernel/audit/checkpoint-key.ts';
import { createExporter, eachCheckpoint } from '../kernel/audit/export-checkpoints.ts';
import { type AuditVerification, verifyAudit } from '../kernel/audit/verify.ts';
import { readWitness, WitnessSettingError, type WitnessSettings, witnessLine } from '../kernel/audit/witness.ts';
import { auditFindingWords } from '../kernel/audit/words.ts';
import { systemClock } from '../kernel/clock.ts';
import { connect, type Database } from '../kernel/database/connect.ts';
import { type Params, type Said, said, say } from '../kernel/i18n/said.ts';

type Reached = {
  readonly database: Database;
  readonly districts: readonly string[];
  readonly keys: CheckpointKeys;
  readonly witness: WitnessSettings;
};

/** Answers the exit code: 0 intact or done, 1 broken or failed with a sentence, 2 wrong call. */
export async function auditCommand(args: string[]): Promise<number> {
  const call = understood(args);
  if (!call) {
    process.stderr.write(`${bilingual(words.usage)}\n`);
    return 2;
  }
  try {
    return await withDatabase(call.district, async (reached) => {
      if (call.verb === 'verify') return await verify(reached, call.witness);
      if (call.verb === 'checkpoint') return await checkpoint(reached);
      return await exportTo(reached, call.file);
    });
  } catch (error) {
    const sentence = explained(error);
    if (!sentence) throw error;
    process.stderr.write(`${sentence}\n`);
    return 1;
  }
}

type Call = {
  readonly verb: 'verify' | 'checkpoint' | 'export';
  readonly district?: string;
  readonly witness?: string;
  readonly file: string;
};

function understood(args: string[]): Call | undefined {
  try {
    const options = { district: { type: 'string' }, witness: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [verb, file = '', ...rest] = positionals;
    if (rest.length > 0 || (values.district !== undefined && !/^\d{6}$/.test(values.district))) return undefined;
    if (verb === 'verify' && file === '') return { verb, ...values, file };
    if (values.witness !== undefined) return undefined;
    if (verb === 'checkpoint' && file === '') return { verb, ...values, file };
    if (verb === 'export' && file !== '') return { verb, ...values, file };
  } catch {
    // an option that does not exist
  }
  return undefined;
}

async function withDatabase(district: string | undefined, work: (reached: Reached) => Promise<number>): Promise<number> {
  const config = readConfig(process.env);
  const witness = readWitness(process.env);
  const opened = await reachDatabase(config);
  try {
    const database = connect(opened.appUrl, { connections: 2 });
    try {
      const { rows } = await database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY created_at, code');
      const codes = rows.map(({ code }) => code);
      if (district !== undefined && !codes.includes(district)) return failed(words.noDistrict, { district });
      if (codes.length === 0) return failed(words.noDistricts);
      const keys = checkpointKeys(config.secrets.checkpointKey, witness.oldPublicKeys);
      return await work({ database, districts: district === undefined ? codes : [district], keys, witness });
    } finally {
      await database.close();
    }
  } finally {
    await opened.close();
  }
}

async function verify({ database, districts, keys }: Reached, witness: string | undefined): Promise<number> {
  // Asked first: a wrong path is said before a long verification, not after it.
  if (witness !== undefined) await stat(witness);
  let isIntact = true;
  for (const district of districts) {
    const began = performance.now();
    const onProgress = process.stderr.isTTY
      ? (done: number, total: number) => void process.stderr.write(`\r${district} ${done} / ${total} `)
      : undefined;
    const result = await verifyAudit(database, district, keys.publicKeys, {
      onProgress,
      ...(witness !== undefined && { witness: linesOf(witness) }),
    });
    if (onProgress) process.stderr.write('\r\u001b[K');
    if (result.findings.length > 0) isIntact = false;
    tell(result, ((performance.now() - began) / 1000).toFixed(1));
  }
  return isIntact ? 0 : 1;
}

function tell(
  { district, entries, checkpoints, witnessed, lastCheckpoint, entriesSince, findings, more }: AuditVerification,
  seconds: string,
) {
  for (const { code, lane = '', seq = '', checkpoint: id = '', params } of findings) {
    console.log(`✗ ${bilingual(auditFindingWords[`auditFinding.${code}`], { lane, seq, checkpoint: id, ...params })}`);
  }
  if (more > 0) console.log(bilingual(words.more, { more }));
  const found = findings.length + more;
  const params = { district, entries, checkpoints, found, seconds };
  console.log(`${found > 0 ? '✗' : '✓'} ${bilingual(found > 0 ? words.broken : words.intact, params)}`);
  if (witnessed !== undefined) console.log(`  ${bilingual(words.witnessed, { witnessed })}`);
  console.log(
    `  ${bilingual(lastCheckpoint ? words.since : words.neverChecked, { at: lastCheckpoint ?? '', entries: entriesSince })}`,
  );
}

/** Opened only when the first line is wanted: a reader that waits closes unheard, and is then waited for in vain. */
async function* linesOf(path: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
}

async function checkpoint({ database, districts, keys, witness }: Reached): Promise<number> {
  const exporter = createExporter(database, witness);
  for (const district of districts) {
    const taken = await takeCheckpoint({ database, clock: systemClock }, district, keys);
    if (taken) console.log(bilingual(words.taken, { district, id: taken.id, hash: taken.hash }));
    else console.log(bilingual(words.nothingNew, { district }));
    try {
      await exporter(district);
    } catch (error) {
      return failed(words.witnessAway, { detail: error instanceof Error ? error.message : String(error) });
    }
  }
  console.log(bilingual(witness.directory || witness.url ? words.laidDown : words.noWitness, { key: keys.publicText }));
  return 0;
}

async function exportTo({ database, districts, keys }: Reached, path: string): Promise<number> {
  // 'wx': a witness's file is never written over.
  const file = await open(path, 'wx', 0o640);
  let count = 0;
  try {
    for (const district of districts) {
      for await (const page of eachCheckpoint(database, district)) {
        await file.appendFile(page.map(witnessLine).join(''));
        count += page.length;
      }
    }
    await file.sync();
  } finally {
    await file.close();
  }
  console.log(bilingual(words.exported, { count, file: path, key: keys.publicText }));
  return 0;
}

function failed(text: Said, params: Params = {}): number {
  process.stderr.write(`${bilingual(text, params)}\n`);
  return 1;
}

function explained(error: unknown): string | undefined {
  if (error instanceof WitnessSettingError) return bilingual(words.setting, error.params);
  const { code, path, syscall } = Object(error); // reason: an error of the file system carries these
  if (syscall === undefined || path === undefined) return undefined;
  if (code === 'EEXIST') return bilingual(words.fileExists, { file: path });
  return bilingual(words.file, { file: path, code });
}

const bilingual = (text: Said, params: Params = {}): string => `${say(text, 'zh', params)}\n  ${say(text, 'en', params)}`;

const words = {
  usage: said(
    '用法：leye audit verify [--district 区划代码] [--witness 见证文件]；leye audit checkpoint；leye audit export 文件',
    'Usage: leye audit verify [--district CODE] [--witness FILE]; leye audit checkpoint; leye audit export FILE',
  ),
  intact: said(
    '{district}：审计记录完整。核验 {entries} 条记录、{checkpoints} 个检查点，用时 {seconds} 秒。',
    '{district}: the audit log is intact. {entries} entries and {checkpoints} checkpoints verified in {seconds} s.',
  ),
  broken: said(
    '{district}：审计记录被动过，共 {found} 处。核验 {entries} 条记录、{checkpoints} 个检查点，用时 {seconds} 秒。',
    '{district}: the audit log was tampered with, {found} findings. {entries} entries and {checkpoints} checkpoints verified in {seconds} s.',
  ),
  more: said('还有 {more} 处未列出。', '{more} more are not listed.'),
  witnessed: said('与见证文件的 {witnessed} 个检查点核对过。', 'Held against {witnessed} checkpoints of the witness file.'),
  since: said(
    '最近的检查点：{at}；之后的 {entries} 条尚无检查点覆盖。',
    'Last checkpoint: {at}; {entries} entries after it are not covered by one yet.',
  ),
  neverChecked: said(
    '还没有检查点：{entries} 条记录只靠链接保护。',
    'There is no checkpoint yet: {entries} entries rest on their links alone.',
  ),
  taken: said('{district}：已取检查点 {id}，指纹 {hash}。', '{district}: checkpoint {id} taken, hash {hash}.'),
  nothingNew: said('{district}：自上一个检查点以来没有新记录。', '{district}: nothing new since the last checkpoint.'),
  laidDown: said('已交见证方保存。公钥：{key}', 'Laid down with the witness. Public key: {key}'),
  noWitness: said(
    '没有配置外部见证（LEYE_WITNESS_DIR 或 LEYE_WITNESS_URL）：请另存检查点。公钥：{key}',
    'No witness outside is configured (LEYE_WITNESS_DIR or LEYE_WITNESS_URL): keep checkpoints elsewhere. Public key: {key}',
  ),
  witnessAway: said(
    '检查点已存入数据库，但没有交到见证方：{detail}。下次会再交。',
    'The checkpoint is stored but did not reach the witness: {detail}. It is sent again the next time.',
  ),
  exported: said('已导出 {count} 个检查点到 {file}。公钥：{key}', '{count} checkpoints exported to {file}. Public key: {key}'),
  noDistrict: said('没有区县 {district}。', 'There is no district {district}.'),
  noDistricts: said('还没有建立任何区县，没有可核验的记录。', 'No district has been set up; there is nothing to verify.'),
  setting: said('{name} 不可用：请检查这项设置。', "{name} can't be used: check this setting."),
  fileExists: said(
    '文件 {file} 已存在，不会覆盖。请换一个文件名。',
    'The file {file} exists and is not written over. Choose another name.',
  ),
  file: said(
    '文件 {file} 不能读写（{code}）。请检查路径和权限。',
    'The file {file} cannot be read or written ({code}). Check the path and its permissions.',
  ),
} as const;
