import { Type } from 'typebox';
import { system } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { job } from '../../../kernel/job/declare.ts';
import { termsOn } from '../rules/terms.ts';
import { beijingMinutes } from '../shifts.ts';
import { tellEmployer, tellResident, yuan } from '../tell.ts';

/** Many at a time, but never so many that others wait for the rows. */
const MOST = 500;

/**
 * Shifts that are over and of which nobody has said anything: each worker is told once, and the employer once for all of them. They stand
 * on the employer's page until attendance is there.
 */
export const askAttendance = command({
  name: 'gigs.ask-attendance',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work) => {
    const { transaction, now, today } = work;
    const { client, district } = transaction;
    const { askAfterMinutes } = (await termsOn(transaction, today)).attendance;
    const { rows } = await client.query<{ worker: string; employer: string; day: string; site: string }>(
      `UPDATE gig_placement p SET asked_at = $2
       FROM (SELECT q.id, o.site FROM gig_placement q JOIN gig_order o ON o.district = $1 AND o.id = q."order"
             WHERE q.district = $1 AND q.state IN ('placed', 'started') AND q.ends_at < $3 AND q.asked_at IS NULL
             ORDER BY q.id LIMIT ${MOST} FOR UPDATE OF q SKIP LOCKED) AS due
       WHERE p.district = $1 AND p.id = due.id RETURNING p.worker, p.employer, p.day::text, due.site`,
      [district, now, new Date(now.getTime() - askAfterMinutes * 60_000)],
    );
    for (const { worker, day, site } of rows)
      await tellResident(work, worker, {
        subject: said('收工了吗', 'Has your shift ended?'),
        text: said(
          '【乐业】您 {day} 在“{site}”的活已经过了收工时间，还没有人登记您干了没有。干了的话，请老板登记，或到零工站窗口说一声，工钱才算得出来。',
          'Leye: your shift on {day}, “{site}”, is over and nobody has recorded it. If you worked, ask the employer to record it or tell the station’s counter, so that your wage can be worked out.',
        ),
        params: { day, site },
      });
    for (const [employer, own] of Map.groupBy(rows, (row) => row.employer))
      await tellEmployer(work, employer, {
        subject: said('请登记考勤', 'Please record attendance'),
        text: said(
          '【乐业】{people} 位工友的活已经过了收工时间，还没有登记谁来了、几点走的。请在“我的用工单”里一次登记完；一直不登记，不能发新单。',
          'Leye: the shifts of {people} {people|person|people} are over and nobody has recorded who came and when they left. Please record it on your orders; as long as it is missing, no new orders can be posted.',
        ),
        params: { people: own.length },
      });
    return { asked: rows.length };
  },
  audit: (_input, { asked }) => ({ asked }),
});

/**
 * Employers are reminded of wages that are due today or were before: once a day, from the hour that the terms say. Posting new orders is
 * refused anyway (`requirePaid`).
 */
export const remindWages = command({
  name: 'gigs.remind-wages',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work) => {
    const { transaction, now, today } = work;
    const { client, district } = transaction;
    const { remindFromHour } = (await termsOn(transaction, today)).wages;
    if (beijingMinutes(now) < remindFromHour * 60) return { reminded: 0, wages: 0 };
    const { rows } = await client.query<{ employer: string; amount: number; due_on: string }>(
      `UPDATE gig_wage w SET reminded_on = $2
       FROM (SELECT placement FROM gig_wage WHERE district = $1 AND state = 'due' AND due_on <= $2 AND reminded_on IS DISTINCT FROM $2::date
               AND coalesce(received_amount, 0) < amount
             ORDER BY placement LIMIT ${MOST} FOR UPDATE SKIP LOCKED) AS due
       WHERE w.district = $1 AND w.placement = due.placement RETURNING w.employer, w.amount, w.due_on::text`,
      [district, today],
    );
    const employers = Map.groupBy(rows, ({ employer }) => employer);
    for (const [employer, own] of employers) await remind(work, employer, own);
    return { reminded: employers.size, wages: rows.length };
  },
  audit: (_input, answer) => ({ ...answer }),
});

const remind = (work: Work, employer: string, own: readonly { amount: number; due_on: string }[]): Promise<boolean> =>
  tellEmployer(work, employer, {
    subject: said('该付工钱了', 'Wages are due'),
    text: said(
      '【乐业】还有 {wages} 笔工钱没付，共 {yuan} 元，最早的该在 {day} 付。请付清并在“工钱”里登记；过了日子没付清，不能发新的用工单。',
      'Leye: {wages} {wages|wage is|wages are} unpaid, {yuan} yuan in all, the earliest due on {day}. Please pay and record it; overdue wages keep new orders out.',
    ),
    params: {
      wages: own.length,
      yuan: yuan(own.reduce((sum, { amount }) => sum + amount, 0)),
      day: own.map((wage) => wage.due_on).sort()[0] ?? '',
    },
  });

/** Asks and reminds in every district. One that fails is tried again the next time; the others have had theirs. */
export async function askAll(kernel: Kernel): Promise<void> {
  const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
  const failures: unknown[] = [];
  for (const { code } of rows) {
    const call = { district: code, actor: system('gigs') };
    await execute(kernel, askAttendance, {}, call).catch((error: unknown) => failures.push(error));
    await execute(kernel, remindWages, {}, call).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `the market's day was not asked after in all districts: ${failures.length}`);
}

/** Every quarter of an hour: an early shift ends while a late one begins. */
export const askJob = job({
  name: 'gigs.ask-after-shifts',
  schedule: '*/15 * * * *',
  run: async (_data, kernel) => askAll(kernel),
});
