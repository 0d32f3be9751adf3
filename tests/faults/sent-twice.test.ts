import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareCity } from './city.ts';
import { expectWhole, select } from './inspect.ts';
import { type Leye, newFolder, remove, signIn, start } from './leye.ts';
import { gigRow, send } from './writers.ts';

let directory: string;
let leye: Leye;
beforeAll(async () => {
  directory = await newFolder();
  await prepareCity(directory);
  leye = await start(directory);
}, 180_000);
afterAll(() => remove(directory, leye));

const CONNECTIONS = 50;
const station = '重复提交站';

describe('the same change sent over fifty connections at once', () => {
  it('happens once, and every one of them hears the same answer', async () => {
    const cookie = await signIn(leye);
    for (let person = 0; person < 5; person += 1) {
      const write = { key: randomUUID(), row: gigRow(station, person) };
      const answers = await Promise.all(Array.from({ length: CONNECTIONS }, () => send(leye, cookie, write)));
      const [first] = answers;
      expect(first).toMatchObject({ status: 200, code: 'new' });
      for (const answer of answers) expect({ ...answer, ms: 0 }).toEqual({ ...first, ms: 0 });
    }
    expect(await effects()).toEqual({ records: 5, facts: 5, keys: 5, entries: 5 });
  });

  it('with other content under the same key it is a conflict for all but those who sent what was kept', async () => {
    const cookie = await signIn(leye);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: CONNECTIONS }, (_, at) => send(leye, cookie, { key, row: gigRow(station, 100 + (at % 2)) })),
    );
    const kept = answers.filter(({ status }) => status === 200);
    expect(new Set(kept.map(({ record }) => record)).size).toBe(1);
    expect(kept).toHaveLength(CONNECTIONS / 2);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(answer).toMatchObject({ status: 409, code: 'key-reused' });
    expect(await effects()).toEqual({ records: 6, facts: 6, keys: 6, entries: 6 });
    await expectWhole(leye);
  });
});

const effects = async () =>
  (
    await select(
      directory,
      `WITH mine AS (SELECT id FROM record WHERE content ->> 'station' = $1)
       SELECT (SELECT count(*) FROM mine)::int AS records,
         (SELECT count(*) FROM fact WHERE record IN (SELECT id FROM mine))::int AS facts,
         (SELECT count(*) FROM command_key WHERE command = 'records.send-record' AND (answer ->> 'id')::uuid IN (SELECT id FROM mine))::int AS keys,
         (SELECT count(*) FROM audit_entry WHERE action = 'records.send-record' AND outcome = 'done'
            AND (content::jsonb ->> 'record')::uuid IN (SELECT id FROM mine))::int AS entries`,
      [station],
    )
  )[0];
