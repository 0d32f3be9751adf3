// Builds the pages of web/ into dist/web. npm runs it after an install (`prepare`); `npm start` when sources are newer than the build.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitOf, root } from './node.mjs';

const config = path.join(root, 'web', 'vite.config.ts');
/** The portal's scripts are built apart: each has to be one file. Vite's mode names it. */
const portal = path.join(root, 'web', 'portal', 'vite.config.ts');
const builds = [['--config', config], ...['worker', 'sw'].map((mode) => ['--config', portal, '--mode', mode])];
const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const output = path.join(root, 'dist', 'web');
const stamp = path.join(output, '.built');

/** Builds what is out of date, or everything when `force`. False when a build was needed and failed. */
export async function build({ force = false } = {}) {
  if (!existsSync(config)) return true;
  const sources = await newestSource();
  const built = Number(await readFile(stamp, 'utf8').catch(() => 0));
  if (!force && built >= sources) return true;
  if (!existsSync(vite)) {
    // An install without development packages runs the pages it was shipped with.
    if (existsSync(output)) return true;
    console.log('页面未构建：缺少开发依赖 vite。 Pages not built: the development package vite is not installed.');
    return true;
  }
  const began = Date.now();
  console.log('正在构建页面…… Building the pages…');
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } };
  for (const build of builds) {
    if ((await exitOf(spawn(process.execPath, [vite, 'build', ...build, '--logLevel', 'error'], options))) === 0) continue;
    console.error('页面构建失败，原因见上。 The pages could not be built; the reason stands above.');
    return false;
  }
  await mkdir(output, { recursive: true });
  await writeFile(stamp, String(sources));
  console.log(`页面已构建，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒。 Pages built.`);
  return true;
}

/** When a source of the pages last changed, in milliseconds: web/, the contracts it shares with the server, and the lock file. */
async function newestSource() {
  const files = [path.join(root, 'package-lock.json')];
  for (const folder of ['web', 'server']) {
    for (const entry of await readdir(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      const shared = folder === 'web' || entry.name === 'contract.ts';
      if (entry.isFile() && shared) files.push(path.join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  const times = await Promise.all(files.map(async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0));
  return Math.max(...times);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const done = await build({ force: process.argv.includes('--force') });
  process.exit(done ? 0 : 1);
}
