import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '../../server/config.ts';
import { loginsOf } from '../../server/kernel/database/embedded-login.ts';
import { placeFor } from '../../server/kernel/database/embedded-place.ts';
import { isAlive } from '../../server/kernel/database/running-process.ts';
import { demoEmail } from '../../server/modules/people/demo-accounts.ts';

/** The real, whole Leye in a process of its own, on its embedded PostgreSQL with all its durability. */
export type Leye = {
  readonly child: ChildProcess;
  readonly address: string;
  readonly directory: string;
  readonly output: () => string;
  /** Resolves with [code, signal]. */
  readonly ended: Promise<unknown[]>;
};

export const newFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'leye-faults-'));

/** The environment of a Leye on this folder, with nothing inherited that would make it another one. */
export function environment(directory: string, port: number): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(LEYE_|DATABASE_URL$|PORT$|VITEST|NODE_OPTIONS$|npm_)/.test(name),
  );
  return { ...Object.fromEntries(kept), LEYE_DATA: directory, LEYE_PORT: String(port), NODE_ENV: 'production' };
}

export type LaunchOptions = {
  readonly port?: number;
  /** Loads watch-loop.mjs, which tells how long the event loop was held up. */
  readonly watchLoop?: boolean;
};

/** Starts Leye as `npm start` does, without waiting. */
export async function launch(directory: string, { port, watchLoop = false }: LaunchOptions = {}): Promise<Leye> {
  const at = port ?? (await freePort());
  const watching = watchLoop ? ['--import', new URL('./watch-loop.mjs', import.meta.url).href] : [];
  const child = spawn(process.execPath, [...watching, path.join(projectRoot, 'scripts', 'start.mjs'), '--without-build'], {
    cwd: projectRoot,
    env: environment(directory, at),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  return { child, address: `http://127.0.0.1:${at}`, directory, output: () => output, ended: once(child, 'exit') };
}

/** Starts Leye and waits until it answers that it is ready. */
export async function start(directory: string, options: LaunchOptions = {}): Promise<Leye> {
  const leye = await launch(directory, options);
  await waitUntil(() => isReady(leye), {
    within: 60_000,
    otherwise: () => `Leye did not start:\n${leye.output()}`,
    givingUp: leye,
  });
  return leye;
}

/** The same Leye again: same folder, same address. */
export const restart = (leye: Leye): Promise<Leye> => start(leye.directory, { port: Number(new URL(leye.address).port) });

export async function isReady({ address }: Leye): Promise<boolean> {
  const response = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  return response?.status === 200;
}

export async function kill(leye: Leye, signal: NodeJS.Signals = 'SIGKILL'): Promise<unknown[]> {
  leye.child.kill(signal);
  return await leye.ended;
}

/** Ends Leye and its database in whatever state they are, and removes the folder (a mounted one is left to who mounted it). */
export async function remove(directory: string, leye: Leye | undefined): Promise<void> {
  const postmaster = await postmasterOf(directory).catch(() => undefined);
  if (postmaster !== undefined) process.kill(postmaster, 'SIGCONT');
  if (leye && leye.child.exitCode === null && leye.child.signalCode === null) await kill(leye);
  const left = await postmasterOf(directory).catch(() => undefined);
  if (left !== undefined) {
    process.kill(left, 'SIGQUIT');
    await waitUntil(async () => !isAlive(left), { within: 15_000, otherwise: () => `PostgreSQL ${left} did not stop` });
  }
  const { home } = await placeFor(directory);
  await rm(home, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
}

/** PostgreSQL's own process for this folder. Throws where none runs. */
export async function postmasterOf(directory: string): Promise<number> {
  const { cluster } = await placeFor(directory);
  const pid = Number.parseInt(await readFile(path.join(cluster, 'postmaster.pid'), 'utf8'), 10);
  if (!isAlive(pid)) throw new Error('no database runs');
  return pid;
}

/** The superuser's address of the embedded database: sees every district and every process. */
export async function superuserUrl(directory: string): Promise<string> {
  const { home } = await placeFor(directory);
  const { superuser } = await loginsOf(home);
  const port = (await readFile(path.join(home, 'port'), 'utf8')).trim();
  return `postgres://${superuser.user}:${superuser.password}@127.0.0.1:${port}/leye`;
}

/** Signs in as a demonstration account; gives the Cookie header. */
export async function signIn({ address }: Leye, account = 'office'): Promise<string> {
  const shown = (await (await fetch(`${address}/api/sign-in`)).json()) as { demoAccounts: { email: string; password: string }[] }; // reason: the shape of sign-in/routes.ts
  const { email, password } = shown.demoAccounts.find((one) => one.email === demoEmail(account)) ?? {};
  const response = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: email, password }),
  });
  if (response.status !== 200) throw new Error(`signing in answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

export async function waitUntil(
  isSo: () => Promise<boolean>,
  options: { within: number; otherwise: () => string; givingUp?: Leye },
): Promise<number> {
  const began = performance.now();
  while (!(await isSo())) {
    const ended = options.givingUp && (options.givingUp.child.exitCode !== null || options.givingUp.child.signalCode !== null);
    if (ended || performance.now() - began > options.within) throw new Error(options.otherwise());
    await pause(25);
  }
  return performance.now() - began;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
