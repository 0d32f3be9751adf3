/** Before the due date a liaison whose unit has not answered is reminded, once; all that is due in one message, at most one a day. */
import { Type } from 'typebox';
import { system } from '../../kernel/actor/actor.ts';
import { allowSystem } from '../../kernel/actor/permission.ts';
import { command, type Work } from '../../kernel/command/command.ts';
import { execute } from '../../kernel/command/run.ts';
import { said } from '../../kernel/i18n/said.ts';
import { job } from '../../kernel/job/declare.ts';
import { REMIND_BEFORE } from './rules.ts';

type Due = {
  readonly account: string;
  readonly consultation: string;
  readonly unit: string;
  readonly title: string;
  readonly due_on: string;
};

const letter = {
  subject: said('有文件等贵单位提意见', 'A paper waits for your unit’s opinion'),
  text: said(
    '请在截止前答复征求意见：{papers}。没有意见也请点一下“无意见”。办理：{address}',
    'Please answer before the due date: {papers}. No comment is an answer too. {address}',
  ),
};
/** What fits into a message beside the address. */
const MOST_NAMED = 5;

export const sendReminders = command({
  name: 'consultation.send-reminders',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work): Promise<{ reminded: number }> => {
    const { transaction, district, services } = work;
    // Two workers at once would both find nobody reminded yet.
    await transaction.client.query(`SELECT pg_advisory_xact_lock(hashtext('consultation-reminders'), hashtext($1))`, [district]);
    const due = await waiting(work);
    let reminded = 0;
    for (const [account, mine] of Map.groupBy(due, (one) => one.account)) {
      const to = { account };
      if (!(await services.notify.reaches(work, to))) continue;
      const named = mine.slice(0, MOST_NAMED).map(({ title, due_on }) => `《${title}》${due_on}`);
      await services.notify.send(work, {
        to,
        ...letter,
        params: {
          papers: `${named.join('，')}${mine.length > MOST_NAMED ? '……' : ''}`,
          address: `${services.people.foundation.config.publicAddress}/office/consultations`,
        },
      });
      for (const { consultation, unit } of mine) await note(work, account, consultation, unit);
      reminded += 1;
    }
    return { reminded };
  },
  audit: (_input, { reminded }) => ({ reminded }),
});

/** Liaisons in service whose unit was asked, has not answered, and has little time left; nobody twice, nobody twice a day. */
async function waiting({ transaction: { client, district }, today, services }: Work): Promise<Due[]> {
  const until = services.calendar.addWorkingDays(today, REMIND_BEFORE);
  const { rows } = await client.query<Due>(
    `SELECT g.account::text AS account, c.id AS consultation, u.unit, c.title, c.due_on::text AS due_on
     FROM consultation c
     JOIN consultation_unit u ON u.district = c.district AND u.consultation = c.id AND u.answer IS NULL
     JOIN staff_grant g ON g.district = c.district AND g.role = 'liaison' AND g.unit = u.unit AND g.ended_at IS NULL
     JOIN staff s ON s.district = g.district AND s.account = g.account AND s.suspended_at IS NULL
     WHERE c.district = $1 AND c.state = 'open' AND c.due_on >= $2::date AND c.due_on <= $3::date
       AND NOT EXISTS (SELECT 1 FROM consultation_reminder r WHERE r.district = c.district AND r.account = g.account::text
                       AND ((r.consultation = c.id AND r.unit = u.unit) OR r.on_day = $2::date))
     ORDER BY g.account, c.due_on, c.id`,
    [district, today, until],
  );
  return rows;
}

const note = ({ transaction: { db, district }, today }: Work, account: string, consultation: string, unit: string) =>
  db.insertInto('consultation_reminder').values({ district, account, on_day: today, consultation, unit }).execute();

/** Every working morning; run again it finds nobody left. */
export const reminderJob = job({
  name: 'consultation.remind',
  schedule: '30 8 * * *',
  run: async (_data, kernel) => {
    const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
    for (const { code } of rows) await execute(kernel, sendReminders, {}, { district: code, actor: system('consultation') });
  },
});
