import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testKernel } from '../../../tests/kernel.ts';
import { inDistrict, inDistrictEnding, readOnce, together } from './transaction.ts';

let house: Awaited<ReturnType<typeof testKernel>>;
beforeAll(async () => {
  house = await testKernel();
});
afterAll(() => house.close());

const keep = (key: string) => ({
  text: "INSERT INTO command_key (district, actor, command, key, content_hash, answer, at) VALUES ($1, 'test', 'test', $2, '', 'null', now())",
  values: [house.district, key],
});
const kept = async (key: string): Promise<boolean> =>
  (
    await readOnce(house.kernel.database, house.district, {
      text: 'SELECT 1 FROM command_key WHERE district = $1 AND key = $2',
      values: [house.district, key],
    })
  ).length > 0;

describe('the last statement of a transaction', () => {
  it('is committed with what came before it', async () => {
    const answer = await inDistrictEnding(house.kernel.database, house.district, async ({ client }) => {
      await client.query(keep('first'));
      return { answer: 7, last: keep('last') };
    });
    expect(answer).toBe(7);
    expect([await kept('first'), await kept('last')]).toEqual([true, true]);
  });

  it('undoes all of it where it fails, and its own failure is told', async () => {
    const twice = inDistrictEnding(house.kernel.database, house.district, async ({ client }) => {
      await client.query(keep('twice'));
      return { answer: 7, last: keep('twice') };
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await kept('twice')).toBe(false);
  });
});

describe('several things asked at once', () => {
  it('are answered in their order, and written once', async () => {
    await inDistrict(house.kernel.database, house.district, async ({ client }) => {
      await client.query('SELECT 0');
      const stream = streamOf(client) as Duplex & { _writev(...given: unknown[]): void };
      const written = vi.spyOn(stream, '_writev');
      const answers = await together(client.query('SELECT 1 AS n'), client.query('SELECT $1::integer AS n', [2]), 3);
      expect(answers.map((one) => (typeof one === 'number' ? one : one.rows[0].n))).toEqual([1, 2, 3]);
      expect(written).toHaveBeenCalledOnce();
      written.mockRestore();
    });
  });

  it('are all waited for, whichever fails, and the failure that came first is thrown', async () => {
    let isOver = false;
    const failing = inDistrict(house.kernel.database, house.district, ({ client }) =>
      together(
        client.query('SELECT 1').then(async () => {
          await new Promise((resolve) => setTimeout(resolve, 50));
          await client.query('SELECT 1').catch(() => {});
          isOver = true;
        }),
        client.query('SELECT 1/0'),
        client.query('SELECT 1'),
      ),
    );
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    expect(isOver).toBe(true);
  });
});

describe('one statement that reads', () => {
  it('sees one district and writes nothing, and its connection is lent again', async () => {
    await inDistrict(house.kernel.database, house.district, ({ client }) => client.query(keep('seen')));
    expect(await kept('seen')).toBe(true);
    const elsewhere = { text: "SELECT 1 FROM command_key WHERE key = 'seen'" };
    expect(await readOnce(house.kernel.database, '990000', elsewhere)).toEqual([]);
    await expect(readOnce(house.kernel.database, house.district, keep('unseen'))).rejects.toMatchObject({ code: '25006' });
    for (let time = 0; time < 40; time += 1)
      await readOnce(house.kernel.database, house.district, { text: 'SELECT 1/0' }).catch(() => {});
    expect(await kept('unseen')).toBe(false);
  });
});

const streamOf = (client: pg.PoolClient): Duplex => (client as unknown as { connection: { stream: Duplex } }).connection.stream; // reason: pg does not type its socket
