// `npm test`: builds the pages that the browser tests open, then runs every test once. Arguments go to vitest.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';
import { exitOf, root, underNode24 } from './node.mjs';

await underNode24();
if (!(await build())) process.exit(1);
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
// Tests start Leye, its command line and its threads a hundred times: what Node made of their sources is kept from one to the next.
const env = { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'leye-tests'), ...process.env };
const run = spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });
process.exit(await exitOf(run));
