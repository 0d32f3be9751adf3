import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { byOf, holdBulletin } from '../hold.ts';
import { mayWrite } from '../may.ts';
import { saySpan } from '../span.ts';
import { markDiscarded, markPublic, markWithdrawn } from '../store.ts';

const bulletin = Type.String({ format: 'uuid' });

/** Withdraws a released bulletin. It keeps its number and its place, and says why it no longer holds. */
export const withdrawBulletin = command({
  name: 'bulletins.withdraw',
  route: 'POST /api/bulletins/:bulletin/withdraw',
  input: Type.Object({ bulletin, why: Text(4, 500) }, { additionalProperties: false }),
  may: mayWrite,
  audit: ({ bulletin, why }) => ({ bulletin, why }),
  run: async ({ bulletin, why: given }, work) => {
    const why = given.trim();
    const held = await holdBulletin(work.transaction, bulletin, 'released');
    await markWithdrawn(work.transaction, bulletin, why, byOf(work.actor, work.now));
    const [year, number] = (held.number ?? '').split('-');
    await tellTimeline(work, {
      measure: 0,
      code: 'bulletin-withdrawn',
      subject: `bulletin:${bulletin}`,
      params: { span: saySpan(held), number: said(`〔${year}〕第${number}期`, `No. ${number} of ${year}`), why },
    });
    return { bulletin };
  },
});

/** Opens a released bulletin to everybody, or closes it again. */
export const publishBulletin = command({
  name: 'bulletins.set-public',
  route: 'PUT /api/bulletins/:bulletin/public',
  input: Type.Object({ bulletin, isPublic: Type.Boolean() }, { additionalProperties: false }),
  may: mayWrite,
  audit: ({ bulletin, isPublic }) => ({ bulletin, isPublic }),
  run: async ({ bulletin, isPublic }, { transaction }) => {
    await holdBulletin(transaction, bulletin, 'released');
    await markPublic(transaction, bulletin, isPublic);
    return { bulletin, isPublic };
  },
});

/** Throws a draft away. It never had a number. */
export const discardBulletin = command({
  name: 'bulletins.discard',
  route: 'POST /api/bulletins/:bulletin/discard',
  input: Type.Object({ bulletin }, { additionalProperties: false }),
  may: mayWrite,
  audit: ({ bulletin }) => ({ bulletin }),
  run: async ({ bulletin }, { transaction }) => {
    await holdBulletin(transaction, bulletin, 'draft');
    await markDiscarded(transaction, bulletin);
    return { bulletin };
  },
});
