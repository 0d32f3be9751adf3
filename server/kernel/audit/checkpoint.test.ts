import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { district, type Log, openLog } from '../../../tests/audit-log.ts';
import { type Checkpoint, checkpointHash, takeCheckpoint } from './checkpoint.ts';
import { checkpointKeys, isSignedBy, publicKeyFromText } from './checkpoint-key.ts';
import { createExporter } from './export-checkpoints.ts';
import { startCheckpoints } from './start-checkpoints.ts';
import { verifyAudit } from './verify.ts';
import { appendToFile, readWitness, WitnessSettingError, witnessFile } from './witness.ts';

describe('checkpoints', () => {
  let log: Log;
  let folder: string;
  beforeAll(async () => {
    [log, folder] = await Promise.all([openLog(), mkdtemp(path.join(tmpdir(), 'leye-witness-'))]);
  });
  afterAll(async () => {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  const count = async () => (await log.owner.query('SELECT count(*)::int AS n FROM audit_checkpoint')).rows[0].n;
  const lines = async (directory = folder): Promise<Checkpoint[]> =>
    (await readFile(witnessFile(directory, district), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  test('none is taken of an empty log, one when it moved, none again until it moves', async () => {
    expect(await takeCheckpoint(log.kernel, district, log.keys)).toBeUndefined();
    await log.note(3);
    const first = await takeCheckpoint(log.kernel, district, log.keys);
    expect(first?.heads.reduce((sum, { seq }) => sum + seq, 0)).toBe(3);
    expect(await takeCheckpoint(log.kernel, district, log.keys)).toBeUndefined();
    await log.note(1);
    expect((await takeCheckpoint(log.kernel, district, log.keys))?.previous).toBe(first?.hash);
  });

  test('servers that take one at the same moment make one chain, whatever their clocks say', async () => {
    const before = await count();
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        await log.note(2);
        const slow = { ...log.kernel.clock, now: () => new Date(Date.now() - index * 3_600_000) };
        await takeCheckpoint({ database: log.database, clock: slow }, district, log.keys);
      }),
    );
    await takeCheckpoint(log.kernel, district, log.keys);
    expect(await count()).toBeGreaterThan(before);
    expect((await verifyAudit(log.database, district, log.keys.publicKeys)).findings).toEqual([]);
  });

  test('a witness can verify a signature with the public key alone', async () => {
    await log.note(1);
    const taken = await takeCheckpoint(log.kernel, district, log.keys);
    const written = publicKeyFromText(log.keys.publicText);
    if (!taken || !written) throw new Error('no checkpoint or no key');
    expect(checkpointHash(taken)).toBe(taken.hash);
    expect(isSignedBy([written], taken.hash, taken.signature)).toBe(true);
    expect(
      isSignedBy(
        [written],
        taken.hash.replace(/^./, (c) => (c === '0' ? '1' : '0')),
        taken.signature,
      ),
    ).toBe(false);
    expect(isSignedBy(checkpointKeys(Buffer.alloc(32, 1)).publicKeys, taken.hash, taken.signature)).toBe(false);
    expect(() => checkpointKeys(Buffer.alloc(31))).toThrow(RangeError);
  });

  test('the loop takes and exports them, survives a lost witness, and takes the last one when the server stops', async () => {
    const errors: string[] = [];
    const running = startCheckpoints({
      ...log.kernel,
      keys: log.keys,
      witness: { directory: folder, url: 'http://127.0.0.1:9/nobody', oldPublicKeys: [] },
      districts: async () => [{ code: district }],
      onError: (error) => errors.push(String(error)),
      every: 30,
    });
    await log.note(2);
    const before = await count();
    while ((await count()) === before) await pause(20);
    await running.stop();
    await log.note(2);
    const again = startCheckpoints({
      ...log.kernel,
      keys: log.keys,
      witness: { directory: folder, url: undefined, oldPublicKeys: [] },
      districts: async () => [{ code: district }],
      onError: (error) => errors.push(String(error)),
    });
    await again.stop();
    expect(errors.length).toBeGreaterThan(0);
    expect((await lines()).length).toBe(await count());
    const verified = await verifyAudit(log.database, district, log.keys.publicKeys, {
      witness: linesOf(await readFile(witnessFile(folder, district), 'utf8')),
    });
    expect(verified).toMatchObject({ findings: [], entriesSince: 0, witnessed: await count() });
  });

  test('half a line in the witness’s file, left by a killed server, costs nothing', async () => {
    const torn = path.join(folder, 'torn');
    const whole = await lines();
    await appendToFile(torn, district, whole.slice(0, 2));
    await appendFile(witnessFile(torn, district), JSON.stringify(whole[2]).slice(0, 50));
    await createExporter(log.database, { directory: torn, url: undefined, oldPublicKeys: [] })(district);
    const text = await readFile(witnessFile(torn, district), 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(whole.length + 1);
    expect(JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')).toEqual(whole.at(-1));
  });

  test('an address is told each checkpoint until it has acknowledged it', async () => {
    const told: Checkpoint[] = [];
    let isAway = true;
    const server = createServer((request, answer) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        if (!isAway) told.push(JSON.parse(body));
        answer.writeHead(isAway ? 503 : 204).end();
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // reason: it listens on a port
    try {
      const send = createExporter(log.database, { directory: undefined, url, oldPublicKeys: [] });
      await expect(send(district)).rejects.toThrow('503');
      isAway = false;
      await send(district);
      expect(told.map(({ id }) => id)).toEqual([(await lines()).at(-1)?.id]);
      isAway = true;
      const missed: string[] = [];
      for (let round = 0; round < 2; round += 1) {
        await log.note(1);
        missed.push((await takeCheckpoint(log.kernel, district, log.keys))?.id ?? '');
        await expect(send(district)).rejects.toThrow('503');
      }
      isAway = false;
      await send(district);
      await send(district);
      expect(told.slice(1).map(({ id }) => id)).toEqual(missed);
    } finally {
      server.close();
    }
  });

  test('settings that can’t be used are named', () => {
    expect(readWitness({})).toEqual({ directory: undefined, url: undefined, oldPublicKeys: [] });
    expect(() => readWitness({ LEYE_WITNESS_URL: 'ftp://x' })).toThrow(WitnessSettingError);
    expect(() => readWitness({ LEYE_CHECKPOINT_OLD_PUBLIC_KEYS: 'abc' })).toThrow('LEYE_CHECKPOINT_OLD_PUBLIC_KEYS');
    expect(
      readWitness({ LEYE_CHECKPOINT_OLD_PUBLIC_KEYS: `${log.keys.publicText}, ${log.keys.publicText}` }).oldPublicKeys,
    ).toHaveLength(2);
  });
});

async function* linesOf(text: string): AsyncGenerator<string> {
  yield* text.split('\n');
}
