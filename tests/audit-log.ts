import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Type } from 'typebox';
import { type Actor, system } from '../server/kernel/actor/actor.ts';
import { allow } from '../server/kernel/actor/permission.ts';
import { checkpointKeys } from '../server/kernel/audit/checkpoint-key.ts';
import { systemClock } from '../server/kernel/clock.ts';
import { command } from '../server/kernel/command/command.ts';
import { execute, type Kernel } from '../server/kernel/command/run.ts';
import type { Services } from '../server/kernel/command/services.ts';
import { connect } from '../server/kernel/database/connect.ts';
import { establishDistrict } from '../server/kernel/district/establish.ts';
import { testDatabase } from './database.ts';

export const district = '110112';

export const note = command({
  name: 'test.note-line',
  input: Type.Object({ line: Type.String() }, { additionalProperties: false }),
  may: allow({ 'programme-office': 'district' }, { system: true }),
  run: async ({ line }) => ({ length: line.length }),
  audit: ({ line }) => ({ line }),
});

export const nobody: Actor = { kind: 'staff', id: '0196f1c0-0000-7000-8000-000000000001', name: '试', grants: [] };

/** A district whose audit log is written by real commands, with an owner's connection that may do anything to it. */
export async function openLog() {
  const urls = await testDatabase();
  const area = { code: `${district}000000`, name: '通州区', level: 'county', parent: null } as const;
  await establishDistrict(urls.ownerUrl, {
    code: district,
    name: { zh: '通州区', en: 'Tongzhou' },
    startsOn: '2025-01-01',
    areas: [area],
  });
  const database = connect(urls.appUrl, { connections: 10 });
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  await owner.query(`SET app.district = '${district}'`);
  const kernel: Kernel = {
    database,
    clock: systemClock,
    kinds: new Map(),
    services: {} as Services, // reason: nothing here asks a service
    jobsIn: () => ({ send: () => Promise.reject(new Error('nothing here sends a job')) }),
  };
  return {
    urls,
    database,
    owner,
    kernel,
    keys: checkpointKeys(randomBytes(32)),
    /** Runs that many commands at the same time. */
    note: (count: number) =>
      Promise.all(
        Array.from({ length: count }, (_, line) =>
          execute(kernel, note, { line: `line ${line}` }, { district, actor: system('test') }),
        ),
      ),
    async close() {
      await owner.end();
      await database.close();
      await urls.drop();
    },
  };
}

export type Log = Awaited<ReturnType<typeof openLog>>;
