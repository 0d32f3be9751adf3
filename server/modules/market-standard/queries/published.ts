import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import type { Standard, StationGrades } from '../contract.ts';
import { mayReadPublished } from '../may.ts';
import { stationsById } from '../show.ts';
import { standardOn } from '../standard.ts';
import { listRounds, listStationRows } from '../store.ts';

const nothing = Type.Object({}, { additionalProperties: false });

/** The checklist in force: whoever wants to know what a good market has may read it. */
export const standardQuery = query({
  name: 'market-standard.get-standard',
  route: 'GET /api/market-standard',
  input: nothing,
  may: mayReadPublished,
  run: async (_input, { today }): Promise<Standard> => standardOn(today),
});

/** The latest grade of each station that nothing can change any more: its time to object is over, or the objection was answered. */
export const stationGradesQuery = query({
  name: 'market-standard.list-grades',
  route: 'GET /api/market-grades',
  input: nothing,
  may: mayReadPublished,
  run: async (_input, reading): Promise<StationGrades> => ({ grades: await publishedGrades(reading) }),
});

export async function publishedGrades(reading: Reading): Promise<StationGrades['grades']> {
  const { transaction, today } = reading;
  const rounds = new Map((await listRounds(transaction)).map((round) => [round.id, round]));
  const stations = await stationsById(reading);
  const found = (await listStationRows(transaction)).flatMap((row): StationGrades['grades'][number][] => {
    const [round, station] = [rounds.get(row.round), stations.get(row.station)];
    const isFinal = row.state === 'decided' || (row.state === 'graded' && row.objectUntil !== null && today > row.objectUntil);
    if (!round || !station || !isFinal || row.grade === null || row.settledAt === null) return [];
    if (station.closedOn !== null && station.closedOn <= today) return [];
    return [
      {
        station: row.station,
        name: station.name,
        grade: row.grade,
        points: row.points ?? 0,
        ofPoints: row.ofPoints ?? 0,
        from: round.from,
        to: round.to,
        version: round.standard.version,
        on: (row.decidedAt ?? row.settledAt).toISOString(),
      },
    ];
  });
  const latest = new Map<string, StationGrades['grades'][number]>();
  for (const grade of found) if ((latest.get(grade.station)?.on ?? '') < grade.on) latest.set(grade.station, grade);
  return [...latest.values()].sort((one, other) => (one.name.zh < other.name.zh ? -1 : 1));
}
