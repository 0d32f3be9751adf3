import { Type } from 'typebox';
import { system } from '../../../kernel/actor/actor.ts';
import { allowSystem } from '../../../kernel/actor/permission.ts';
import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import { execute, type Kernel } from '../../../kernel/command/run.ts';
import { listStandingFacts, type Standing } from '../../../kernel/fact/standing.ts';
import { job } from '../../../kernel/job/declare.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { gigComplaint, gigSeat, gigWage } from '../../records/module.ts';

/** A wage may be confirmed and a complaint closed some days after it came due; what is older stays as it was counted. */
const DAYS_BACK = 21;

const kinds = { 'gig-order': gigSeat, 'gig-wage': gigWage, 'gig-complaint': gigComplaint } as const;
type Source = keyof typeof kinds;
type Level = Standing & { readonly source: Source };

/**
 * Counts what the market's own records of the last days show of its service: places filled, wages paid in time, complaints closed in term.
 * What was counted before and is otherwise now is taken back and counted anew, so that running it again changes nothing.
 */
export const countLevels = command({
  name: 'gigs.count-levels',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowSystem,
  run: async (_input, work): Promise<{ records: number; counted: number; takenBack: number }> => {
    const { transaction, today, facts } = work;
    const span = { from: addDays(today, -DAYS_BACK), to: addDays(today, -1) };
    const wanted = Map.groupBy(await readLevels(work, span), ({ record }) => record);
    const names = Object.values(kinds).map(({ name }) => name);
    const standing = Map.groupBy(
      await listStandingFacts(transaction, names, { ...span, records: [...wanted.keys()] }),
      ({ record }) => record,
    );
    const records = new Set([...wanted.keys(), ...standing.keys()]);
    const changed = [...records].filter((record) => told(wanted.get(record)) !== told(standing.get(record)));
    const takenBack = await facts.reverse(changed.filter((record) => standing.has(record)));
    let counted = 0;
    for (const record of changed)
      for (const { source, variant, day, quantity, town } of wanted.get(record) ?? []) {
        facts.count(kinds[source], {
          day,
          quantity,
          unit: 'human-resources',
          town,
          variant,
          record: { type: source, id: record },
        });
        counted += 1;
      }
    return { records: records.size, counted, takenBack };
  },
  audit: (_input, answer) => answer,
});

const told = (facts: readonly Standing[] = []): string =>
  facts
    .map(({ kind, variant, day, quantity, town }) => canonicalJson([kind, variant, day, quantity, town]))
    .sort()
    .join();

/** As the records say it now. */
async function readLevels(
  { transaction: { client, district } }: Work,
  { from, to }: { from: string; to: string },
): Promise<Level[]> {
  const { rows } = await client.query<Omit<Level, 'kind'>>(
    `SELECT 'gig-order' AS source, o.id AS record, v.variant, o.day, v.quantity::float8 AS quantity, o.town FROM gig_order o,
       LATERAL (SELECT least(o.seats, count(*)) AS n FROM gig_placement p
         WHERE p.district = o.district AND p."order" = o.id AND p.state IN ('placed', 'started', 'finished')) h,
       LATERAL (VALUES ('filled', h.n), ('open', o.seats - h.n)) AS v (variant, quantity)
     WHERE o.district = $1 AND o.day BETWEEN $2 AND $3 AND o.state <> 'cancelled' AND v.quantity > 0
     UNION ALL
     SELECT 'gig-wage', w.placement, CASE WHEN w.state = 'confirmed' AND (w.paid_at AT TIME ZONE 'Asia/Shanghai')::date <= w.due_on THEN 'in-time' ELSE 'late' END, w.due_on, 1, s.town
     FROM gig_wage w JOIN gig_placement p ON p.district = w.district AND p.id = w.placement
       JOIN gig_station s ON s.district = p.district AND s.id = p.station
     WHERE w.district = $1 AND w.due_on BETWEEN $2 AND $3
     UNION ALL
     SELECT 'gig-complaint', c.id, CASE WHEN (c.closed_at AT TIME ZONE 'Asia/Shanghai')::date <= coalesce(c.mediation_due_on, c.due_on)
         THEN 'in-time' ELSE 'late' END, coalesce(c.mediation_due_on, c.due_on), 1, s.town
     FROM gig_complaint c JOIN gig_station s ON s.district = c.district AND s.id = c.station
     WHERE c.district = $1 AND coalesce(c.mediation_due_on, c.due_on) BETWEEN $2 AND $3 AND c.state <> 'withdrawn'`,
    [district, from, to],
  );
  return rows.map((row) => ({ ...row, kind: kinds[row.source].name }));
}

/** Every night, when the day's orders are over. */
export const countLevelsJob = job({
  name: 'gigs.count-levels',
  schedule: '20 3 * * *',
  run: async (_data, kernel: Kernel) => {
    const { rows } = await kernel.database.pool.query<{ code: string }>('SELECT code FROM district ORDER BY code');
    for (const { code } of rows) await execute(kernel, countLevels, {}, { district: code, actor: system('gigs') });
  },
});
