// `npm run dev`: the server, started again at every change of its files, and Vite for the pages, side by side until Ctrl-C.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { exitOf, root, underNode24 } from './node.mjs';

await underNode24();
const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const run = (...args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });

const server = run('--watch', '--watch-preserve-output', path.join('scripts', 'start.mjs'), '--without-build');
const config = path.join('web', 'vite.config.ts');
const pages = existsSync(path.join(root, config)) ? run(bin('vite', 'bin', 'vite.js'), '--config', config) : undefined;
const codes = [server, pages].filter(Boolean).map(exitOf);
const code = await Promise.race(codes);
for (const child of [server, pages]) child?.kill('SIGTERM');
await Promise.all(codes);
process.exit(code);
