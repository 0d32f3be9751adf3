import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Kernel } from '../server/kernel/command/run.ts';
import { ask, execute } from '../server/kernel/command/run.ts';
import { inDistrict } from '../server/kernel/database/transaction.ts';
import { keepFile } from '../server/kernel/files/keep-file.ts';
import { syntheticIdNumber } from '../server/kernel/identifier/synthetic.ts';
import { createSeal } from '../server/kernel/seal/seal.ts';
import { reverseImport, takeImport, uploadImport } from '../server/modules/records/commands/imports.ts';
import type { ImportView } from '../server/modules/records/contract.ts';
import { originalsOf } from '../server/modules/records/import/originals.ts';
import { runImport } from '../server/modules/records/import/run-import.ts';
import { getImport } from '../server/modules/records/queries/imports.ts';
import { staffOf } from './actor.ts';
import { DISTRICT, type Line, openHouse, timed } from './house.ts';
import { writeWorkbook } from './workbook.ts';

const call = { district: DISTRICT, actor: staffOf('programme-office') };

/**
 * Imports of `rows` gig services (names, ID numbers, areas: the widest personal type) as CSV and as a workbook: preview and taking, the
 * whole process's peak memory, the longest moment in which the server could not have answered anybody, and the same file again.
 */
export async function benchImport(rows: number): Promise<Line[]> {
  const house = await openHouse();
  try {
    const sealKeys = { sealKey: randomBytes(32), indexKey: randomBytes(32) };
    const kernel: Kernel = { ...house.kernel, services: { ...house.kernel.services, seal: createSeal(sealKeys), sealKeys } };
    const areas = await inDistrict(
      kernel.database,
      DISTRICT,
      async ({ client }) =>
        (
          await client.query<{ name: string }>("SELECT name FROM area WHERE district = $1 AND level = 'town' ORDER BY code", [
            DISTRICT,
          ])
        ).rows.map(({ name }) => name),
      'read',
    );
    const csv = path.join(house.directory, 'gig.csv');
    await writeFile(csv, csvOf(lines(rows, areas, 'csv')));
    const xlsx = path.join(house.directory, 'gig.xlsx');
    await writeWorkbook(xlsx, lines(rows, areas, 'xlsx'));
    return [...(await benchFile(kernel, csv, 'csv', rows)), ...(await benchFile(kernel, xlsx, 'xlsx', rows))];
  } finally {
    await house.close();
  }
}

function* csvOf(rows: Iterable<readonly string[]>): Generator<string> {
  for (const row of rows) yield `${row.join(',')}\n`;
}

function* lines(count: number, areas: readonly string[], station: string): Generator<string[]> {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  yield ['姓名', '身份证号', '服务项目', '服务日期', '服务站点', '所在地区'];
  const services = ['岗位对接', '信息咨询', '职业指导', '歇脚休整'];
  for (let at = 0; at < count; at += 1) {
    const day = `2026-${String(1 + (at % 9)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
    yield [
      `测${at % 500}`,
      syntheticIdNumber(random),
      services[at % 4] ?? '',
      day,
      `${station}-${Math.floor(at / 1000)}`,
      areas[at % areas.length] ?? '',
    ];
  }
}

async function benchFile(kernel: Kernel, file: string, fileType: 'csv' | 'xlsx', rows: number): Promise<Line[]> {
  let peak = 0;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const first = await sendAndRun(kernel, file, fileType);
  await execute(kernel, takeImport, { import: first.id, mode: 'all' }, call);
  const taking = await timed(() => runImport(kernel, DISTRICT, first.id));
  const taken = await view(kernel, first.id);
  const again = await sendAndRun(kernel, file, fileType);
  await execute(kernel, reverseImport, { import: first.id, why: 'measured' }, call);
  const reversing = await timed(() => runImport(kernel, DISTRICT, first.id));
  const reversed = await view(kernel, first.id);
  delay.disable();
  clearInterval(sampling);
  const seconds = (first.took + taking) / 1000;
  const memory = peak / 1024 / 1024;
  const what = `import of ${rows.toLocaleString('en')} rows as .${fileType}`;
  const right =
    taken.state === 'taken' &&
    taken.receipt?.new === rows &&
    again.counts?.alreadyThere === rows &&
    reversed.state === 'reversed';
  if (!right)
    throw new Error(
      `the import did not do its work: ${JSON.stringify([taken.failure, taken.counts, again.counts, reversed.failure])}`,
    );
  return [
    {
      what,
      leye: `${seconds.toFixed(1)} s (preview ${(first.took / 1000).toFixed(1)}, taking ${(taking / 1000).toFixed(1)})`,
      peer: `the same file again ${(again.took / 1000).toFixed(1)} s, reversal ${(reversing / 1000).toFixed(1)} s`,
      ratio: '',
      bar: '≤ 60 s',
      holds: seconds <= 60,
    },
    {
      what: `${what}: memory of the whole process`,
      leye: `${memory.toFixed(0)} MB`,
      peer: '',
      ratio: '',
      bar: '≤ 600 MB',
      holds: memory <= 600,
    },
    {
      what: `${what}: longest pause for others`,
      leye: `${(delay.max / 1e6).toFixed(0)} ms`,
      peer: '',
      ratio: '',
      bar: '≤ 300 ms',
      holds: delay.max / 1e6 <= 300,
    },
  ];
}

async function sendAndRun(kernel: Kernel, file: string, fileType: 'csv' | 'xlsx'): Promise<ImportView & { took: number }> {
  const kept = await keepFile(originalsOf(kernel.services, DISTRICT), createReadStream(file), 200 * 1024 * 1024);
  const { import: id } = await execute(
    kernel,
    uploadImport,
    { type: 'gig-service', fileName: path.basename(file), sha256: kept.sha256, size: kept.size, fileType },
    call,
  );
  const took = await timed(() => runImport(kernel, DISTRICT, id));
  return { ...(await view(kernel, id)), took };
}

const view = (kernel: Kernel, id: string): Promise<ImportView> => ask(kernel, getImport, { import: id }, call);
