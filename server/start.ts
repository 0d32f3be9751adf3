import { createServer as listenerOn } from 'node:net';
import path from 'node:path';
import { type Config, ConfigError, projectRoot, readConfig } from './config.ts';
import { explainConfigError } from './config-errors.ts';
import { type DatabaseEvent, type OpenDatabase, openDatabase } from './database-access.ts';
import { readWitness } from './kernel/audit/witness.ts';
import { holdFolder } from './kernel/database/folder-lock.ts';
import { explainStartError } from './kernel/database/start-errors.ts';

/** What `main.ts` builds; declared here so that a start can be tried with a smaller one. */
export interface Server {
  /** Begins to answer; resolves with the address. */
  listen(): Promise<string>;
  close(): Promise<void>;
  readonly demoAccounts?: readonly { readonly email: string; readonly password: string; readonly role: string }[];
}

export type CreateServer = (
  config: Config,
  database: Pick<OpenDatabase, 'ownerUrl' | 'appUrl' | 'isDiskFull'>,
) => Promise<Server>;

const STOP_WITHIN_MS = 10_000;
/** npm and the terminal may both deliver one Ctrl-C; what follows it within this time is the same one. */
const SAME_SIGNAL_MS = 700;

/** Runs Leye until SIGINT or SIGTERM; then the process ends with 0, or with 1 after a sentence about what went wrong. */
export async function start(env: NodeJS.ProcessEnv, load: () => Promise<CreateServer> = loadServer): Promise<void> {
  const began = performance.now();
  const closers: Closer[] = [];
  const booted = boot(env, load, closers, began).catch((error: unknown) => error ?? new Error('unknown'));
  let asked: number | undefined;
  const stop = (signal: NodeJS.Signals) => {
    if (asked !== undefined) {
      if (performance.now() - asked > SAME_SIGNAL_MS) process.exit(130);
      return;
    }
    asked = performance.now();
    console.log(`\n正在停止乐业（${signal}）…… Stopping Leye; press Ctrl-C again to stop at once.`);
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    // A start that is under way comes to its end first, so that nothing is left half open.
    void booted.then(() => closeAll(closers)).then((clean) => process.exit(clean ? 0 : 1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // Whatever ends the process: the database is not left to itself. After an orderly stop there is nothing to close.
  process.once('exit', () => closeAtOnce(closers));

  const failure = await booted;
  if (failure === undefined || asked !== undefined) return;
  console.error(explained(failure, env));
  await closeAll(closers);
  process.exit(1);
}

interface Closer {
  close(): Promise<void>;
  closeAtOnce?(): void;
}

async function boot(env: NodeJS.ProcessEnv, load: () => Promise<CreateServer>, closers: Closer[], began: number): Promise<void> {
  const config = readConfig(env);
  readWitness(env); // what is wrong with it is told at once, before the database is started
  console.log(config.mode === 'demo' ? '乐业 Leye · 演示模式 demonstration mode' : '乐业 Leye');
  const loading = load();
  loading.catch(() => undefined);
  const address = `http://${config.host}:${config.port}`;
  const lock = await holdFolder(config.dataDirectory, address);
  closers.push({ close: () => lock.release() });
  await portIsFree(config);

  if (config.mode === 'production' && config.database.kind === 'embedded') {
    console.log(
      '未设置 DATABASE_URL，使用自带的数据库：请备份数据文件夹。 No DATABASE_URL: the embedded database is used; back up its folder.',
    );
  }
  const database = await openDatabase(config, announce(config));
  closers.push(database);
  const steps = database.applied.length;
  const change = steps > 0 ? `，升级 ${steps} 步 (${steps} migrations applied)` : '';
  console.log(`数据库已就绪${change} · Database ready, ${elapsed(began)}`);

  const createServer = await loading;
  const server = await createServer(config, database);
  closers.push({ close: () => server.close() });
  const listening = await server.listen();
  console.log(`乐业已启动，用时 ${elapsed(began)} · Leye is running: ${listening}`);
  if (server.demoAccounts?.length) {
    console.log('演示账号（仅供演示，请勿录入真实信息）· Demo accounts (never enter real data):');
    for (const { role, email, password } of server.demoAccounts) console.log(`  ${role}  ${email}  ${password}`);
  }
  console.log('按 Ctrl-C 停止 · Ctrl-C stops it');
}

const loadServer = async (): Promise<CreateServer> => (await import('./main.ts')).createServer;

const announce = (config: Config) => (event: DatabaseEvent) => {
  if (event === 'died') console.error('数据库进程意外结束，正在重新启动…… The database ended unexpectedly and is started again…');
  else if (event === 'back') console.error('数据库已恢复。 The database is back.');
  else if (event === 'disk-full')
    console.error(
      '磁盘将满，已暂停保存，查看不受影响：请腾出空间，随后自动恢复。 The disk is almost full: nothing more is saved, everything can be read; free some space and it goes on by itself.',
    );
  else if (event === 'disk-free') console.error('磁盘空间已恢复，可以保存。 There is space on the disk again; saving goes on.');
  else console.error(explainStartError(event, config.dataDirectory));
};

// Asked before the database is opened, so that the answer comes at once; `listen` finds out again.
function portIsFree({ host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const listener = listenerOn().once('error', reject);
    listener.listen({ host, port }, () => listener.close(() => resolve()));
  });
}

async function closeAll(closers: Closer[]): Promise<boolean> {
  let clean = true;
  for (let closer = closers.pop(); closer; closer = closers.pop()) {
    await closer.close().catch((error: unknown) => {
      clean = false;
      console.error(error);
    });
  }
  return clean;
}

function closeAtOnce(closers: readonly Closer[]): void {
  for (const closer of closers) closer.closeAtOnce?.();
}

function explained(error: unknown, env: NodeJS.ProcessEnv): string {
  if (error instanceof ConfigError) return explainConfigError(error);
  const sentence = explainStartError(error, path.resolve(env.LEYE_DATA ?? path.join(projectRoot, '.leye')));
  if (sentence) return sentence;
  const whole = error instanceof Error ? error.stack : String(error);
  return `乐业没有启动，这是程序的错误，请把下面的内容报告给我们： Leye did not start; this is a defect, please report what follows:\n${whole}`;
}

const elapsed = (began: number): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
