import type { Database } from '../database/connect.ts';
import { inDistrict } from '../database/transaction.ts';
import { type Checkpoint, type CheckpointPlace, readCheckpoints } from './checkpoint.ts';
import { appendToFile, lastInFile, sendToAddress, type WitnessSettings } from './witness.ts';

const PAGE = 500;

/** A district's checkpoints, oldest first, a page a transaction. `after`: only those that came after this one. */
export async function* eachCheckpoint(database: Database, district: string, after?: string): AsyncGenerator<Checkpoint[]> {
  let place = after === undefined ? undefined : await placeOf(database, district, after);
  for (;;) {
    const page = await inDistrict(
      database,
      district,
      ({ client }) => readCheckpoints(client, district, { after: place, limit: PAGE }),
      'read',
    );
    if (page.rows.length > 0) yield page.rows;
    if (!page.next) return;
    place = page.next;
  }
}

/** Where a checkpoint stands. One that the database does not have: the beginning, so that nothing is left out. */
async function placeOf(database: Database, district: string, id: string): Promise<CheckpointPlace | undefined> {
  return await inDistrict(
    database,
    district,
    async ({ client }) =>
      (
        await client.query<CheckpointPlace>(
          'SELECT id, (extract(epoch FROM at) * 1000000)::bigint AS micros FROM audit_checkpoint WHERE district = $1 AND id = $2',
          [district, id],
        )
      ).rows[0],
    'read',
  );
}

/** Lays down with the witness what it does not hold yet; what failed is tried again the next time. */
export type Exporter = (district: string) => Promise<void>;

/**
 * The file is continued after its last line. The address is told the newest checkpoint when the server starts, and then each one
 * until it acknowledges it: a checkpoint vouches for all before it, so nothing is lost where a few never arrived.
 */
export function createExporter(database: Database, witness: WitnessSettings): Exporter {
  const acknowledged = new Map<string, string>();

  const toFile = async (directory: string, district: string) => {
    for await (const page of eachCheckpoint(database, district, await lastInFile(directory, district)))
      await appendToFile(directory, district, page);
  };

  const toAddress = async (url: string, district: string) => {
    const last = acknowledged.get(district);
    if (last === undefined) {
      const [newest] = await inDistrict(
        database,
        district,
        async ({ client }) => (await readCheckpoints(client, district, { newestFirst: true, limit: 1 })).rows,
        'read',
      );
      if (!newest) return;
      await sendToAddress(url, newest);
      acknowledged.set(district, newest.id);
      return;
    }
    for await (const page of eachCheckpoint(database, district, last)) {
      for (const checkpoint of page) {
        await sendToAddress(url, checkpoint);
        acknowledged.set(district, checkpoint.id);
      }
    }
  };

  return async (district) => {
    const done = await Promise.allSettled([
      witness.directory && toFile(witness.directory, district),
      witness.url && toAddress(witness.url, district),
    ]);
    for (const one of done) if (one.status === 'rejected') throw one.reason;
  };
}
