import { type Transaction, together } from '../../../kernel/database/transaction.ts';
import { Problem } from '../../../kernel/problem.ts';
import { daysBetween } from '../../../kernel/term/day.ts';
import { shippedTrades } from '../market/trades.ts';
import { shiftBit, shifts, shiftsOf } from '../shifts.ts';
import type { Worker, WorkerLicence, WorkerSkill, WorkerTeam } from './contract.ts';
import { RENEW_DAYS } from './licence-day.ts';

const workers = ({ db, district }: Transaction) => db.selectFrom('gig_worker').selectAll().where('district', '=', district);
type Row = Awaited<ReturnType<ReturnType<typeof workers>['execute']>>[number];

/** @throws Problem `not-a-gig-worker`: the person has not joined yet */
export async function getWorker(transaction: Transaction, id: string, today: string): Promise<Worker> {
  const worker = await findWorker(transaction, id, today);
  if (!worker) throw new Problem('not-found', 'not-a-gig-worker');
  return worker;
}

export async function findWorker(transaction: Transaction, id: string, today: string): Promise<Worker | undefined> {
  const row = await workers(transaction).where('id', '=', id).executeTakeFirst();
  return row && (await whole(transaction, row, today));
}

export async function findWorkerByNumber(transaction: Transaction, number: number): Promise<string | undefined> {
  return (await workers(transaction).where('number', '=', number).executeTakeFirst())?.id;
}

export async function findWorkerByCard(transaction: Transaction, card: Buffer): Promise<string | undefined> {
  return (await workers(transaction).where('card', '=', card).executeTakeFirst())?.id;
}

/** Holds the worker until the transaction ends: of two things that would change what they do, the second sees the first. */
export async function holdWorker(transaction: Transaction, id: string): Promise<{ readonly isPaused: boolean }> {
  const row = await workers(transaction).where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw new Problem('not-found', 'not-a-gig-worker');
  return { isPaused: row.paused };
}

async function whole(transaction: Transaction, row: Row, today: string): Promise<Worker> {
  const [skills, licences, team] = await together(
    skillsOf(transaction, row.id),
    licencesOf(transaction, row.id, today),
    teamOf(transaction, row.id),
  );
  return {
    id: row.id,
    number: row.number,
    startArea: row.start_area,
    latitude: row.latitude,
    longitude: row.longitude,
    radiusKm: row.radius_km,
    payFloor: row.pay_floor,
    payWish: row.pay_wish,
    shifts: shiftsOf(row.shifts),
    shiftWish: shifts.find((shift) => shiftBit[shift] === row.shift_wish) ?? null,
    aidedUntil: row.aided_until,
    joinedOn: row.joined_on,
    isPaused: row.paused,
    revision: row.revision,
    skills,
    licences,
    team,
  };
}

async function skillsOf({ db, district }: Transaction, worker: string): Promise<WorkerSkill[]> {
  const rows = await db
    .selectFrom('gig_skill')
    .select(['trade', 'level', 'checked_level'])
    .where('district', '=', district)
    .where('worker', '=', worker)
    .orderBy('trade')
    .execute();
  return rows.map(({ trade, level, checked_level }) => ({
    trade,
    name: shippedTrades().find(trade)?.name ?? { zh: trade, en: trade },
    level,
    checkedLevel: checked_level,
  }));
}

export async function licencesOf({ db, district }: Transaction, worker: string, today: string): Promise<WorkerLicence[]> {
  const rows = await db
    .selectFrom('gig_licence')
    .select(['id', 'licence', 'state', 'expires_on', 'reason'])
    .where('district', '=', district)
    .where('worker', '=', worker)
    .where('state', '<>', 'replaced')
    .orderBy('claimed_at', 'desc')
    .execute();
  return rows.map(({ id, licence, state, expires_on, reason }) => ({
    id,
    licence,
    name: shippedTrades().findLicence(licence)?.name ?? { zh: licence, en: licence },
    state: state as WorkerLicence['state'], // reason: the column's CHECK names exactly these, and 'replaced' is left out above
    expiresOn: expires_on,
    reason,
    isValid: state === 'checked' && expires_on !== null && expires_on >= today,
    daysLeft: state === 'checked' && expires_on !== null ? daysLeft(expires_on, today) : null,
  }));
}

function daysLeft(expiresOn: string, today: string): number | null {
  const days = daysBetween(today, expiresOn);
  return days >= 0 && days <= RENEW_DAYS ? days : null;
}

async function teamOf({ db, district }: Transaction, worker: string): Promise<WorkerTeam | null> {
  const rows = await db
    .selectFrom('gig_team_member as own')
    .innerJoin('gig_team as t', (join) => join.onRef('t.district', '=', 'own.district').onRef('t.id', '=', 'own.team'))
    .innerJoin('gig_team_member as m', (join) => join.onRef('m.district', '=', 't.district').onRef('m.team', '=', 't.id'))
    .select(['t.id', 't.code', 'm.worker'])
    .where('own.district', '=', district)
    .where('own.worker', '=', worker)
    .where('own.left_at', 'is', null)
    .where('m.left_at', 'is', null)
    .orderBy('m.joined_at')
    .execute();
  const [first] = rows;
  return first ? { id: first.id, code: first.code, members: rows.map((row) => row.worker) } : null;
}
