import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { clientRoles } from '../rules.ts';
import { GrantInput, requireGrant } from './roles.ts';
import { Id, mayChangeRights, Name } from './shapes.ts';

/** Lets a program of another system in. Its bearer token is answered once; only its hash is kept. */
export const createClient = command({
  name: 'people.create-client',
  route: 'POST /api/clients',
  input: Type.Object(
    { name: Name, grants: Type.Array(GrantInput, { minItems: 1, maxItems: 20 }) },
    { additionalProperties: false },
  ),
  may: mayChangeRights,
  run: async ({ name, grants }, work): Promise<{ client: string; token: string | null }> => {
    for (const grant of grants) {
      if (!clientRoles.includes(grant.role)) throw new Problem('invalid', 'client-role', { role: grant.role });
      await requireGrant(work, grant);
    }
    const token = `leye_${work.services.people.foundation.clock.random(32).toString('base64url')}`;
    const client = work.newId();
    await work.transaction.db
      .insertInto('api_client')
      .values({
        district: work.district,
        id: client,
        name: name.trim(),
        token_hash: createHash('sha256').update(token).digest(),
        grants: JSON.stringify(grants),
        created_by: actorKey(work.actor),
        created_at: work.now,
      })
      .execute();
    return { client, token };
  },
  audit: ({ grants }, { client }) => ({ client, grants }),
  keeps: ({ client }) => ({ client, token: null }),
});

/** The token opens nothing from the next request on. */
export const revokeClient = command({
  name: 'people.revoke-client',
  route: 'POST /api/clients/:client/revoke',
  input: Type.Object({ client: Id }, { additionalProperties: false }),
  may: mayChangeRights,
  run: async ({ client }, work) => {
    const { numUpdatedRows } = await work.transaction.db
      .updateTable('api_client')
      .set({ revoked_at: work.now, revoked_by: actorKey(work.actor) })
      .where('district', '=', work.district)
      .where('id', '=', client)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Problem('not-found', 'not-found');
    return { client };
  },
  audit: ({ client }) => ({ client }),
});
