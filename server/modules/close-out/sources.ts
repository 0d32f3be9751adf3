import type { Reading } from '../../kernel/command/query.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { listMilestones, planLights } from '../plans/module.ts';
import { isLive, listNotices } from '../supervision/module.ts';
import type { MilestoneSeen, NoticeSeen, ServiceSeen } from './rules.ts';

/** What the plan of a measure asks for; dropped milestones are asked for no longer. */
export async function readMilestones(transaction: Transaction, measure: number): Promise<MilestoneSeen[]> {
  return (await listMilestones(transaction, measure)).map(({ id, title, dueOn, firstDueOn, doneOn, state }) => ({
    id,
    title,
    dueOn,
    originalDueOn: firstDueOn,
    doneOn,
    isDone: state === 'done',
  }));
}

/** More notices than a measure ever gets. */
const ALL = 10_000;

/** What the measure was urged to do. */
export async function readNotices(transaction: Transaction, measure: number): Promise<NoticeSeen[]> {
  const found = await listNotices(transaction, { measure }, { limit: ALL });
  return found
    .filter(({ state }) => state !== 'withdrawn')
    .map(({ id, step, year, number, issuedOn, state }) => ({
      id,
      step,
      number: year === null || number === null ? null : { zh: `〔${year}〕第${number}号`, en: `No. ${number} of ${year}` },
      issuedOn,
      isSettled: !isLive(state),
    }));
}

/** The levels of service that the plan in force promises, as they stood on a day. */
export async function readServices(reading: Reading, measure: number, on: string): Promise<ServiceSeen[]> {
  const parts = await planLights(reading, on);
  return parts
    .filter((part) => part.measure === measure && part.subject.startsWith('service:'))
    .map(({ subject, title, why }) => ({ key: subject.slice('service:'.length), title, isKept: why.reason === 'reached' }));
}
