/**
 * One round of a gig station: workers on one side, openings with places on the other, an arc wherever a worker may take a place,
 * with what that would cost. Arcs stand worker by worker (compressed rows): those of worker i are `rowPtr[i] … rowPtr[i + 1] - 1`.
 * Two arcs between the same two are allowed; the cheaper one counts.
 */
export interface Instance {
  readonly workers: number;
  readonly openings: number;
  readonly rowPtr: Int32Array;
  /** The opening of each arc. */
  readonly col: Int32Array;
  /** The cost of each arc, any Int32. */
  readonly cost: Int32Array;
  /** How many places each opening has; 0 is a closed one. */
  readonly cap: Int32Array;
}

export type InstanceFault =
  | 'bad-count'
  | 'wrong-length'
  | 'rows-not-rising'
  | 'rows-and-arcs-differ'
  | 'opening-out-of-range'
  | 'negative-capacity';

/** What is wrong with an instance, and where: `at` is the place in the array that `where` names, `value` what stands there. */
export class InstanceProblem extends Error {
  readonly code: InstanceFault;
  readonly where: string;
  readonly at: number;
  readonly value: number;
  readonly expected: number;
  constructor(code: InstanceFault, where: string, at: number, value: number, expected: number) {
    super(`${code}: ${where}[${at}] is ${value}, expected ${expected}`);
    this.name = 'InstanceProblem';
    this.code = code;
    this.where = where;
    this.at = at;
    this.value = value;
    this.expected = expected;
  }
}

/** Throws an {@link InstanceProblem} unless the arrays fit together; one pass over them. */
export function checkInstance({ workers, openings, rowPtr, col, cost, cap }: Instance): void {
  for (const [where, count] of [['workers', workers] as const, ['openings', openings] as const]) {
    if (!Number.isInteger(count) || count < 0) throw new InstanceProblem('bad-count', where, 0, count, 0);
  }
  if (rowPtr.length !== workers + 1) throw new InstanceProblem('wrong-length', 'rowPtr', 0, rowPtr.length, workers + 1);
  if (cap.length !== openings) throw new InstanceProblem('wrong-length', 'cap', 0, cap.length, openings);
  if (cost.length !== col.length) throw new InstanceProblem('wrong-length', 'cost', 0, cost.length, col.length);
  if (rowPtr[0] !== 0) throw new InstanceProblem('rows-not-rising', 'rowPtr', 0, rowPtr[0]!, 0);
  for (let i = 0; i < workers; i += 1) {
    if (rowPtr[i + 1]! < rowPtr[i]!) throw new InstanceProblem('rows-not-rising', 'rowPtr', i + 1, rowPtr[i + 1]!, rowPtr[i]!);
  }
  if (rowPtr[workers] !== col.length) {
    throw new InstanceProblem('rows-and-arcs-differ', 'rowPtr', workers, rowPtr[workers]!, col.length);
  }
  for (let e = 0; e < col.length; e += 1) {
    // Unsigned, a negative number is a large one: one comparison for both.
    if (col[e]! >>> 0 >= openings) throw new InstanceProblem('opening-out-of-range', 'col', e, col[e]!, openings - 1);
  }
  for (let j = 0; j < openings; j += 1) {
    if (cap[j]! < 0) throw new InstanceProblem('negative-capacity', 'cap', j, cap[j]!, 0);
  }
}
