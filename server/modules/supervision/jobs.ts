import type { Kernel } from '../../kernel/command/run.ts';
import { job } from '../../kernel/job/declare.ts';
import { superviseDistrict } from './commands/run-day.ts';

/** Every district's daily supervision, one after another. A district that fails is tried again with the job; the others have had theirs. */
export async function superviseAll(kernel: Kernel): Promise<{ districts: number; issued: number }> {
  const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
  let issued = 0;
  const failures: unknown[] = [];
  for (const { code } of rows) {
    try {
      issued += (await superviseDistrict(kernel, code)).issued;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `the day's supervision failed in districts: ${failures.length}`);
  return { districts: rows.length, issued };
}

/** From seven in the morning, every hour of the working day: the first that finds the server running does the day, the others nothing. */
export const superviseJob = job({
  name: 'supervision.run-day',
  schedule: '5 7-18 * * *',
  run: async (_data, kernel) => {
    await superviseAll(kernel);
  },
});
