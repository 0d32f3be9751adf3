// Leye runs on Node 24. npm brings it (package.json, optionalDependencies) where the system's own is older; this file finds it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const needed = 24;

/**
 * Resolves where Node is new enough. Elsewhere it runs the same script again on the Node that npm brought, with this one as
 * a thin parent (Node 20 cannot replace itself), and never resolves; or says in one sentence what to do and exits with 1.
 */
export async function underNode24() {
  if (Number.parseInt(process.versions.node, 10) >= needed) return followParent();
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const brought = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  if (!existsSync(brought)) {
    console.error(
      `乐业需要 Node.js ${needed} 或更新版本，本机是 ${process.versions.node}，npm 也没有为本机带来：请安装 Node.js ${needed} 后再试。\n` +
        `Leye needs Node.js ${needed} or newer; this is ${process.versions.node} and npm brought none for this machine: please install Node.js ${needed} and try again.`,
    );
    process.exit(1);
  }
  process.exit(await exitOf(spawn(brought, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })));
}

/** Waits for a child and gives its exit code; passes on the signals that only reached the parent (a doubled one does no harm). */
export function exitOf(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/** Runs TypeScript in this very process. */
export async function readTypeScript() {
  const { register } = await import('tsx/esm/api');
  register({ tsconfig: path.join(root, 'tsconfig.json') });
}

// When npm or the thin parent is killed, stop as if told to, rather than hold the port as an orphan nobody sees.
function followParent() {
  const stop = () => process.kill(process.pid, 'SIGTERM');
  if (process.channel) {
    process.once('disconnect', stop);
    process.channel.unref();
  } else if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && stop(), 1000).unref();
  }
}
