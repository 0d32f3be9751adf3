import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { lockKeys } from '../../../kernel/database/lock.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { byOf, frozenOf, holdBulletin } from '../hold.ts';
import { mayWrite } from '../may.ts';
import { saySpan } from '../span.ts';
import { editionsOf, markReleased, nextNumber, readWords } from '../store.ts';

/** Releases a draft: from now on it has a number, gapless in its year, and nothing in it changes. */
export const releaseBulletin = command({
  name: 'bulletins.release',
  route: 'POST /api/bulletins/:bulletin/release',
  input: Type.Object(
    {
      bulletin: Type.String({ format: 'uuid' }),
      /** Of the numbers and the words that were read before: whoever releases knows what is said. */
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      revision: Type.Integer({ minimum: 0 }),
    },
    { additionalProperties: false },
  ),
  may: mayWrite,
  run: async ({ bulletin, sha256, revision }, work): Promise<{ number: string }> => {
    const { transaction, actor, now, today } = work;
    const held = await holdBulletin(transaction, bulletin, 'draft');
    const frozen = await frozenOf(transaction, held);
    if (!frozen.isWhole) throw new Problem('conflict', 'snapshot-touched');
    if (frozen.sha256 !== sha256) throw new Problem('conflict', 'numbers-changed');
    const words = await readWords(transaction, bulletin);
    if (words.revision !== revision) throw new Problem('conflict', 'words-changed', { revision: words.revision });
    await lockKeys(transaction, 'bulletin-span', [`${held.from}~${held.to}`]);
    const [latest] = await editionsOf(transaction, held);
    const year = Number(today.slice(0, 4));
    const number = await nextNumber(transaction, year);
    const edition = (latest?.edition ?? 0) + 1;
    await markReleased(transaction, bulletin, { year, number, edition, replaces: latest?.id ?? null }, byOf(actor, now));
    await tellTimeline(work, {
      measure: 0,
      code: 'bulletin-released',
      subject: `bulletin:${bulletin}`,
      params: { span: saySpan(held), number: said(`〔${year}〕第${number}期`, `No. ${number} of ${year}`) },
    });
    return { number: `${year}-${number}` };
  },
  audit: ({ bulletin, sha256 }, { number }) => ({ bulletin, number, sha256 }),
});
