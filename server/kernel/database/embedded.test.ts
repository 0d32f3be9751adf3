import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Embedded, startEmbedded } from './embedded.ts';
import { isAlive } from './running-process.ts';

let directory: string;
const running = new Set<Embedded>();
const processes = new Set<ChildProcess>();

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'leye-embedded-'));
});
afterEach(async () => {
  for (const child of processes) child.kill('SIGKILL');
  // What a killed process left behind is taken over, and so stopped.
  if (processes.size > 0) await start();
  processes.clear();
  for (const embedded of running) await embedded.stop();
  running.clear();
  await rm(directory, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('is durable, in UTC and in Chinese, and open to this machine only', async () => {
    const { ownerUrl } = await start();
    const [row] = await ask(
      ownerUrl,
      `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('timezone') AS zone,
              current_setting('listen_addresses') AS listen,
              current_setting('server_encoding') AS encoding, lower('É') AS lower, '零工' ~ '^\\w+$' AS word,
              (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS super`,
    );
    expect(row).toEqual({
      ...{ fsync: 'on', commit: 'on', zone: 'UTC', listen: '127.0.0.1' },
      ...{ encoding: 'UTF8', lower: 'é', word: true, super: false },
    });
  });

  it('quotes in its log nothing of what was sent to it, however it fails', async () => {
    const { ownerUrl } = await start();
    await ask(ownerUrl, 'CREATE TABLE person (number text PRIMARY KEY, age int)');
    const number = '11010519491231002X';
    await ask(ownerUrl, `INSERT INTO person VALUES ('${number}', 3)`);
    for (const failing of [
      `INSERT INTO person VALUES ('${number}', 3)`,
      `INSERT INTO person VALUES ('1', '${number}')`,
      `SELECT ${number}`,
      `SELECT '${number}'::uuid`,
      `DO $$ BEGIN RAISE WARNING '${number}'; END $$; SELECT 1/0`,
    ])
      await expect(ask(ownerUrl, failing)).rejects.toThrow();
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await expect(client.query('SELECT $1::int', [number])).rejects.toThrow();
    await client.end();
    const log = await readFile(path.join(directory, 'postgres', 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain(number);
  });

  it('keeps its passwords where only its owner reads them, and lets nobody in without one', async () => {
    const { ownerUrl } = await start();
    expect((await stat(path.join(directory, 'postgres', 'passwords.json'))).mode & 0o777).toBe(0o600);
    const without = Object.assign(new URL(ownerUrl), { password: 'guess' }).href;
    await expect(ask(without, 'SELECT 1')).rejects.toThrow('password authentication failed');
    const superuser = Object.assign(new URL(without), { username: 'postgres' }).href;
    await expect(ask(superuser, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('is stopped cleanly, and has everything at the same address after the next start', async () => {
    const first = await start();
    await ask(first.ownerUrl, `CREATE TABLE kept AS SELECT '乐业' AS word`);
    await first.stop();
    expect(isAlive(first.pid())).toBe(false);
    const second = await start();
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await ask(second.ownerUrl, 'SELECT word FROM kept')).toEqual([{ word: '乐业' }]);
    expect(await log()).not.toContain('automatic recovery');
  });

  it('is taken over by the next start when the server was killed and left it running', async () => {
    const { child, ownerUrl, pid } = await startElsewhere();
    await ask(ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isAlive(pid)).toBe(true);

    const next = await start();
    expect(next.pid()).toBe(pid);
    expect(await ask(next.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await next.stop();
    expect(isAlive(pid)).toBe(false);
  });

  it('comes back by itself at the same address when it is killed, with all that was committed', async () => {
    const events: unknown[] = [];
    const embedded = await start({ onEvent: (event) => events.push(event) });
    await ask(embedded.ownerUrl, 'CREATE TABLE kept (n int)');
    const killed = embedded.pid();
    for (let n = 1; n <= 50; n += 1) await ask(embedded.ownerUrl, `INSERT INTO kept VALUES (${n})`);
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => events, { timeout: 15_000 }).toEqual(['died', 'back']);
    expect(embedded.pid()).not.toBe(killed);
    expect(await ask(embedded.ownerUrl, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 50 }]);
  });

  it('recovers at the next start when server and database were both killed', async () => {
    const { child, ownerUrl, pid } = await startElsewhere();
    await ask(ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    child.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await once(child, 'exit');
    const next = await start();
    expect(await ask(next.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('starts although the number of its killed process now belongs to another program', async () => {
    const { child, pid } = await startElsewhere();
    child.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await once(child, 'exit');
    const sleeper = spawn('sleep', ['60'], { stdio: 'ignore' });
    const file = path.join(directory, 'postgres', 'cluster', 'postmaster.pid');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(sleeper.pid)));
    const next = await start();
    expect(await ask(next.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(sleeper.exitCode).toBeNull();
    sleeper.kill();
  });

  it('moves to another port when its own was taken meanwhile', async () => {
    const first = await start();
    await first.stop();
    const port = Number(new URL(first.ownerUrl).port);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const second = await start();
    other.close();
    expect(new URL(second.ownerUrl).port).not.toBe(String(port));
    expect(await ask(second.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('begins anew when the very first start was killed halfway', async () => {
    await mkdir(path.join(directory, 'postgres', 'cluster.new', 'base'), { recursive: true });
    const { ownerUrl } = await start();
    expect(await ask(ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is not started on a cluster of another major version, which it leaves as it is', async () => {
    await (await start()).stop();
    const file = path.join(directory, 'postgres', 'cluster', 'PG_VERSION');
    await writeFile(file, '17\n');
    await expect(start()).rejects.toMatchObject({ code: 'database-other-version', params: { needs: '17', brought: '18' } });
    expect(await readFile(file, 'utf8')).toBe('17\n');
    await writeFile(file, '18\n');
  });
});

async function start(options: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ directory, ...options });
  running.add(embedded);
  return embedded;
}

/** Starts the database from a process of its own, which can be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; ownerUrl: string; pid: number }> {
  const program = `const { startEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)});
    const embedded = await startEmbedded({ directory: ${JSON.stringify(directory)} });
    console.log(JSON.stringify({ ownerUrl: embedded.ownerUrl, pid: embedded.pid() }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.add(child);
  const [line] = await once(child.stdout, 'data');
  return { child, ...JSON.parse(String(line)) };
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const log = (): Promise<string> => readFile(path.join(directory, 'postgres', 'postgres.log'), 'utf8');
