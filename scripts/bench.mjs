// `npm run bench`: every figure with its peer, in one run; bench/main.ts knows which.
import { readTypeScript, underNode24 } from './node.mjs';

await underNode24();
await readTypeScript();
await import('../bench/main.ts');
