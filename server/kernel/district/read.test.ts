import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/database.ts';
import { connect, type Database } from '../database/connect.ts';
import { establishDistrict } from './establish.ts';
import { districtReader } from './read.ts';

let urls: TestDatabase;
let database: Database;

beforeAll(async () => {
  urls = await testDatabase();
  database = connect(urls.appUrl);
});
afterAll(async () => {
  await database.close();
  await urls.drop();
});

const asked = (hostname: string) => ({ hostname }) as FastifyRequest; // reason: the reader looks at nothing else
const establish = (code: string, zh: string, host?: string) =>
  establishDistrict(urls.ownerUrl, { code, name: { zh, en: zh }, host, startsOn: '2025-01-01', areas: [] });

test('a server that listens before it has a district knows it as soon as it is there', async () => {
  const districts = districtReader(database);
  await expect(districts.of(asked('any'))).rejects.toMatchObject({ code: 'no-district' });
  await establish('110112', '通州区');
  await expect(districts.of(asked('any'))).resolves.toMatchObject({ code: '110112' });
});

test('a name opens its own district; every other name the first', async () => {
  await establish('110113', '顺义区', 'shunyi.test');
  const districts = districtReader(database);
  await expect(districts.of(asked('shunyi.test'))).resolves.toMatchObject({ code: '110113' });
  await expect(districts.of(asked('unknown.test'))).resolves.toMatchObject({ code: '110112' });
  expect((await districts.all()).map(({ code }) => code)).toEqual(['110112', '110113']);
});
