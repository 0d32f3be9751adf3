import { Type } from 'typebox';
import { decide } from '../../../kernel/actor/permission.ts';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { verifyDraw } from '../../../kernel/draw/hold-draw.ts';
import { said } from '../../../kernel/i18n/said.ts';
import { listStations } from '../../gigs/module.ts';
import { listServing } from '../../people/module.ts';
import { Id } from '../commands/shapes.ts';
import type { DrawVerdicts, Round, RoundList, ShownRewards } from '../contract.ts';
import { sampledOf } from '../evidence-place.ts';
import { isAccount, mayReadRounds, mayRun, worksAt } from '../may.ts';
import { drawsOf, headOfRound, shownDraw, showStations, stationsById } from '../show.ts';
import { published, standardOn } from '../standard.ts';
import { findRewards, getRound, listInspections, listRounds } from '../store.ts';

/** Every round, what the person asking holds, and the standard and proposals in force. */
export const roundListQuery = query({
  name: 'market-standard.list-rounds',
  route: 'GET /api/market-rounds',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayReadRounds,
  run: async (_input, reading): Promise<RoundList> => {
    const { transaction, today, actor } = reading;
    const rounds = await listRounds(transaction);
    const known = await stationsById(reading);
    const stations = await listStations(transaction, today);
    const mine = (await listInspections(transaction)).filter(({ kind, inspector, station }) => {
      const found = known.get(station);
      return kind === 'cross' ? isAccount(actor, inspector) : found !== undefined && worksAt(actor, found);
    });
    return {
      rounds: rounds.map(headOfRound),
      mine: mine.map(({ id, kind, station, dueOn, round }) => ({
        inspection: id,
        kind,
        station: known.get(station)?.name ?? said('—', '—'),
        dueOn,
        round: rounds.find((one) => one.id === round)?.title ?? '',
      })),
      stations: stations.map(({ id, name }) => ({ id, name })),
      standard: standardOn(today),
      rewards: await shownRewards(reading),
      may: { run: decide(mayRun, actor) === 'allowed' },
    };
  },
});

/** What the office set last, else what the platform ships with. */
export async function shownRewards({ transaction, today }: Pick<Reading, 'transaction' | 'today'>): Promise<ShownRewards> {
  const found = await findRewards(transaction, today);
  return found ?? { content: published().rewards, fromOn: null, reason: null, setByName: null };
}

const ofRound = Type.Object({ round: Id }, { additionalProperties: false });

/** One round whole. What two inspectors of a station answer is shown to others once both have handed in, so that neither copies. */
export const roundQuery = query({
  name: 'market-standard.get-round',
  route: 'GET /api/market-rounds/:round',
  input: ofRound,
  may: mayReadRounds,
  run: async ({ round: id }, reading): Promise<Round> => {
    const { transaction } = reading;
    const round = await getRound(transaction, id);
    const inRound = await showStations(reading, round);
    const people = new Map((await listServing(transaction)).map(({ id: account, name }) => [account, name]));
    for (const { inspector, inspectorName } of await listInspections(transaction, id))
      if (inspector !== null && !people.has(inspector)) people.set(inspector, inspectorName ?? '');
    const names = { stations: await stationsById(reading), people, standard: round.standard };
    const settled = inRound.filter(({ grade }) => grade !== null).length;
    return {
      ...headOfRound({ ...round, stations: inRound.length, settled }),
      standard: round.standard,
      sampled: [...(await sampledOf(transaction, round))].sort(),
      inRound,
      draws: (await drawsOf(reading, round)).map(({ purpose, held }) => shownDraw(purpose, held, names)),
    };
  },
});

/** Draws everything of a round once more, from the lists and seeds that were kept. */
export const drawVerdictsQuery = query({
  name: 'market-standard.verify-draws',
  route: 'GET /api/market-rounds/:round/draws',
  input: ofRound,
  may: mayReadRounds,
  run: async ({ round: id }, reading): Promise<DrawVerdicts> => {
    const draws = await drawsOf(reading, await getRound(reading.transaction, id));
    return {
      draws: draws.map(({ held }) => {
        const { isInputSame, isResultSame } = verifyDraw(held);
        return { id: held.id, isInputSame, isResultSame };
      }),
    };
  },
});
