import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbedded } from '../../server/kernel/database/embedded.ts';
import { migrate } from '../../server/kernel/database/migrate.ts';
import { root } from './source.ts';

const run = promisify(execFile);
const generated = path.join(root, 'server', 'kernel', 'database', 'types.gen.ts');

/** The table types as the migrations make them, on a database of their own. */
export async function generateTypes(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'leye-types-'));
  await chmod(directory, 0o755);
  const embedded = await startEmbedded({ directory: path.join(directory, 'data'), settings: { fsync: 'off' } });
  try {
    await migrate(embedded.ownerUrl);
    const output = path.join(directory, 'types.gen.ts');
    const codegen = path.join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js');
    const flags = ['--dialect', 'postgres', '--url', embedded.ownerUrl, '--out-file', output, ...FLAGS];
    await run(process.execPath, [codegen, ...flags], { cwd: directory });
    // The generator can be told how the driver reads numeric, not how it reads bigint: `connect.ts` makes both numbers.
    return (await readFile(output, 'utf8')).replace('Int8 = ColumnType<string,', 'Int8 = ColumnType<number,');
  } finally {
    await embedded.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** As `connect.ts` has the driver read them: dates as text, numeric as number. */
const FLAGS = [
  '--default-schema',
  'public',
  '--exclude-pattern',
  'pgboss.*',
  '--date-parser',
  'string',
  '--numeric-parser',
  'number',
];

/** Fails when the generated types are not those of the migrations. */
export async function checkTypes(): Promise<string[]> {
  const same = (await generateTypes()) === (await readFile(generated, 'utf8').catch(() => ''));
  return same ? [] : ['server/kernel/database/types.gen.ts is not what the migrations make: run npm run check -- --write-types'];
}

export const writeTypes = async (): Promise<void> => writeFile(generated, await generateTypes());
