import type { StaffActor } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import { type HeldDraw, holdDraw } from '../../kernel/draw/hold-draw.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Station } from '../gigs/module.ts';
import { listServing } from '../people/module.ts';

/** Who may be drawn to look at somebody else's station: an account, and the streets and towns that are its own. */
export type Candidate = {
  readonly account: string;
  readonly name: string;
  readonly towns: ReadonlySet<string>;
  readonly isOfficer: boolean;
};

/** More stations than so many for one officer, and specialists are called in. */
const MOST_EACH = 2;

const officers: readonly string[] = ['station-officer', 'street-officer'];

/** Everybody who serves and could inspect, with their own towns. */
export async function listCandidates({ transaction }: Pick<Work, 'transaction'>): Promise<Candidate[]> {
  const { client, district } = transaction;
  const { rows } = await client.query<{ code: string; town: string }>(
    `SELECT code, CASE WHEN level = 'town' THEN code ELSE parent END AS town FROM area WHERE district = $1 AND level <> 'county'`,
    [district],
  );
  const townOf = new Map(rows.map(({ code, town }) => [code, town]));
  return (await listServing(transaction)).flatMap((person) => candidateOf(person, townOf));
}

function candidateOf({ id, name, grants }: StaffActor, townOf: ReadonlyMap<string, string>): Candidate[] {
  const fitting = grants.filter(({ role, area }) => area !== undefined && [...officers, 'specialist'].includes(role));
  // Whoever decides about grades inspects nothing.
  if (fitting.length === 0 || grants.some(({ role }) => role === 'programme-office')) return [];
  const towns = new Set(grants.flatMap(({ area }) => (area === undefined ? [] : [townOf.get(area) ?? area])));
  return [{ account: id, name, towns, isOfficer: fitting.some(({ role }) => officers.includes(role)) }];
}

const mayLookAt = (station: Pick<Station, 'town'>, { towns }: Candidate): boolean => !towns.has(station.town);

/** Officers of other places; where they are too few, specialists of other places too. */
export function candidatesFor(stations: readonly Pick<Station, 'town'>[], all: readonly Candidate[]): readonly Candidate[] {
  const officersOnly = all.filter(({ isOfficer }) => isOfficer);
  const suffice =
    stations.length <= officersOnly.length * MOST_EACH &&
    stations.every((station) => officersOnly.some((candidate) => mayLookAt(station, candidate)));
  return suffice ? officersOnly : all;
}

/**
 * Draws who looks at which station. Nobody looks at one of their own street or town.
 * @throws Problem `market-no-inspector`, naming the stations that nobody could look at
 */
export async function drawInspectors(
  work: Work,
  purpose: string,
  stations: readonly Station[],
  without: readonly string[] = [],
): Promise<{ readonly held: HeldDraw; readonly inspectors: ReadonlyMap<string, Candidate> }> {
  const all = (await listCandidates(work)).filter(({ account }) => !without.includes(account));
  const candidates = candidatesFor(stations, all);
  const alone = stations.filter((station) => !candidates.some((candidate) => mayLookAt(station, candidate)));
  if (alone.length > 0) throw noInspector(alone);
  const held = await holdDraw(work, purpose, {
    method: 'assign',
    tasks: stations.map(({ id }) => id),
    people: candidates.map(({ account }) => account),
    barred: stations.flatMap((station) =>
      candidates
        .filter((candidate) => !mayLookAt(station, candidate))
        .map(({ account }): [string, string] => [station.id, account]),
    ),
  });
  if (!held) throw noInspector(stations);
  const known = new Map(all.map((candidate) => [candidate.account, candidate]));
  const inspectors = new Map(
    held.result.flatMap((pair): [string, Candidate][] => {
      const candidate = typeof pair === 'string' ? undefined : known.get(pair[1]);
      return candidate && typeof pair !== 'string' ? [[pair[0], candidate]] : [];
    }),
  );
  return { held, inspectors };
}

const noInspector = (stations: readonly Pick<Station, 'name'>[]): Problem =>
  new Problem('conflict', 'market-no-inspector', {
    stations: stations.map(({ name }) => name.zh).join('、'),
    stationsEn: stations.map(({ name }) => name.en).join(', '),
  });
