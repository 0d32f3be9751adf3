import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { lockKeys } from '../../../kernel/database/lock.ts';
import { Problem } from '../../../kernel/problem.ts';
import { isDay } from '../../../kernel/term/day.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { checkRules } from '../check-rules.ts';
import { RuleSet } from '../contract.ts';
import { mayDecide } from '../may.ts';
import { listRuleVersions } from '../store.ts';

/** Sets the rules of supervision from a day on (today or later). They name the version they were made from. */
export const setRules = command({
  name: 'supervision.set-rules',
  route: 'PUT /api/supervision/rules',
  input: Type.Object(
    {
      from: Type.Integer({ minimum: 0 }),
      content: RuleSet,
      validFrom: Type.String({ maxLength: 10 }),
      note: Text(2, 300),
    },
    { additionalProperties: false },
  ),
  may: mayDecide,
  run: async ({ from, content, validFrom, note }, work): Promise<{ version: number }> => {
    const { transaction, actor, now, today } = work;
    if (!isDay(validFrom) || validFrom < today) throw new Problem('invalid', 'rules-day');
    const findings = checkRules(content);
    if (findings.length > 0) throw new Problem('invalid', 'rules-wrong', { n: findings.length }, findings);
    await lockKeys(transaction, 'supervision-rules', ['']);
    const latest = (await listRuleVersions(transaction))[0];
    if ((latest?.version ?? 0) !== from) throw new Problem('conflict', 'rules-changed', { name: latest?.setByName ?? '' });
    const version = from + 1;
    await transaction.db
      .insertInto('supervision_rules')
      .values({
        district: transaction.district,
        version,
        content: JSON.stringify(content),
        valid_from: validFrom,
        note: note.trim(),
        set_by: actorKey(actor),
        set_by_name: 'name' in actor ? actor.name : '',
        set_at: now,
      })
      .execute();
    await tellTimeline(work, { measure: 0, code: 'rules-set', params: { version, from: validFrom, note: note.trim() } });
    return { version };
  },
  audit: ({ validFrom }, { version }) => ({ version, validFrom }),
});
