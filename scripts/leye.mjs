// `npm run leye -- COMMAND`: the command line. It loads only the command that is asked for.
import { readTypeScript, underNode24 } from './node.mjs';

await underNode24();
await readTypeScript();
const { runCommand } = await import('../server/cli/leye.ts');
process.exitCode = await runCommand(process.argv.slice(2));
