import { sql } from 'kysely';
import { Type } from 'typebox';
import { allow } from '../../../kernel/actor/permission.ts';
import type { Reading } from '../../../kernel/command/query.ts';
import { query } from '../../../kernel/command/query.ts';
import { residentNames } from '../../residents/module.ts';
import { employersOf, isManagerOf, mayActForOrHelp, mayDecide } from '../acting.ts';
import { OneEmployer, ownSelf } from '../commands/shapes.ts';
import { type EmployerList, type EmployerShown, type EmployerState, type EmployerWhole, employerStates } from '../contract.ts';
import { type Employer, getEmployer, listEmployers, listMembers, listRequests, type Member, type Request } from '../store.ts';

const PAGE = 20;

/** Employers for the office: those that wait first when filtered so, else the newest. */
export const employerList = query({
  name: 'employers.list-employers',
  route: 'GET /api/employers',
  input: Type.Object(
    {
      state: Type.Optional(Type.Unsafe<EmployerState>(Type.Union(employerStates.map((state) => Type.Literal(state))))),
      /** Part of the name, or of the credit code. */
      search: Type.Optional(Type.String({ maxLength: 100 })),
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
    },
    { additionalProperties: false },
  ),
  may: mayDecide,
  run: async ({ state, search = '', page = 1 }, { transaction }): Promise<EmployerList> => {
    const { db, district } = transaction;
    const part = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
    let found = db.selectFrom('employer').where('district', '=', district);
    if (state) found = found.where('state', '=', state);
    if (search.trim() !== '') found = found.where((or) => or.or([or('name', 'ilike', part), or('credit_code', 'ilike', part)]));
    const ids = await found
      .select(['id', sql<number>`count(*) OVER ()`.as('total')])
      .orderBy('id', 'desc')
      .limit(PAGE)
      .offset((page - 1) * PAGE)
      .execute();
    const shown = await listEmployers(
      transaction,
      ids.map(({ id }) => id),
    );
    const counted = await db
      .selectFrom('employer')
      .select(['state', db.fn.countAll<number>().as('n')])
      .where('district', '=', district)
      .groupBy('state')
      .execute();
    const count = (of: EmployerState) => Number(counted.find((row) => row.state === of)?.n ?? 0);
    return {
      rows: shown.toReversed().map(shownOf),
      total: Number(ids[0]?.total ?? 0),
      page,
      size: PAGE,
      counts: { registered: count('registered'), verified: count('verified'), refused: count('refused') },
    };
  },
});

/** One employer with who acts for it, masked. */
export const oneEmployer = query({
  name: 'employers.get-employer',
  route: 'GET /api/employers/:employer',
  input: OneEmployer,
  may: mayActForOrHelp,
  scope: async ({ employer }) => ({ employer }),
  run: async ({ employer }, reading): Promise<EmployerWhole> => {
    const [whole] = await wholes(reading, [await getEmployer(reading.transaction, employer)]);
    return whole as EmployerWhole; // reason: one employer in, one out
  },
});

export type MyEmployers = {
  readonly employers: readonly (EmployerWhole & { readonly isManager: boolean })[];
  /** Employers that the person asks to act for. */
  readonly asked: readonly { readonly name: string; readonly askedAt: string }[];
};

/** The employers that somebody acts for. */
export const myEmployers = query({
  name: 'employers.list-my-employers',
  route: 'GET /api/my-employers',
  input: Type.Object({}, { additionalProperties: false }),
  may: allow({ resident: 'own-person' }),
  run: async (_input, reading): Promise<MyEmployers> => {
    const self = ownSelf(reading);
    const { transaction } = reading;
    const own = await listEmployers(
      transaction,
      employersOf(self).map(({ employer }) => employer),
    );
    const requests = await listRequests(transaction, { resident: self.id });
    const asked = await listEmployers(
      transaction,
      requests.map(({ employer }) => employer),
    );
    return {
      employers: (await wholes(reading, own)).map((one) => ({ ...one, isManager: isManagerOf(self, one.employer) })),
      asked: requests.map(({ employer, asked_at }) => ({
        name: asked.find(({ id }) => id === employer)?.name ?? '',
        askedAt: asked_at.toISOString(),
      })),
    };
  },
});

/** Foremen see who else is there, but not who asks to be: that is for managers and officers to decide. */
async function wholes({ transaction, services, actor }: Reading, employers: readonly Employer[]): Promise<EmployerWhole[]> {
  const ids = employers.map(({ id }) => id);
  const [members, requests] = [await listMembers(transaction, ids), await listRequests(transaction, { employers: ids })];
  const names = await residentNames(
    transaction,
    services,
    [...members, ...requests].map(({ resident }) => resident),
  );
  const masked = (resident: string) => names.get(resident)?.masked ?? '***';
  const mayDecideFor = (employer: string) => actor.kind !== 'resident' || isManagerOf(actor, employer);
  return employers.map((employer) => ({
    ...shownOf(employer),
    members: members.filter((one) => one.employer === employer.id).map((one) => memberShown(one, masked)),
    requests: mayDecideFor(employer.id)
      ? requests.filter((one) => one.employer === employer.id).map((one) => requestShown(one, masked))
      : [],
  }));
}

const shownOf = ({ id, name, creditCode, state, reason, decidedByName, decidedAt, registeredAt }: Employer): EmployerShown => ({
  employer: id,
  name,
  creditCode,
  state,
  reason,
  decidedBy: decidedByName,
  decidedAt: decidedAt?.toISOString() ?? null,
  registeredAt: registeredAt.toISOString(),
});

const memberShown = ({ resident, as, since }: Member, masked: (resident: string) => string) => ({
  resident,
  masked: masked(resident),
  as,
  since: since.toISOString(),
});

const requestShown = ({ id, resident, asked_at }: Request, masked: (resident: string) => string) => ({
  request: id,
  resident,
  masked: masked(resident),
  askedAt: asked_at.toISOString(),
});
