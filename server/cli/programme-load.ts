import { DatabaseError } from 'pg';
import type { Config } from '../config.ts';
import { reachDatabase } from '../database-access.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/command/run.ts';
import type { Services } from '../kernel/command/services.ts';
import { connect } from '../kernel/database/connect.ts';
import type { FactKind } from '../kernel/fact/kind.ts';
import { wordsOf } from '../kernel/http/errors.ts';
import { Problem } from '../kernel/problem.ts';
import { establishCity } from '../modules/programme/module.ts';
import { modules } from '../modules.ts';

/** Establishes a checked city in the configured database, beside a running server or alone. */
export async function loadCity(
  config: Config,
  folder: string,
  kinds: ReadonlyMap<string, FactKind>,
  host?: string,
): Promise<number> {
  const reached = await reachDatabase(config);
  const database = connect(reached.appUrl, { connections: 2 });
  const kernel: Kernel = {
    database,
    clock: systemClock,
    kinds,
    // Reason: loading a programme seals nothing and calls nobody; whatever asked for a service here would fail loudly.
    services: { dataDirectory: config.dataDirectory } as Services,
    jobsIn: () => ({
      send: () => Promise.reject(new Error('loading a programme sends no jobs')),
    }),
  };
  try {
    const { programme, district, version } = await establishCity(kernel, reached.ownerUrl, folder, host);
    const figures = programme.measures.reduce((sum, measure) => sum + measure.figures.length, 0);
    process.stdout.write(
      `已载入 loaded：${programme.district.name.zh}（${district.code}），现行第 ${version} 版 version ${version} in force，` +
        `${programme.measures.length} 项任务 measures，${figures} 个指标 figures，${district.areas.length} 个区域 areas\n`,
    );
    return 0;
  } catch (problem) {
    if (isHostTaken(problem)) {
      process.stderr.write(
        `主机名 ${host} 已属于另一个区，请换一个。 The host name ${host} belongs to another district: choose another.\n`,
      );
      return 1;
    }
    if (!(problem instanceof Problem)) throw problem;
    const words = new Map(modules.flatMap((module) => Object.entries(module.words ?? {})));
    process.stderr.write(`${wordsOf(problem, words, 'zh')} ${wordsOf(problem, words, 'en')}\n`);
    return 1;
  } finally {
    await database.close();
    await reached.close();
  }
}

const isHostTaken = (problem: unknown): boolean =>
  problem instanceof DatabaseError && problem.code === '23505' && problem.constraint === 'district_host_key';
