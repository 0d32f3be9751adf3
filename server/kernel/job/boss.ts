import { PgBoss } from 'pg-boss';
import type { Kernel } from '../command/run.ts';
import type { Transaction } from '../database/transaction.ts';
import type { JobDeclaration } from './declare.ts';
import type { Jobs } from './jobs.ts';

/**
 * Jobs over pg-boss. Sending writes the job's row in the command's own transaction (that is the outbox); a worker takes it after
 * commit. Job tables are not a district's: the district travels in the data.
 */
export async function startJobs(appUrl: string, declarations: readonly JobDeclaration[]) {
  const boss = new PgBoss({ connectionString: appUrl, schema: 'pgboss', migrate: false, createSchema: false, max: 4 });
  // pg-boss tries again by itself; readiness tells that the database is away.
  boss.on('error', () => {});
  await boss.start();
  for (const { name } of declarations)
    await boss.createQueue(queueOf(name), { retryLimit: 5, retryBackoff: true, retryDelay: 5, expireInSeconds: 3600 });

  const stopping = new AbortController();
  const jobsIn = (transaction: Transaction): Jobs => ({
    async send(name, data, options = {}) {
      const db = { executeSql: async (text: string, values?: unknown[]) => await transaction.client.query(text, values) };
      await boss.send(
        queueOf(name),
        { ...data, district: transaction.district },
        { db, startAfter: options.after, singletonKey: options.once },
      );
    },
  });

  return {
    jobsIn,
    /** Writes down what is to be done when; safe to repeat. */
    async schedule() {
      for (const { name, schedule } of declarations)
        if (schedule) await boss.schedule(queueOf(name), schedule, {}, { tz: 'Asia/Shanghai' });
    },
    /** Takes up what waits, from now on. Asks nothing of the database itself: it may be away at this moment. */
    async work(kernel: Kernel) {
      for (const declared of declarations) {
        await boss.work<Record<string, unknown>>(queueOf(declared.name), { pollingIntervalSeconds: 1 }, async ([taken]) => {
          if (taken) await declared.run(taken.data, kernel, stopping.signal);
        });
      }
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 5000, close: true });
    },
  };
}

const queueOf = (name: string) => name.replace('.', '-');
