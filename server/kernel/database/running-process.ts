import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Is there a process of this number, anybody's? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The program a process runs and, where the system tells, the folder it stands in. Undefined when the system does not say. */
export async function commandOf(pid: number): Promise<{ name: string; folder?: string } | undefined> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => undefined);
  if (name !== undefined) return { name: name.trim(), folder: await readlink(`/proc/${pid}/cwd`).catch(() => undefined) };
  const told = await run('ps', ['-o', 'comm=', '-p', String(pid)]).catch(() => undefined);
  return told && { name: path.basename(told.stdout.trim()) };
}
