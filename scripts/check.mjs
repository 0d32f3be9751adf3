// `npm run check`: everything that can be wrong without running Leye, one line each. `-- --write-types` writes the table types anew.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { exitOf, readTypeScript, root, underNode24 } from './node.mjs';

await underNode24();
await readTypeScript();

if (process.argv.includes('--write-types')) {
  await (await import('./check/types.ts')).writeTypes();
  process.exit(0);
}

const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const tsc = (project) => command(bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', project);
const checks = [
  ['types', () => tsc('.')],
  ...(existsSync(path.join(root, 'web', 'tsconfig.json')) ? [['types of the pages', () => tsc('web')]] : []),
  ['biome', () => command(bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.')],
  ['import borders', async () => (await import('./check/borders.ts')).checkBorders()],
  ['migrations', async () => (await import('./check/migrations.ts')).checkMigrations()],
  ['table types', async () => (await import('./check/types.ts')).checkTypes()],
  ['catalogues', async () => (await import('./check/catalogues.ts')).checkCatalogues()],
];

let failed = 0;
for (const [name, check] of checks) {
  const began = performance.now();
  const problems = await check().catch((error) => [error.stack ?? String(error)]);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (problems.length > 0) failed += 1;
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'}  ${name.padEnd(20)} ${seconds} s`);
  for (const problem of problems) console.log(`      ${problem.trimEnd().replaceAll('\n', '\n      ')}`);
}
console.log(failed === 0 ? `${checks.length} checks passed` : `${failed} of ${checks.length} checks failed`);
process.exit(failed === 0 ? 0 : 1);

/** Runs one of npm's programs; its output is the problem when it fails. */
async function command(program, ...args) {
  const child = spawn(process.execPath, [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await exitOf(child);
  await closed;
  return code === 0 ? [] : [output || `exit code ${code}`];
}
