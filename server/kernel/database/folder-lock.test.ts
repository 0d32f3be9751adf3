import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdFolder } from './folder-lock.ts';
import { explainStartError } from './start-errors.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'leye-lock-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('a data folder', () => {
  it('is held by one Leye; the second is told by which, and where it answers', async () => {
    const first = await holdFolder(directory, 'http://127.0.0.1:3000');
    const refused = await holdFolder(directory, 'http://127.0.0.1:3001').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'data-folder-held',
      params: { pid: String(process.pid), address: 'http://127.0.0.1:3000' },
    });
    expect(explainStartError(refused)).toContain(`held by another Leye (process ${process.pid}, http://127.0.0.1:3000)`);
    await first.release();
  });

  it('is free again once released', async () => {
    await (await holdFolder(directory, 'first')).release();
    await (await holdFolder(directory, 'second')).release();
  });

  it('is free again as soon as its holder is killed', async () => {
    const holder = await heldElsewhere();
    await expect(holdFolder(directory, 'second')).rejects.toMatchObject({ params: { pid: String(holder.pid) } });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await holdFolder(directory, 'second')).release();
  });

  it('goes to exactly one of many that come at the same moment', async () => {
    const arrivals = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => holdFolder(directory, `${n}`)));
    const held = arrivals.filter((arrival) => arrival.status === 'fulfilled');
    expect(held).toHaveLength(1);
    for (const { value } of held) await value.release();
  });
});

async function heldElsewhere() {
  const program = `const { holdFolder } = await import(${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)});
    await holdFolder(${JSON.stringify(directory)}, 'elsewhere');
    console.log('held');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
