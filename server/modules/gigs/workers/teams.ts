import { randomInt } from 'node:crypto';
import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayActForWorker } from '../may.ts';
import { Id } from '../shapes.ts';
import { requireCode } from './code-tries.ts';
import { scopeOfWorker } from './join.ts';
import { getWorker, holdWorker } from './store.ts';

/** People who go together fit into one vehicle and one order; larger groups are asked to make two. */
export const LARGEST_TEAM = 12;

/** Begins a team: the others join with its code. They go together or not at all. */
export const formTeam = command({
  name: 'gigs.form-team',
  route: 'POST /api/gig-workers/:worker/team',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker }, { transaction, newId, now, today }) => {
    const { db, district } = transaction;
    await holdWorker(transaction, worker);
    const { team: held } = await getWorker(transaction, worker, today);
    if (held) return { team: held.id, code: held.code };
    const team = newId();
    let code = '';
    for (let attempt = 0; attempt < 20; attempt += 1) {
      code = String(randomInt(1000, 10_000));
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('gig_team')
        .values({ district, id: team, formed_by: worker, code, formed_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows === 1n) break;
      if (attempt === 19) throw new Problem('unavailable', 'gig-team-codes-used');
    }
    await db.insertInto('gig_team_member').values({ district, team, worker, joined_at: now }).execute();
    return { team, code };
  },
  audit: ({ worker }, { team }) => ({ worker, team }),
});

/** @throws Problem `gig-team-unknown`, `gig-team-tries`, `gig-team-full`, `gig-team-other` */
export const joinTeam = command({
  name: 'gigs.join-team',
  route: 'POST /api/gig-workers/:worker/team/join',
  input: Type.Object({ worker: Id, code: Type.String({ pattern: '^\\d{4}$' }) }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker, code }, work) => {
    const { transaction, now, today } = work;
    const { db, district } = transaction;
    await holdWorker(transaction, worker);
    const held = (await getWorker(transaction, worker, today)).team;
    const team = await db
      .selectFrom('gig_team')
      .select('id')
      .where('district', '=', district)
      .where('code', '=', code)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    await requireCode(work, {
      worker,
      kind: 'team',
      typed: code,
      isRight: () => team !== undefined,
      wrong: { kind: 'invalid', code: 'gig-team-unknown', details: [{ at: '/code', code: 'gig-team-unknown' }] },
      none: 'gig-team-tries',
    });
    if (!team) throw new Problem('invalid', 'gig-team-unknown');
    if (held) {
      if (held.id === team.id) return { team: team.id };
      throw new Problem('conflict', 'gig-team-other');
    }
    const { n } = await db
      .selectFrom('gig_team_member')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .where('district', '=', district)
      .where('team', '=', team.id)
      .where('left_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (Number(n) >= LARGEST_TEAM) throw new Problem('conflict', 'gig-team-full', { limit: LARGEST_TEAM });
    await db.insertInto('gig_team_member').values({ district, team: team.id, worker, joined_at: now }).execute();
    return { team: team.id };
  },
  audit: ({ worker }, { team }) => ({ worker, team }),
});

/** Leaves the team; a team of one is none. */
export const leaveTeam = command({
  name: 'gigs.leave-team',
  route: 'POST /api/gig-workers/:worker/team/leave',
  input: Type.Object({ worker: Id }, { additionalProperties: false }),
  may: mayActForWorker,
  scope: scopeOfWorker,
  run: async ({ worker }, { transaction, now, today }) => {
    const { db, district } = transaction;
    const { team } = await getWorker(transaction, worker, today);
    if (!team) return { team: null };
    await db.selectFrom('gig_team').select('id').where('district', '=', district).where('id', '=', team.id).forUpdate().execute();
    await db
      .updateTable('gig_team_member')
      .set({ left_at: now })
      .where('district', '=', district)
      .where('team', '=', team.id)
      .where('worker', '=', worker)
      .where('left_at', 'is', null)
      .execute();
    const left = await db
      .selectFrom('gig_team_member')
      .select('worker')
      .where('district', '=', district)
      .where('team', '=', team.id)
      .where('left_at', 'is', null)
      .execute();
    if (left.length === 0)
      await db
        .updateTable('gig_team')
        .set({ ended_at: now })
        .where('district', '=', district)
        .where('id', '=', team.id)
        .execute();
    return { team: team.id };
  },
  audit: ({ worker }, { team }) => ({ worker, team }),
});
