import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { startEmbedded } from './kernel/database/embedded.ts';
import { isAlive } from './kernel/database/running-process.ts';

let directory: string;
const started: Started[] = [];
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'leye-start-'));
});
afterEach(async () => {
  for (const { child } of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  // Takes over, and so stops, what a killed Leye left.
  const file = path.join(directory, 'postgres', 'cluster', 'postmaster.pid');
  if (await readFile(file).catch(() => undefined)) await (await startEmbedded({ directory })).stop();
  await rm(directory, { recursive: true, force: true });
});

describe('starting and stopping Leye', () => {
  it('starts, says where it is and who may sign in, and ends with 0 on SIGTERM, its database with it', async () => {
    const leye = run();
    await leye.says('Leye is running');
    const database = await postmaster();
    expect(leye.output()).toContain(`http://127.0.0.1:${leye.port}`);
    expect(leye.output()).toContain('liaison@demo.example');
    leye.child.kill('SIGTERM');
    expect(await leye.ended()).toEqual([0, null]);
    expect(leye.output()).toContain('closed in order');
    expect(isAlive(database)).toBe(false);
  });

  it('takes a Ctrl-C that npm and the terminal both deliver for one', async () => {
    const leye = run();
    await leye.says('Leye is running');
    leye.child.kill('SIGINT');
    await pause(50);
    leye.child.kill('SIGINT');
    expect(await leye.ended()).toEqual([0, null]);
    expect(leye.output()).toContain('closed in order');
  });

  it('ends at once at the second Ctrl-C when something will not stop', async () => {
    const leye = run({ hangs: true });
    await leye.says('Leye is running');
    const database = await postmaster();
    leye.child.kill('SIGINT');
    await pause(900);
    leye.child.kill('SIGINT');
    expect(await leye.ended()).toEqual([130, null]);
    await expect.poll(() => isAlive(database), { timeout: 10_000 }).toBe(false);
  });

  it('starts within five seconds after it was killed, with all that it had', async () => {
    const first = run();
    await first.says('Leye is running');
    first.child.kill('SIGKILL');
    await first.ended();
    const began = performance.now();
    const second = run();
    await second.says('Leye is running');
    expect(performance.now() - began).toBeLessThan(5000);
    expect(second.output()).not.toContain('migrations applied');
    second.child.kill('SIGTERM');
    expect(await second.ended()).toEqual([0, null]);
  });

  it('stopped while it starts, it finishes the step and leaves nothing running', async () => {
    const leye = run();
    await leye.says('demonstration mode');
    await pause(300);
    leye.child.kill('SIGTERM');
    expect(await leye.ended()).toEqual([0, null]);
    await expect(postmaster()).rejects.toThrow('ENOENT');
  });
});

describe('what keeps Leye from starting is said in one sentence, with exit code 1', () => {
  const refuses = async (env: Record<string, string>, sentence: string | RegExp) => {
    const leye = run({ env });
    expect(await leye.ended()).toEqual([1, null]);
    expect(leye.output()).toMatch(sentence);
    expect(leye.output()).not.toMatch(/ at .+:\d+:\d+|this is a defect/);
    return leye.output();
  };

  it('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    await refuses({ LEYE_PORT: port }, `Port ${port} (127.0.0.1) is in use by another program`);
    other.close();
  });

  it('a data folder that another Leye holds', async () => {
    const holder = run();
    await holder.says('Leye is running');
    await refuses(
      { LEYE_PORT: String(holder.port + 1) },
      `is held by another Leye (process ${holder.child.pid}, http://127.0.0.1:${holder.port})`,
    );
    holder.child.kill('SIGTERM');
    await holder.ended();
  });

  it('production without its settings, each of them named', async () => {
    const told = await refuses({ LEYE_MODE: 'production' }, 'The configuration is not right');
    for (const name of [
      'LEYE_SEAL_KEY',
      'LEYE_INDEX_KEY',
      'LEYE_SESSION_SECRET',
      'LEYE_CHECKPOINT_KEY',
      'LEYE_PUBLIC_URL',
      'LEYE_SMS_URL',
    ])
      expect(told).toContain(`缺少 ${name}`.replace('缺少 LEYE_SMS_URL', '请设置 LEYE_SMS_URL'));
  });

  it('a witness of the audit log whose address or key is of no use, named and not repeated', async () => {
    for (const name of ['LEYE_WITNESS_URL', 'LEYE_CHECKPOINT_OLD_PUBLIC_KEYS']) {
      const told = await refuses({ [name]: 'ftp-hidden-word' }, `The value of ${name} is of no use`);
      expect(told).toContain(`变量 ${name} 的值不能用`);
      expect(told).not.toContain('hidden-word');
    }
  });

  it('a DATABASE_URL where nobody answers', async () => {
    await refuses(
      { DATABASE_URL: 'postgres://leye:hidden-word@127.0.0.1:9/leye' },
      "The database at 127.0.0.1:9 named by DATABASE_URL can't be reached",
    );
  });

  it('a DATABASE_URL with a wrong password, which is not repeated', async () => {
    const url = Object.assign(new URL(inject('testServer').ownerUrl), { password: 'hidden-word' });
    const told = await refuses({ DATABASE_URL: url.href }, 'refused the user leye_owner');
    expect(told).not.toContain('hidden-word');
  });

  it('a DATABASE_URL of a database that is not there', async () => {
    const url = Object.assign(new URL(inject('testServer').ownerUrl), { pathname: '/nowhere' });
    await refuses({ DATABASE_URL: url.href }, 'There is no database called nowhere');
  });
});

describe('on a PostgreSQL of one’s own', () => {
  it('migrates as the owner and works as leye_app, with no cluster in the data folder', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'leye-own-'));
    const own = await startEmbedded({ directory: elsewhere });
    const leye = run({ env: { DATABASE_URL: own.ownerUrl } });
    await leye.says('Leye is running');
    expect(leye.output()).toMatch(/works as leye_app beside leye_owner/);
    leye.child.kill('SIGTERM');
    expect(await leye.ended()).toEqual([0, null]);
    await expect(postmaster()).rejects.toThrow('ENOENT');
    await own.stop();
    await rm(elsewhere, { recursive: true, force: true });
  });
});

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  readonly output: () => string;
  says(text: string): Promise<void>;
  ended(): Promise<unknown[]>;
}

let nextPort = 20_000 + (process.pid % 20_000);

/** Runs `start` in a process of its own, with a small server in the place of main.ts. */
function run({ env = {}, hangs = false }: { env?: Record<string, string>; hangs?: boolean } = {}): Started {
  const port = nextPort++;
  const program = `
    const { start } = await import(${JSON.stringify(new URL('./start.ts', import.meta.url).href)});
    const { createServer } = await import('node:http');
    const { Client } = (await import('pg')).default;
    await start(process.env, async () => async (config, { ownerUrl, appUrl }) => {
      const clients = [ownerUrl, appUrl].map((connectionString) => new Client({ connectionString }));
      const [owner, app] = await Promise.all(clients.map(async (client) => {
        await client.connect();
        const { rows } = await client.query('SELECT current_user AS name');
        await client.end();
        return rows[0].name;
      }));
      console.log('works as ' + app + ' beside ' + owner);
      const http = createServer((_, reply) => reply.end('乐业'));
      return {
        listen: () => new Promise((resolve, reject) => {
          http.once('error', reject);
          http.listen(config.port, config.host, () => resolve('http://' + config.host + ':' + config.port));
        }),
        close: () => ${hangs} ? new Promise(() => {}) : new Promise((resolve) => http.close(() => { console.log('closed in order'); resolve(); })),
        demoAccounts: [{ email: 'liaison@demo.example', password: 'shown', role: '联络员' }],
      };
    });`;
  const { LEYE_MODE: _, DATABASE_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: path.dirname(import.meta.dirname),
    env: { ...inherited, LEYE_DATA: directory, LEYE_PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const exit = once(child, 'exit');
  const leye: Started = {
    child,
    port,
    output: () => output,
    says: (text) => expect.poll(() => output, { timeout: 15_000, interval: 20 }).toContain(text),
    ended: async () => exit,
  };
  started.push(leye);
  return leye;
}

const postmaster = async (): Promise<number> =>
  Number.parseInt(await readFile(path.join(directory, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
