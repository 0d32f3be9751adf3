import { Type } from 'typebox';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { checkedInstant } from '../dawn/instant.ts';
import { findPlacement, holdPlacement, type Placement } from '../dawn/placement-store.ts';
import { mayWorkerDo } from '../may.ts';
import type { Order } from '../orders/contract.ts';
import { shareOrder } from '../orders/store.ts';
import { type Terms, termsOn } from '../rules/terms.ts';
import { requireWeather } from '../rules/weather-store.ts';
import { Id, Instant } from '../shapes.ts';
import { requireCode } from '../workers/code-tries.ts';
import { checkEnd, checkStart, usualBreak, usualEnding } from './attendance.ts';
import { type Ending, endings, type SaidBy } from './contract.ts';
import { countInsured, tellUninsured } from './insured.ts';
import { siteCode } from './site-code.ts';
import { keepWage } from './wage-store.ts';

const Code = Type.String({ pattern: '^\\d{6}$' });

/** Whose shift it is: only the worker. */
export const scopeOfShift = async (
  { placement: id }: { readonly placement: string },
  { transaction }: Pick<Work, 'transaction'>,
) => {
  const placement = await findPlacement(transaction, id);
  return placement && { person: placement.worker };
};

/** A placement with its order, both held against change: the order first, as everybody does. */
export async function holdShift(
  { transaction }: Pick<Work, 'transaction'>,
  id: string,
): Promise<{ placement: Placement; order: Order }> {
  const found = await findPlacement(transaction, id);
  if (!found) throw new Problem('not-found', 'no-gig-placement');
  const order = await shareOrder(transaction, found.order);
  return { placement: await holdPlacement(transaction, id), order };
}

/**
 * The worker begins, with the code that the foreman's page shows at the site. `at`: when it was tapped, where it could be sent only later.
 * @throws Problem `gig-site-code-wrong`, `gig-site-code-tries`, `gig-shift-early`, `gig-shift-over`, `gig-weather-stop`, `gig-placement-state`
 */
export const startShift = command({
  name: 'gigs.start-shift',
  route: 'POST /api/gig-placements/:placement/start',
  input: Type.Object({ placement: Id, code: Code, at: Type.Optional(Instant) }, { additionalProperties: false }),
  may: mayWorkerDo,
  scope: scopeOfShift,
  run: async ({ placement: id, code, at }, work) => {
    const { placement, order } = await holdShift(work, id);
    await requireSiteCode(work, { worker: placement.worker, order: order.id, code, what: 'start' });
    if (placement.state === 'started' || placement.state === 'finished') return shown(placement);
    if (placement.state !== 'placed') throw new Problem('conflict', 'gig-placement-state');
    const startedAt = checkedInstant(at, work.now);
    checkStart(startedAt, order, await termsOn(work.transaction, order.day));
    await requireWeather(work.transaction, order, { hours: false });
    return shown(await begin(work, placement, order, startedAt, 'code'));
  },
  audit: ({ placement }) => ({ placement }),
});

/**
 * The worker ends, with the other code of the site. Who ends before the ordered time says whether they left or were sent home: of the
 * second the terms say what is paid all the same. The employer and the counter can correct it, and what stood there stays readable.
 * @throws Problem `gig-site-code-wrong`, `gig-site-code-tries`, `gig-shift-not-started`, `gig-end-before-start`, `gig-shift-too-long`, `gig-ending-needed`,
 *   `gig-sent-home-early`
 */
export const endShift = command({
  name: 'gigs.end-shift',
  route: 'POST /api/gig-placements/:placement/end',
  input: Type.Object(
    { placement: Id, code: Code, at: Type.Optional(Instant), ending: Type.Optional(Type.Enum([...endings])) },
    { additionalProperties: false },
  ),
  may: mayWorkerDo,
  scope: scopeOfShift,
  run: async ({ placement: id, code, at, ending }, work) => {
    const { placement, order } = await holdShift(work, id);
    await requireSiteCode(work, { worker: placement.worker, order: order.id, code, what: 'end' });
    if (placement.state === 'finished') return shown(placement);
    const { startedAt } = placement;
    if (placement.state !== 'started' || startedAt === null) throw new Problem('conflict', 'gig-shift-not-started');
    const terms = await termsOn(work.transaction, order.day);
    const endedAt = checkedInstant(at, work.now);
    const breakMinutes = usualBreak({ startedAt, endedAt }, order, terms);
    checkEnd(startedAt, endedAt, breakMinutes, terms);
    // Before the work was to begin a whole day's pay would hang on the worker's word alone.
    if (ending === 'sent-home' && endedAt < order.startsAt) throw new Problem('conflict', 'gig-sent-home-early');
    const said = { startedAt, endedAt, breakMinutes, ending: requireEnding(ending, endedAt, order, terms) };
    return shown(await finish(work, placement, order, said, 'code', terms));
  },
  audit: ({ placement }) => ({ placement }),
});

/** How a shift ended: on time that is clear; earlier, somebody has to say why, because the pay hangs on it. */
export function requireEnding(ending: Ending | undefined, endedAt: Date, order: Order, terms: Terms): Ending {
  const usual = usualEnding(endedAt, order, terms);
  if (usual === 'done') return 'done';
  if (ending === undefined || ending === 'done') throw new Problem('invalid', 'gig-ending-needed');
  return ending;
}

const shown = ({ id, state, startedAt, endedAt, isInsured }: Placement) => ({
  placement: id,
  state,
  startedAt: startedAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
  isInsured,
});

/** The shift has begun, with or without insurance: counted, or told. */
export async function begin(work: Work, placement: Placement, order: Order, startedAt: Date, by: SaidBy): Promise<Placement> {
  const { transaction, now } = work;
  const { db, district } = transaction;
  const isInsured = order.insuredAt !== null;
  await db
    .updateTable('gig_placement')
    .set({ state: 'started', started_at: startedAt, started_by: by, is_insured: isInsured })
    .where('district', '=', district)
    .where('id', '=', placement.id)
    .execute();
  if (isInsured) await countInsured(work, placement);
  else if (now < order.endsAt) await tellUninsured(work, placement, order);
  return { ...placement, state: 'started', startedAt, startedBy: by, isInsured };
}

export type SaidOfShift = {
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly breakMinutes: number;
  readonly ending: Ending;
};

/** The shift has ended, and its wage is worked out. */
export async function finish(
  work: Work,
  placement: Placement,
  order: Order,
  said: SaidOfShift,
  by: SaidBy,
  terms: Terms,
): Promise<Placement> {
  const { db, district } = work.transaction;
  await db
    .updateTable('gig_placement')
    .set({
      state: 'finished',
      started_at: said.startedAt,
      ended_at: said.endedAt,
      ended_by: by,
      ended_why: said.ending,
      break_minutes: said.breakMinutes,
    })
    .where('district', '=', district)
    .where('id', '=', placement.id)
    .execute();
  await keepWage(work, placement, order, said, terms);
  return { ...placement, state: 'finished', ...said, endedBy: by };
}

/**
 * The code of the site, typed by a worker; the placement is held.
 * @throws Problem `gig-site-code-wrong` with the tries that are `left`; `gig-site-code-tries` with the `minutes` to wait
 */
const requireSiteCode = (
  work: Work,
  { worker, order, code, what }: { worker: string; order: string; code: string; what: 'start' | 'end' },
): Promise<void> =>
  requireCode(work, {
    worker,
    kind: 'site',
    typed: `${what} ${order} ${code}`,
    isRight: () => code === siteCode(work.services.seal, work.district, order, what),
    wrong: { kind: 'conflict', code: 'gig-site-code-wrong' },
    none: 'gig-site-code-tries',
  });
