// `npm start`: builds the pages when they are missing or older than their sources, then runs the server in this process.
// package.json says `exec node …`, so that npm's signals reach this process and npm ends when it has ended, not when a shell has;
// what stands after `||` is for Windows, whose shell knows no exec.
import { build } from './build.mjs';
import { readTypeScript, underNode24 } from './node.mjs';

await underNode24();
if (!process.argv.includes('--without-build') && !(await build())) process.exit(1);
await readTypeScript();
const { start } = await import('../server/start.ts');
await start(process.env);
