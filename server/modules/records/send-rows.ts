import { actorKey } from '../../kernel/actor/actor.ts';
import type { Work } from '../../kernel/command/command.ts';
import { Problem, type ProblemDetail } from '../../kernel/problem.ts';
import { reachOf } from './access.ts';
import { findRecordType } from './catalogue.ts';
import { type Checked, checkRow, columnsOf } from './check-row.ts';
import { type Kept, keepRows } from './keep.ts';
import type { Cell } from './read-value.ts';
import { type Reference, referenceOf } from './reference.ts';
import type { RecordType } from './type.ts';

/** A row as a program or a form sends it: values by column, as text, number, yes or no; null or absent is blank. */
export type SentRow = Readonly<Record<string, string | number | boolean | null>>;
/** What became of a sent row; warnings don't hinder it. */
export type Sent = Kept & { readonly warnings: readonly ProblemDetail[] };

export function getRecordType(name: string): RecordType {
  const type = findRecordType(name);
  if (!type) throw new Problem('not-found', 'record-type-unknown', { type: name });
  return type;
}

/** Checks and keeps rows sent one by one or a batch at a time: all of them, or none and every fault named. */
export async function sendRows(work: Work, type: RecordType, rows: readonly SentRow[]): Promise<Sent[]> {
  const reach = reachOf(work.actor);
  const began = Date.now();
  const check = (reference: Reference): Checked[] => {
    const context = { reference, reach, today: work.today, district: work.district, seal: work.services.seal };
    return rows.map((row) => checkRow(type, cellsOf(type, row), context));
  };
  const known = await referenceOf(work.transaction, work.services);
  let checked = check(known);
  // A unit, area or site may be younger than what this server last read.
  if (checked.some(isAboutReference) && known.loadedAt < began)
    checked = check(await referenceOf(work.transaction, work.services, Date.now()));
  const details = checked.flatMap(({ findings }, at) =>
    findings.filter(({ warns }) => !warns).map((finding) => detail(finding, rows.length > 1 ? at : undefined)),
  );
  if (details.length > 0) throw new Problem('invalid', 'record-faulty', { faults: details.length }, details);
  const keepable = checked.flatMap(({ kept }) => (kept ? [{ checked: kept }] : []));
  const firstAt = new Map<string, number>();
  const repeated: ProblemDetail[] = [];
  keepable.forEach(({ checked: { identity, contentHash } }, at) => {
    const key = identity.toString('hex');
    const first = firstAt.get(key);
    if (first === undefined) firstAt.set(key, at);
    else if (!keepable[first]?.checked.contentHash.equals(contentHash))
      repeated.push({ at: `/rows/${at}`, code: 'row-contradicts', params: { row: first + 1 } });
  });
  if (repeated.length > 0) throw new Problem('invalid', 'record-faulty', { faults: repeated.length }, repeated);
  const unique = [...firstAt.values()];
  const kept = await keepRows(
    work,
    type,
    unique.flatMap((at) => keepable[at] ?? []),
    { actor: actorKey(work.actor) },
    reach,
  );
  if (kept.some(({ state }) => state === 'of-others')) throw new Problem('invalid', 'record-of-others');
  return keepable.map(({ checked: { identity } }, at): Sent => {
    const first = firstAt.get(identity.toString('hex')) ?? at;
    const result = kept[unique.indexOf(first)];
    if (!result) throw new TypeError('every checked row has a result');
    return {
      ...result,
      ...(first === at ? {} : { state: 'already-there' as const }),
      warnings: (checked[at]?.findings ?? []).map((finding) => detail(finding)),
    };
  });
}

function cellsOf(type: RecordType, row: SentRow): Record<string, Cell | undefined> {
  const columns = columnsOf(type);
  const unknown = Object.keys(row).filter((key) => !Object.hasOwn(columns, key));
  if (unknown.length > 0)
    throw new Problem('invalid', 'record-columns-unknown', {
      columns: unknown.join(', ').slice(0, 200),
      known: Object.keys(columns).join(', '),
    });
  const cells: Record<string, Cell | undefined> = {};
  for (const [key, value] of Object.entries(row))
    if (value !== null) cells[key] = { text: String(value), isNumber: typeof value === 'number' };
  return cells;
}

const detail = (
  { at, code, params }: { at: string; code: string; params?: Readonly<Record<string, string | number>> },
  row?: number,
): ProblemDetail => ({
  at: row === undefined ? `/row/${at}` : `/rows/${row}/${at}`,
  code,
  params,
});

const referenceCodes = new Set(['cell-area-unknown', 'cell-unit-unknown', 'cell-site-unknown', 'row-unit-needed']);
const isAboutReference = ({ findings }: Checked): boolean => findings.some(({ code }) => referenceCodes.has(code));
