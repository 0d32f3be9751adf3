/**
 * What went wrong, as `{code, params}`: wording lives in the message catalogues, never here. `params` never carry personal numbers.
 * `kind` decides the HTTP status; the code is the catalogue's key `problem.<code>`.
 */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** One entry a field or cell, where the input had several faults. */
  readonly details: readonly ProblemDetail[];

  constructor(
    kind: ProblemKind,
    code: string,
    params: Record<string, string | number> = {},
    details: readonly ProblemDetail[] = [],
  ) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.params = Object.freeze({ ...params });
    this.details = Object.freeze([...details]);
  }
}

/** A refusal that leaves a trace: what the command wrote before it stays, such as a try that counts. For `run` of a command alone. */
export class LastingProblem extends Problem {}

export type ProblemDetail = {
  readonly at: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

export const problemStatus = {
  invalid: 422,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof problemStatus;
