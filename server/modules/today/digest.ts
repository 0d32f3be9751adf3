import { Type } from 'typebox';
import { system } from '../../kernel/actor/actor.ts';
import { allowSystem } from '../../kernel/actor/permission.ts';
import { today as dayNow } from '../../kernel/clock.ts';
import { command, type Work } from '../../kernel/command/command.ts';
import { execute, type Kernel } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { said } from '../../kernel/i18n/said.ts';
import { job } from '../../kernel/job/declare.ts';
import type { Task } from '../../kernel/module.ts';
import { isQuietOn } from '../../kernel/term/pauses.ts';
import { listServing } from '../people/module.ts';
import { tasksOf } from './tasks.ts';

const letter = {
  subject: said('今天有 {n} 件事要办', 'Things to do today: {n}'),
  text: said(
    '您今天有 {n} 件事要办，其中 {fresh} 件是新的，{late} 件已经到期或逾期。请打开 {address} 逐件办理；能当场答复的，在“今天”页上就能答复。',
    'Things for you to do today: {n}; new: {fresh}; due or overdue: {late}. Open {address} to deal with them; what can be answered at once can be answered on the Today page.',
  ),
};

/**
 * Tells one person what waits for them, exactly what their Today page lists, in one message and at most once a day: when there is something
 * new since the last digest, or something is due. What they do not do here is not repeated event by event.
 */
export const sendDigest = command({
  name: 'today.send-digest',
  input: Type.Object({ account: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  may: allowSystem,
  run: async ({ account }, work): Promise<{ told: boolean }> => {
    const { transaction, today, services } = work;
    const [person] = await listServing(transaction, account);
    if (!person || !(await services.notify.reaches(work, { account }))) return { told: false };
    const tasks = await tasksOf({ ...work, actor: person });
    const before = await toldBefore(work, account);
    const fresh = tasks.filter((task) => !before.has(keyOf(task)));
    const late = tasks.filter(({ due }) => due !== undefined && due <= today);
    if (fresh.length + late.length === 0 || !(await keep(work, account, tasks))) return { told: false };
    const address = `${services.people.foundation.config.publicAddress}/office`;
    const params = { n: tasks.length, fresh: fresh.length, late: late.length, address };
    await services.notify.send(work, { to: { account }, ...letter, params });
    return { told: true };
  },
  audit: ({ account }, { told }) => ({ account, told }),
});

const keyOf = ({ code, link }: Task): string => `${code} ${link}`;

async function toldBefore({ transaction: { client, district }, today }: Work, account: string): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ told: string[] }>(
    'SELECT told FROM digest WHERE district = $1 AND account = $2 AND day < $3 ORDER BY day DESC LIMIT 1',
    [district, account, today],
  );
  return new Set(rows[0]?.told ?? []);
}

/** False where today's digest has gone out already. */
async function keep(
  { transaction: { client, district }, today, now }: Work,
  account: string,
  tasks: readonly Task[],
): Promise<boolean> {
  const { rowCount } = await client.query(
    'INSERT INTO digest (district, account, day, told, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (district, account, day) DO NOTHING',
    [district, account, today, JSON.stringify(tasks.map(keyOf)), now],
  );
  return rowCount === 1;
}

/** Everybody of a district who can be reached, on working days outside quiet periods. Answers how many were told something. */
export async function digestDistrict(kernel: Kernel, district: string): Promise<number> {
  const today = dayNow(kernel.clock);
  if (!kernel.services.calendar.isWorkingDay(today)) return 0;
  const people = await inDistrict(
    kernel.database,
    district,
    async (transaction) => ((await isQuietOn(transaction, today)) ? [] : await listServing(transaction)),
    'read',
  );
  let told = 0;
  for (const { id } of people) {
    const answer = await execute(kernel, sendDigest, { account: id }, { district, actor: system('digest') });
    if (answer.told) told += 1;
  }
  return told;
}

export const digestJob = job({
  name: 'today.digest',
  schedule: '30 8 * * *',
  run: async (_data, kernel) => {
    const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
    for (const { code } of rows) await digestDistrict(kernel, code);
  },
});
