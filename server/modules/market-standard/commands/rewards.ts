import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { Rewards } from '../contract.ts';
import { mayRun } from '../may.ts';
import { Day, Reason } from './shapes.ts';

/** What is proposed for each grade from a day on, in yuan; 0: to be set. Nothing earlier is edited, and nothing is paid by it. */
export const setRewards = command({
  name: 'market-standard.set-rewards',
  route: 'POST /api/market-rewards',
  input: Type.Object({ fromOn: Day, content: Rewards, reason: Reason }, { additionalProperties: false }),
  may: mayRun,
  run: async ({ fromOn, content, reason }, { transaction: { client, district }, newId, now, today, actor }) => {
    if (fromOn < today) throw new Problem('invalid', 'market-reward-past');
    await client.query(
      `INSERT INTO market_reward (district, from_on, id, content, reason, set_by, set_by_name, set_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        district,
        fromOn,
        newId(),
        JSON.stringify(content),
        reason.trim(),
        actorKey(actor),
        'name' in actor ? actor.name : '',
        now,
      ],
    );
    return { fromOn };
  },
  audit: ({ fromOn, content, reason }) => ({ fromOn, ...content, reason }),
});
