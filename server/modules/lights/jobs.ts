import { job } from '../../kernel/job/declare.ts';
import { relightDistrict } from './relight.ts';

/** Time alone changes lights: once a day, after midnight, every district's are computed anew. */
export const relightJob = job({
  name: 'lights.relight',
  schedule: '5 0 * * *',
  run: async (_data, kernel) => {
    const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
    for (const { code } of rows) await relightDistrict(kernel, code);
  },
});
