import { Type } from 'typebox';
import { decide } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { getStation, scopeOfStation } from '../market/stations.ts';
import { mayRunStation, maySeeMarket } from '../may.ts';
import { Day, Id } from '../shapes.ts';
import type { Batch, BatchList, BatchReplay } from './contract.ts';
import { replayKeptBatch } from './replay-batch.ts';
import { showPeople } from './show.ts';
import { getBatch, listBatches, stationOfBatch } from './store.ts';

/** The rounds of a station's day; today's where no day is given. */
export const batchesQuery = query({
  name: 'gigs.batches',
  route: 'GET /api/gig-stations/:station/batches',
  input: Type.Object({ station: Id, day: Type.Optional(Day) }, { additionalProperties: false }),
  may: maySeeMarket,
  scope: scopeOfStation,
  run: async ({ station, day }, { transaction, today }): Promise<BatchList> => ({
    station,
    day: day ?? today,
    batches: await listBatches(transaction, station, day ?? today),
  }),
});

const scopeOfBatch = async ({ batch }: { readonly batch: string }, { transaction }: Pick<Reading, 'transaction'>) => {
  const station = await stationOfBatch(transaction, batch);
  return station === undefined ? undefined : await scopeOfStation({ station }, { transaction });
};

/** One round with everybody in it: masked names for whoever works at the station, numbers of the line for everybody else. */
export const batchQuery = query({
  name: 'gigs.batch',
  route: 'GET /api/gig-batches/:batch',
  input: Type.Object({ batch: Id }, { additionalProperties: false }),
  may: maySeeMarket,
  scope: scopeOfBatch,
  run: async ({ batch: id }, reading): Promise<Batch & { named: number }> => {
    const { transaction, actor } = reading;
    const batch = await getBatch(transaction, id);
    const isTheirs = decide(mayRunStation, actor, await scopeOfStation(batch, reading)) === 'allowed';
    const { name } = await getStation(transaction, batch.station);
    const { workers, ...shown } = await showPeople(reading, batch, isTheirs);
    const { input, output: _output, ...facts } = batch;
    return { ...facts, stationName: name, inputHash: input.sha256, ...shown, named: workers.length };
  },
  audit: ({ batch }, { named }) => (named === 0 ? undefined : { batch, people: named }),
});

/** A round run again from what it had looked at: whether it comes to the same, and what the rule of the mornings did in it. */
export const replayBatchQuery = query({
  name: 'gigs.replay-batch',
  route: 'GET /api/gig-batches/:batch/replay',
  input: Type.Object({ batch: Id }, { additionalProperties: false }),
  may: maySeeMarket,
  scope: scopeOfBatch,
  run: async ({ batch }, { transaction }): Promise<BatchReplay> => await replayKeptBatch(transaction, batch),
});
