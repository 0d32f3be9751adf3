import path from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.ts';
import { explainConfigError } from '../config-errors.ts';
import { reachDatabase } from '../database-access.ts';
import { openHouse } from '../house.ts';
import { explainStartError } from '../kernel/database/start-errors.ts';
import { dayOf } from '../kernel/term/day.ts';
import { SEED, tellStory } from '../modules/demo/module.ts';
import { citiesFolder, establishCity } from '../modules/programme/module.ts';

const usage = `用法 Usage: leye demo --scale city [--rows 1000000] [--seed N]
  写入一个大型演示区（默认一百万条零工服务记录），经由真实的入库命令；中断后再运行会接着写。
  Writes a large demonstration (a million gig-service records by default) through the real commands; run again, it goes on where it stopped.`;

/** `leye demo`: beside a running server or alone. Exit 0 done, 1 could not, 2 usage. */
export async function demoCommand(args: string[]): Promise<number> {
  const wanted = readArguments(args);
  if (!wanted) {
    console.error(usage);
    return 2;
  }
  try {
    const config = readConfig(process.env);
    if (config.mode === 'production') {
      console.error('正式运行的系统不写入演示数据。 A production system takes no demonstration data.');
      return 1;
    }
    const database = await reachDatabase(config);
    try {
      await write(config, database, wanted);
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    const sentence = error instanceof ConfigError ? explainConfigError(error) : explainStartError(error);
    if (!sentence) throw error;
    console.error(sentence);
    return 1;
  }
}

function readArguments(args: string[]): { rows: number; seed: number } | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        scale: { type: 'string' },
        rows: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: String(SEED) },
      },
    });
    const [rows, seed] = [Number(values.rows), Number(values.seed)];
    return values.scale === 'city' && Number.isInteger(rows) && rows > 0 && Number.isInteger(seed) ? { rows, seed } : undefined;
  } catch {
    return undefined;
  }
}

async function write(
  config: ReturnType<typeof readConfig>,
  urls: { ownerUrl: string; appUrl: string },
  { rows, seed }: { rows: number; seed: number },
): Promise<void> {
  const house = await openHouse(config, urls, { connections: 4 });
  try {
    const { district, programme } = await establishCity(house.kernel, urls.ownerUrl, path.join(citiesFolder, 'tongzhou'));
    const began = performance.now();
    const to = dayOf(house.kernel.clock.now());
    const written = await tellStory(house.kernel, {
      district: district.code,
      from: programme.startsOn,
      to,
      seed,
      gigServices: rows,
      onProgress: (done, month) => draw(done, rows, month, began),
    });
    process.stdout.write('\n');
    console.log(`已写入 ${written} 条记录，用时 ${seconds(began)} 秒。 ${written} records written in ${seconds(began)} s.`);
  } finally {
    await house.close();
  }
}

const WIDTH = 30;
/** About as many rows as the other record types have, beside the station's. */
const FEW = 31_000;
let drawnAt = 0;

/** One line that is drawn over; where output is not a terminal, a line every ten seconds. */
function draw(done: number, rows: number, month: string, began: number): void {
  const now = performance.now();
  const isOver = done >= rows + FEW;
  if (!isOver && now - drawnAt < (process.stdout.isTTY ? 200 : 10_000)) return;
  drawnAt = now;
  const share = Math.min(1, done / (rows + FEW));
  const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
  const line = `${bar} ${Math.floor(share * 100)}%  ${month}  ${done} 条 records  ${seconds(began)} s`;
  process.stdout.write(process.stdout.isTTY ? `\r${line}\u001B[K` : `${line}\n`);
}

const seconds = (began: number): string => ((performance.now() - began) / 1000).toFixed(0);
