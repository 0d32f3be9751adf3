import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { EvidenceHashes, listEvidence, useEvidence } from '../../evidence/module.ts';
import { getStation } from '../../gigs/module.ts';
import { Outcome } from '../contract.ts';
import { placeOf, sampledOf } from '../evidence-place.ts';
import { isAccount, mayInspect, worksAt } from '../may.ts';
import { gapsOf } from '../rules.ts';
import { changeInspection, getInspection, getRound, type InspectionRow, keepAnswer, listAnswers } from '../store.ts';
import { Id, ItemCode } from './shapes.ts';

/** Whose it is: of a station's own, whoever works there; of another's, the one who was drawn. Anybody else does not find it. */
export async function holdOwnInspection(work: Work, id: string): Promise<InspectionRow> {
  const inspection = await getInspection(work.transaction, id, { hold: true });
  const isOwn =
    inspection.kind === 'cross'
      ? isAccount(work.actor, inspection.inspector)
      : worksAt(work.actor, await getStation(work.transaction, inspection.station));
  if (!isOwn) throw new Problem('not-found', 'not-found');
  return inspection;
}

/** One item, met, partly or not, with a note and files. Kept at once, so that a telephone in a yard loses nothing; changed until handed in. */
export const answerItem = command({
  name: 'market-standard.answer-item',
  route: 'PUT /api/market-inspections/:inspection/items/:item',
  input: Type.Object(
    { inspection: Id, item: ItemCode, outcome: Outcome, note: Type.String({ maxLength: 600 }), evidence: EvidenceHashes },
    { additionalProperties: false },
  ),
  may: mayInspect,
  run: async ({ inspection: id, item: code, outcome, note, evidence }, work) => {
    const inspection = await holdOwnInspection(work, id);
    if (inspection.state === 'handed-in') throw new Problem('conflict', 'market-handed-in');
    const { standard } = await getRound(work.transaction, inspection.round);
    const item = standard.items.find((one) => one.code === code);
    if (!item) throw new Problem('not-found', 'no-market-item', { item: code });
    if (item.shown === 'records') throw new Problem('conflict', 'market-by-records');
    await keepAnswer(work, { inspection: id, item: code, outcome, note: note.trim() });
    await useEvidence(work, evidence, placeOf(id, code));
    return { item: code };
  },
  audit: ({ inspection, item, outcome, evidence }) => ({ inspection, item, outcome, evidence }),
});

/** Hands an inspection in; from then on it stands as it is. @throws Problem `market-unfinished`, naming every gap */
export const handIn = command({
  name: 'market-standard.hand-in',
  route: 'POST /api/market-inspections/:inspection/hand-in',
  input: Type.Object({ inspection: Id }, { additionalProperties: false }),
  may: mayInspect,
  run: async ({ inspection: id }, work) => {
    const { transaction, actor, now } = work;
    const inspection = await holdOwnInspection(work, id);
    if (inspection.state === 'handed-in') throw new Problem('conflict', 'market-handed-in');
    const round = await getRound(transaction, inspection.round);
    const given = await listAnswers(transaction, [id]);
    const evidence = await listEvidence(
      transaction,
      given.map(({ item }) => placeOf(id, item)),
    );
    const answers = new Map(
      given.map((answer) => [answer.item, { ...answer, evidence: evidence.get(placeOf(id, answer.item)) ?? [] }]),
    );
    const gaps = gapsOf(round.standard.items, answers, inspection.kind, await sampledOf(transaction, round));
    if (gaps.length > 0)
      throw new Problem(
        'conflict',
        'market-unfinished',
        { n: gaps.length },
        gaps.map(({ item, code }) => ({ at: `/items/${item}`, code, params: { item } })),
      );
    await changeInspection(transaction, id, {
      state: 'handed-in',
      handed_in_by: actorKey(actor),
      handed_in_by_name: 'name' in actor ? actor.name : '',
      handed_in_at: now,
    });
    return { inspection: id };
  },
  audit: ({ inspection }) => ({ inspection }),
});
