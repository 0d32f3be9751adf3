/** What somebody was promised time for and what publication would cut short: asked about plainly, and done with a reason only. Pure. */
import type { ConsultationLine, Early, OpinionShown } from './contract.ts';

type Asked = Pick<ConsultationLine, 'dueOn' | 'isPublic'> & { readonly units: readonly { readonly answer: string | null }[] };

/** Null: everybody has answered, or has had the time to. */
export function earlyOf({ dueOn, isPublic, units }: Asked, opinions: readonly OpinionShown[], today: string): Early | null {
  const isBeforeDue = dueOn !== null && today <= dueOn;
  const silent = isBeforeDue ? units.filter(({ answer }) => answer === null).length : 0;
  const unanswered = opinions.flatMap(({ number, decisions }) => {
    const latest = decisions.at(-1);
    return latest && latest.response === null && today <= latest.respondBy ? [{ number, respondBy: latest.respondBy }] : [];
  });
  const isPublicCut = isBeforeDue && isPublic;
  return silent > 0 || isPublicCut || unanswered.length > 0 ? { dueOn: dueOn ?? today, silent, isPublicCut, unanswered } : null;
}
