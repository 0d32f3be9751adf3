import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdir, mkdtemp, readFile, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { explainStartError } from './start-errors.ts';

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'leye-place-'));
  await chmod(parent, 0o755);
});
afterEach(async () => {
  await rm(parent, { recursive: true, force: true });
});

describe('where the embedded database lives', () => {
  it.skipIf(!isRoot)('is outside a folder that only root may enter, and is found there again', async () => {
    await chmod(parent, 0o700);
    const directory = path.join(parent, 'project', '.leye');
    const first = await startEmbedded({ directory });
    const home = (await readFile(path.join(directory, 'postgres-is-at'), 'utf8')).trim();
    try {
      await ask(first.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
      await first.stop();
      expect(home).toMatch(/^\/var\/lib\/leye\/project-/);
      expect((await stat(path.join(home, 'cluster'))).uid).not.toBe(0);
      const second = await startEmbedded({ directory });
      expect(await ask(second.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
      await second.stop();
    } finally {
      await rm(home, { recursive: true, force: true });
    }
    const sentence = await startEmbedded({ directory }).catch(explainStartError);
    expect(sentence).toContain(`数据库文件夹 ${home} 不见了`);
  });

  it.skipIf(!isRoot)('is run by an account that is not root, and root keeps the passwords', async () => {
    const directory = path.join(parent, '.leye');
    const embedded = await startEmbedded({ directory });
    const cluster = await stat(path.join(directory, 'postgres', 'cluster'));
    expect(cluster.uid).not.toBe(0);
    expect(await readFile(`/proc/${embedded.pid()}/status`, 'utf8')).toMatch(new RegExp(`^Uid:\\s+${cluster.uid}\\s`, 'm'));
    expect((await stat(path.join(directory, 'postgres', 'passwords.json'))).uid).toBe(0);
    await embedded.stop();
  });

  it.skipIf(!isRoot)('is made and kept by an ordinary user, and stays that user’s when root starts it', async () => {
    const directory = path.join(parent, 'theirs', '.leye');
    await mkdir(path.dirname(directory));
    await run('chown', [String(NOBODY), path.dirname(directory)]);
    const lines = await startedBy(NOBODY, directory);
    expect(lines).toMatch(/^started/);
    const asRoot = await startEmbedded({ directory });
    expect((await stat(path.join(directory, 'postgres', 'cluster', 'PG_VERSION'))).uid).toBe(NOBODY);
    await asRoot.stop();
    expect(await startedBy(NOBODY, directory)).toMatch(/^started/);
  });

  it.skipIf(!isRoot)('refuses a folder that may not be written, in one sentence', async () => {
    const lines = await startedBy(NOBODY, path.join(parent, 'roots', '.leye'));
    expect(lines).toContain("can't be written: check that it is a folder");
  });

  it('refuses a data folder that is a file, in one sentence', async () => {
    const directory = path.join(parent, 'file');
    await writeFile(directory, '');
    const sentence = await startEmbedded({ directory }).catch(explainStartError);
    expect(sentence).toContain(`不能写入 ${directory}`);
  });
});

const canMount = isRoot && (await mounts());
if (!canMount) console.warn('SKIPPED: a full disk needs a small tmpfs, which this user may not mount.');

describe.skipIf(!canMount)('a full disk', () => {
  let disk: string;
  beforeEach(async () => {
    disk = path.join(parent, 'disk');
    await mkdir(disk);
  });
  afterEach(async () => {
    await run('umount', [disk]);
  });
  const mount = (size: string) => run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', disk]);

  it('at the very first start is said in one sentence, and leaves nothing half made', async () => {
    await mount('12m');
    const directory = path.join(disk, '.leye');
    const sentence = await startEmbedded({ directory }).catch(explainStartError);
    expect(sentence).toMatch(/^磁盘已满（.+）：请腾出空间后再启动.+\nThe disk is full .+ nothing that was saved is lost\.$/);
    await expect(access(path.join(directory, 'postgres', 'cluster'))).rejects.toThrow();
  });

  it('at a later start is said in one sentence, and all is there once there is room', async () => {
    await mount('160m');
    const directory = path.join(disk, '.leye');
    const first = await startEmbedded({ directory });
    await ask(first.ownerUrl, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    await fill(path.join(disk, 'filler'));
    const sentence = await startEmbedded({ directory }).catch(explainStartError);
    expect(sentence).toContain('The disk is full');
    await rm(path.join(disk, 'filler'));
    const second = await startEmbedded({ directory });
    expect(await ask(second.ownerUrl, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it('while it runs fails the writes and loses none that was acknowledged', { timeout: 60_000 }, async () => {
    await mount('240m');
    const embedded = await startEmbedded({ directory: path.join(disk, '.leye'), settings: { max_wal_size: '64MB' } });
    await ask(embedded.ownerUrl, 'CREATE TABLE kept (n int, ballast text)');
    // Here SQL writes past the kernel, which would have refused: the reserve is used up too.
    const reserve = path.join(disk, '.leye', 'postgres', 'reserve');
    await expect
      .poll(
        () =>
          access(reserve).then(
            () => true,
            () => false,
          ),
        { timeout: 10_000 },
      )
      .toBe(true);
    await fill(path.join(disk, 'filler'), 4_000_000);
    let acknowledged = 0;
    let refused: unknown;
    for (let n = 1; n <= 2000 && refused === undefined; n += 1) {
      const row = `INSERT INTO kept SELECT ${n}, string_agg(md5(random()::text), '') FROM generate_series(1, 4000)`;
      await ask(embedded.ownerUrl, row).then(
        () => {
          acknowledged = n;
        },
        (error: unknown) => {
          refused = error;
        },
      );
    }
    expect(refused).toMatchObject({ message: expect.stringContaining('No space left on device') });
    expect(acknowledged).toBeGreaterThan(5);
    await rm(path.join(disk, 'filler'));
    const counted = () => ask(embedded.ownerUrl, 'SELECT count(*)::int AS n FROM kept').catch(() => 'not yet');
    await expect.poll(counted, { timeout: 30_000 }).toEqual([{ n: acknowledged }]);
    await embedded.stop();
  });
});

async function mounts(): Promise<boolean> {
  const trial = await mkdtemp(path.join(tmpdir(), 'leye-mount-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', trial]);
    await run('umount', [trial]);
    return true;
  } catch {
    return false;
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

/** Takes all the space that is left, but for `spare` bytes. */
async function fill(file: string, spare = 0): Promise<void> {
  const { bavail, bsize } = await statfs(path.dirname(file));
  await run('fallocate', ['-l', String(bavail * bsize - spare), file]);
}

/** Starts and stops the database as another user; gives what the process said. */
async function startedBy(uid: number, directory: string): Promise<string> {
  const at = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const program = `const { startEmbedded } = await import(${at('./embedded.ts')});
    const { explainStartError } = await import(${at('./start-errors.ts')});
    try {
      const embedded = await startEmbedded({ directory: ${JSON.stringify(directory)} });
      await embedded.stop();
      console.log('started');
    } catch (error) { console.log(explainStartError(error) ?? error); }`;
  const options = { uid, gid: NOBODY, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'] };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], options);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await once(child, 'close');
  return said;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
