import autocannon from 'autocannon';
import fastify from 'fastify';
import pg from 'pg';
import { Type } from 'typebox';
import { visitor } from '../server/kernel/actor/actor.ts';
import { allowAnyone } from '../server/kernel/actor/permission.ts';
import { query } from '../server/kernel/command/query.ts';
import { districtReader } from '../server/kernel/district/read.ts';
import { createApp } from '../server/kernel/http/app.ts';
import { kernelWords } from '../server/kernel/http/errors.ts';
import { nobody } from '../server/kernel/http/identity.ts';
import { languageOf } from '../server/kernel/http/language.ts';
import { DISTRICT, type Line, openHouse, percentile } from './house.ts';

const text = "SELECT code, name FROM area WHERE district = $1 AND level = 'town' ORDER BY code LIMIT 5";

const towns = query({
  name: 'bench.towns',
  route: 'GET /api/bench/towns',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, { transaction }) =>
    (await transaction.client.query({ name: 'bench', text, values: [transaction.district] })).rows,
});

/** A trivial read through Leye's whole HTTP face beside bare Fastify and pg with the same statement, in turn, seven times. */
export async function benchReading(seconds: number): Promise<Line[]> {
  const house = await openHouse(8);
  const districts = districtReader(house.kernel.database);
  const host = {
    kernel: house.kernel,
    identify: async () => visitor,
    knownOutside: async () => nobody,
    districtOf: districts.of,
    languageOf,
    words: new Map(Object.entries(kernelWords)),
    isDemo: true,
    publicAddress: 'http://127.0.0.1',
  };
  const leye = await createApp(host, [{ name: 'bench', queries: [towns] }], { logger: false, trustProxy: [], version: 'bench' });
  const bare = fastify();
  const pool = new pg.Pool({ connectionString: house.ownerUrl, max: 8, options: `-c app.district=${DISTRICT}` });
  pool.on('error', () => {});
  bare.get('/towns', async () => (await pool.query({ name: 'bare', text, values: [DISTRICT] })).rows);
  try {
    const own = `${await leye.listen({ port: 0, host: '127.0.0.1' })}/api/bench/towns`;
    const peer = `${await bare.listen({ port: 0, host: '127.0.0.1' })}/towns`;
    await load(own, 1);
    await load(peer, 1);
    const rounds: { own: number; peer: number; ratio: number }[] = [];
    for (let round = 0; round < 7; round += 1) {
      const [a, b] = [await load(own, seconds), await load(peer, seconds)];
      rounds.push({ own: a, peer: b, ratio: a / b });
    }
    const middle = (of: 'own' | 'peer' | 'ratio') =>
      percentile(
        rounds.map((round) => round[of]),
        50,
      );
    return [
      {
        what: 'a trivial read over HTTP',
        leye: `${Math.round(middle('own'))} requests/s`,
        peer: `bare Fastify + pg ${Math.round(middle('peer'))} requests/s`,
        ratio: `${(middle('ratio') * 100).toFixed(0)} %`,
        bar: '≥ 50 %',
        holds: middle('ratio') >= 0.5,
      },
    ];
  } finally {
    await leye.close();
    await bare.close();
    await pool.end();
    await house.close();
  }
}

async function load(url: string, seconds: number): Promise<number> {
  // From a thread of its own: in ours, its work would be counted as the server's.
  const result = await autocannon({ url, connections: 16, duration: seconds, workers: 1 });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers from ${url} were no success`);
  return result.requests.average;
}
