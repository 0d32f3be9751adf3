import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Text } from '../../../kernel/command/text.ts';
import { holdDraw } from '../../../kernel/draw/hold-draw.ts';
import { Problem } from '../../../kernel/problem.ts';
import { tellTimeline } from '../../../kernel/timeline/tell.ts';
import { getStation } from '../../gigs/module.ts';
import { MEASURE } from '../about.ts';
import { drawInspectors } from '../inspectors.ts';
import { mayRun } from '../may.ts';
import { standardOn } from '../standard.ts';
import { insertInspection, insertRound, insertStation } from '../store.ts';
import { Day, Id } from './shapes.ts';

const WorkingDays = Type.Integer({ minimum: 1, maximum: 60 });

/**
 * The office opens a round: every station says how it stands by itself, and somebody from elsewhere, drawn by lot, says how they found
 * it. Some items may be drawn, too, that have to be looked at on site. Terms are working days from today.
 */
export const openRound = command({
  name: 'market-standard.open-round',
  route: 'POST /api/market-rounds',
  input: Type.Object(
    {
      title: Text(2, 60),
      from: Day,
      to: Day,
      stations: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
      selfDays: WorkingDays,
      crossDays: WorkingDays,
      /** Items drawn to be looked at on site; 0: the inspectors choose. */
      sample: Type.Integer({ minimum: 0, maximum: 30 }),
    },
    { additionalProperties: false },
  ),
  may: mayRun,
  run: async (given, work) => {
    const { transaction, newId, today, services } = work;
    if (given.to < given.from) throw new Problem('invalid', 'market-period-order');
    // Of days to come nothing is recorded yet.
    if (given.to > today) throw new Problem('invalid', 'market-period-open');
    const stations = await Promise.all(given.stations.map((id) => getStation(transaction, id)));
    const closed = stations.find(({ closedOn }) => closedOn !== null && closedOn <= given.to);
    if (closed) throw new Problem('conflict', 'market-station-closed', { station: closed.name.zh, stationEn: closed.name.en });
    const standard = standardOn(given.to);
    const id = newId();
    const { held, inspectors } = await drawInspectors(work, `market-round ${id} inspectors`, stations);
    const candidates = standard.items.filter(({ shown }) => shown !== 'records').map(({ code }) => code);
    const items =
      given.sample === 0
        ? undefined
        : await holdDraw(work, `market-round ${id} items`, { method: 'take', candidates, take: given.sample });
    const selfDueOn = services.calendar.addWorkingDays(today, given.selfDays);
    const crossDueOn = services.calendar.addWorkingDays(today, given.crossDays);
    await insertRound(work, {
      id,
      title: given.title.trim(),
      from: given.from,
      to: given.to,
      standard,
      selfDueOn,
      crossDueOn,
      peopleDraw: held.id,
      itemsDraw: items?.id ?? null,
    });
    for (const { id: station } of stations) {
      const drawn = inspectors.get(station);
      if (!drawn) throw new TypeError('everybody who was drawn is a candidate');
      await insertStation(transaction, id, station);
      const own = { round: id, station };
      await insertInspection(transaction, {
        ...own,
        id: newId(),
        kind: 'self',
        inspector: null,
        inspectorName: null,
        dueOn: selfDueOn,
      });
      await insertInspection(transaction, {
        ...own,
        id: newId(),
        kind: 'cross',
        inspector: drawn.account,
        inspectorName: drawn.name,
        dueOn: crossDueOn,
      });
    }
    await tellTimeline(work, {
      measure: MEASURE,
      code: 'market-round-opened',
      params: { title: given.title.trim(), stations: stations.length, due: selfDueOn },
    });
    return { round: id, draw: held.id, selfDueOn, crossDueOn };
  },
  audit: ({ from, to, stations, sample }, { round, draw }) => ({ round, draw, from, to, stations: stations.length, sample }),
});
