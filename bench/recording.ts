import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { execute } from '../server/kernel/command/run.ts';
import { sendRecord, sendRecords } from '../server/modules/records/module.ts';
import { staffOf } from './actor.ts';
import { DISTRICT, type House, type Line, openHouse, percentile } from './house.ts';

const CONNECTIONS = 8;
const BATCH = 1000;
const tables = ['record', 'fact', 'fact_tail', 'command_key', 'audit_entry'] as const;

/**
 * Recording through the command beside raw insertion of the very rows that it wrote: the same columns and indexes without row-level
 * security, prepared statements, one transaction each (or COPY for the bulk), the same server, durability and connections.
 */
export async function benchRecording(count: number, bulk: number): Promise<Line[]> {
  const house = await openHouse(CONNECTIONS);
  try {
    return [await oneByOne(house, count), await inBulk(house, bulk)];
  } finally {
    await house.close();
  }
}

const call = () => ({ district: DISTRICT, actor: staffOf('programme-office'), key: randomUUID() });
const loan = (run: string, at: number) => ({
  contract: `${run}-${at}`,
  part: '1',
  borrower: '个人',
  amount: '300000',
  paidOn: `2026-0${1 + (at % 9)}-1${at % 10}`,
  bank: '示例银行',
  area: '110112109000',
});

const ROUNDS = 9;

async function oneByOne(house: House, count: number): Promise<Line> {
  const { kernel } = house;
  const send = (run: string) => (at: number) => execute(kernel, sendRecord, { type: 'loan', row: loan(run, at) }, call());
  await spread(Math.ceil(count / 10), send('warm'));
  return await inTurn('recording a fact one by one, in a transaction each', 0.6, async (round) => {
    const began = new Date();
    return { own: await spread(count, send(`one-${round}`)), raw: await rawOneByOne(house, began) };
  });
}

async function inBulk(house: House, count: number): Promise<Line> {
  const { kernel } = house;
  const send = (run: string) => async (batch: number) => {
    const rows = Array.from({ length: BATCH }, (_, at) => loan(run, batch * BATCH + at));
    await execute(kernel, sendRecords, { type: 'loan', rows }, call());
  };
  await spread(5, send('bulk-warm'), 1);
  return await inTurn(`recording in batches of ${BATCH}`, 0.5, async (round) => {
    const began = new Date();
    return {
      own: (await spread(Math.ceil(count / BATCH), send(`bulk-${round}`), 1)) * BATCH,
      raw: await rawBulk(house, began),
    };
  });
}

/** The two in turn, several times: machines have moods. The medians of the rates and of the ratios. */
async function inTurn(what: string, bar: number, both: (round: number) => Promise<{ own: number; raw: number }>): Promise<Line> {
  const rounds: { own: number; raw: number; ratio: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { own, raw } = await both(round);
    rounds.push({ own, raw, ratio: own / raw });
  }
  const middle = (of: 'own' | 'raw' | 'ratio') =>
    percentile(
      rounds.map((round) => round[of]),
      50,
    );
  return {
    what,
    leye: `${Math.round(middle('own')).toLocaleString('en')} records/s`,
    peer: `raw ${Math.round(middle('raw')).toLocaleString('en')} records/s`,
    ratio: `${(middle('ratio') * 100).toFixed(0)} %`,
    bar: `≥ ${bar * 100} % of raw`,
    holds: middle('ratio') >= bar,
  };
}

/** Work per second, on so many lanes at once. */
async function spread(count: number, work: (at: number) => Promise<unknown>, lanes = CONNECTIONS): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let at = next++; at < count; at = next++) await work(at);
    }),
  );
  return (count / (performance.now() - began)) * 1000;
}

type Written = { readonly columns: readonly string[]; readonly rows: readonly unknown[][] };

/** The rows that Leye wrote since `began`, and empty twins of their tables to write them into. */
async function twins(house: House, began: Date): Promise<{ owner: pg.Client; written: Map<string, Written> }> {
  const owner = new pg.Client({ connectionString: house.ownerUrl });
  await owner.connect();
  await owner.query(`SET app.district = '${DISTRICT}'; DROP SCHEMA IF EXISTS raw CASCADE; CREATE SCHEMA raw`);
  const written = new Map<string, Written>();
  for (const table of tables) {
    await owner.query(`CREATE TABLE raw.${table} (LIKE public.${table} INCLUDING ALL)`);
    const since =
      table === 'fact_tail'
        ? 'last_at >= $1'
        : table === 'command_key' || table === 'audit_entry'
          ? 'at >= $1'
          : 'recorded_at >= $1';
    const { rows, fields } = await owner.query({
      text: `SELECT * FROM public.${table} WHERE ${since}`,
      values: [began],
      rowMode: 'array',
      types: { getTypeParser: () => (text: string) => text },
    });
    written.set(table, { columns: fields.map(({ name }) => `"${name}"`), rows });
  }
  return { owner, written };
}

async function rawOneByOne(house: House, began: Date): Promise<number> {
  const { owner, written } = await twins(house, began);
  const count = written.get('record')?.rows.length ?? 0;
  const statements = tables.map((table) => {
    const { columns, rows } = written.get(table) ?? { columns: [], rows: [] };
    return {
      name: `raw_${table}`,
      text: `INSERT INTO raw.${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      rows,
    };
  });
  const pool = new pg.Pool({ connectionString: house.ownerUrl, max: CONNECTIONS });
  const write = async (at: number) => {
    const client = await pool.connect();
    await client.query('BEGIN');
    for (const { name, text, rows } of statements) if (rows[at]) await client.query({ name, text, values: rows[at] });
    await client.query('COMMIT');
    client.release();
  };
  const rate = await spread(count, write);
  await pool.end();
  await owner.end();
  return rate;
}

/** The fastest plain way from a program: each table's rows by COPY in one transaction a thousand records, on one connection as ours. */
async function rawBulk(house: House, began: Date): Promise<number> {
  const { owner, written } = await twins(house, began);
  const { from } = await import('pg-copy-streams');
  const records = written.get('record')?.rows.length ?? 0;
  const pool = new pg.Pool({ connectionString: house.ownerUrl, max: 1 });
  const write = async (batch: number) => {
    const client = await pool.connect();
    await client.query('BEGIN');
    for (const table of tables) {
      const { columns, rows } = written.get(table) ?? { columns: [], rows: [] };
      const part = (at: number) => Math.floor((Math.min(at, records) / records) * rows.length);
      const share = rows.slice(part(batch * BATCH), part((batch + 1) * BATCH));
      const stream = client.query(from(`COPY raw.${table} (${columns.join(', ')}) FROM STDIN`));
      stream.end(share.map((row) => `${row.map(copied).join('\t')}\n`).join(''));
      await new Promise<void>((done, failed) => stream.once('finish', done).once('error', failed));
    }
    await client.query('COMMIT');
    client.release();
  };
  const rate = (await spread(Math.ceil(records / BATCH), write, 1)) * BATCH;
  await pool.end();
  await owner.end();
  return rate;
}

const copied = (value: unknown): string =>
  value === null
    ? '\\N'
    : String(value).replace(
        /[\\\t\n\r]/g,
        (character) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[character] ?? character,
      );
