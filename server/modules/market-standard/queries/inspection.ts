import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { listEvidence } from '../../evidence/module.ts';
import { getStation } from '../../gigs/module.ts';
import { Id } from '../commands/shapes.ts';
import type { Inspection } from '../contract.ts';
import { placeOf, sampledOf } from '../evidence-place.ts';
import { isAccount, mayReadRounds, worksAt } from '../may.ts';
import { recordsSay } from '../records.ts';
import { needsEvidence } from '../rules.ts';
import { answerShown, headOf, readsAnswers } from '../show.ts';
import { getInspection, getRound, listAnswers, listInspections, listStationRows } from '../store.ts';

/** One inspection as its form: the items, what is answered so far, and what the records say by themselves. */
export const inspectionQuery = query({
  name: 'market-standard.get-inspection',
  route: 'GET /api/market-inspections/:inspection',
  input: Type.Object({ inspection: Id }, { additionalProperties: false }),
  may: mayReadRounds,
  run: async ({ inspection: id }, reading): Promise<Inspection> => {
    const { transaction, actor } = reading;
    const row = await getInspection(transaction, id, { hold: false });
    const round = await getRound(transaction, row.round);
    const station = await getStation(transaction, row.station);
    const both = (await listInspections(transaction, row.round)).filter((one) => one.station === row.station);
    const areBothIn = both.every(({ state }) => state === 'handed-in');
    const inRound = (await listStationRows(transaction, row.round)).find((one) => one.station === row.station);
    if (!readsAnswers(reading, row, station, areBothIn || (inRound?.grade ?? null) !== null))
      throw new Problem('not-found', 'not-found');
    const answers = await listAnswers(transaction, [id]);
    const evidence = await listEvidence(
      transaction,
      answers.map(({ item }) => placeOf(id, item)),
    );
    const { standard } = round;
    const records = inRound?.records ?? (await recordsSay(transaction, standard, [row.station], round)).get(row.station) ?? {};
    const sampled = await sampledOf(transaction, round);
    const isHolder = row.kind === 'cross' ? isAccount(actor, row.inspector) : worksAt(actor, station);
    return {
      ...headOf(row, answers.length),
      round: { id: round.id, title: round.title, from: round.from, to: round.to },
      station: { id: station.id, name: station.name, address: station.address },
      groups: standard.groups,
      items: standard.items.map(({ records: _, sources, ...item }) => {
        const found = answers.find((answer) => answer.item === item.code);
        const isSampled = sampled.has(item.code);
        return {
          ...item,
          sources: sources.flatMap((source) => standard.sources[source] ?? []),
          isSampled,
          needsEvidence: needsEvidence(item, row.kind, isSampled),
          answer: found ? answerShown(found, evidence) : null,
          records: records[item.code] ?? null,
        };
      }),
      may: { answer: isHolder && row.state === 'open' },
    };
  },
});
