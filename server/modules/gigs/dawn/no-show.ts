import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { Problem } from '../../../kernel/problem.ts';
import { getStation } from '../market/stations.ts';
import { mayForemanDo } from '../may.ts';
import { getOrder } from '../orders/store.ts';
import { termsOn } from '../rules/terms.ts';
import { Id } from '../shapes.ts';
import { timeOf } from '../shifts.ts';
import { tellResident } from '../tell.ts';
import { unplace } from './place.ts';
import { holdPlacement, type Placement, scopeOfPlacement } from './placement-store.ts';
import { askReplacement } from './replacement.ts';

/**
 * Somebody did not come. The seat is free again: with `replace`, the next who can take it is asked at once.
 * @throws Problem `gig-no-show-early`: so soon after the start, as the terms say, nobody is absent yet
 */
export const reportNoShow = command({
  name: 'gigs.report-no-show',
  route: 'POST /api/gig-placements/:placement/no-show',
  input: Type.Object({ placement: Id, replace: Type.Boolean() }, { additionalProperties: false }),
  may: mayForemanDo,
  scope: scopeOfPlacement,
  run: async ({ placement: id, replace }, work) => {
    const { transaction, now, actor } = work;
    const placement = await holdPlacement(transaction, id);
    if (placement.state === 'no-show') return { placement: id, replace: false, asked: null };
    if (placement.state !== 'placed') throw new Problem('conflict', 'gig-placement-state');
    const { attendance } = await termsOn(transaction, placement.day);
    if (now.getTime() < placement.startsAt.getTime() + attendance.noShowMinutes * 60_000)
      throw new Problem('conflict', 'gig-no-show-early', { minutes: attendance.noShowMinutes });
    await unplace(work, placement, 'no-show', '');
    await tellNoShow(work, placement);
    return { placement: id, replace, asked: replace ? await askReplacement(work, placement.order, actorKey(actor)) : null };
  },
  audit: ({ placement, replace }, { asked }) => ({ placement, replace, asked: asked ?? 'nobody' }),
});

/** A mistake costs them a day's pay: they can still say so while it can be put right. */
async function tellNoShow(work: Work, { worker, order: of, day, station: at }: Placement): Promise<void> {
  const [{ site, startsAt }, { telephone }] = [await getOrder(work.transaction, of), await getStation(work.transaction, at)];
  await tellResident(work, worker, {
    subject: said('单位记您没来', 'You were put down as absent'),
    text: said(
      '【乐业】您 {day} {from} 在“{site}”的活，单位记您没来。您要是去了，请马上到窗口说，或打 {telephone}。',
      'Leye: for your work of {day} at {from}, “{site}”, you were put down as absent. If you are there, tell the counter at once or ring {telephone}.',
    ),
    params: { day, from: timeOf(startsAt), site, telephone },
  });
}
