import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../../kernel/clock.ts';
import type { Kernel } from '../../../kernel/command/run.ts';
import type { Services } from '../../../kernel/command/services.ts';
import { connect } from '../../../kernel/database/connect.ts';
import { createSeal, type SealKeys } from '../../../kernel/seal/seal.ts';
import { recordKinds } from '../catalogue.ts';
import { workOnImport } from './work.ts';

/** The thread in which a file is read, checked and written, so that nobody else's page waits for it. */
export type ThreadData = {
  readonly appUrl: string;
  readonly keys: SealKeys;
  readonly dataDirectory: string;
  readonly district: string;
  readonly id: string;
};

// On Linux this is the thread's own: people's pages come first.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const { appUrl, keys, dataDirectory, district, id } = workerData as ThreadData; // reason: run-import.ts starts this thread with exactly these
const database = connect(appUrl, { connections: 3 });
const kernel: Kernel = {
  database,
  clock: systemClock,
  kinds: new Map(recordKinds.map((kind) => [kind.name, kind])),
  services: { seal: createSeal(keys), sealKeys: keys, dataDirectory } as Services, // reason: the commands run here use these and no other
  jobsIn: () => ({
    send: async () => {
      throw new TypeError('an import sends no jobs');
    },
  }),
};

// One worker an import, on whatever server: the lock goes with the connection, so a killed worker frees it.
const holder = await database.pool.connect();
try {
  const { rows } = await holder.query<{ mine: boolean }>('SELECT pg_try_advisory_lock(hashtextextended($1, 19)) AS mine', [
    `import ${id}`,
  ]);
  if (rows[0]?.mine) await workOnImport({ kernel, district, id });
  parentPort?.postMessage(rows[0]?.mine ? 'done' : 'busy');
} finally {
  holder.release(true);
  await database.close();
}
