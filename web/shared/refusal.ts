/** One fault of one field or cell, as the server says it. */
export type RefusalDetail = {
  readonly at: string;
  readonly code: string;
  readonly message: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** The server, or the way to it, refused. `message` is in the reader's language and says what was kept and what to do. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly details: readonly RefusalDetail[];
  /** The request's number, to be given to whoever helps. */
  readonly reference: string | undefined;

  constructor(
    status: number,
    said: {
      code: string;
      message?: string;
      params?: Record<string, string | number>;
      details?: RefusalDetail[];
      reference?: string;
    },
  ) {
    super(said.message ?? said.code);
    this.status = status;
    this.code = said.code;
    this.params = said.params ?? {};
    this.details = said.details ?? [];
    this.reference = said.reference;
  }
}

/** Nothing answered: no network, or the server is away. */
export const unreachable = () => new Refusal(0, { code: 'unreachable' });

/** An answer that is no answer of Leye's: a proxy's error page, for instance. */
export const unreadable = (status: number) => new Refusal(status, { code: 'unreadable' });

export const isRefusal = (error: unknown, code?: string): error is Refusal =>
  error instanceof Refusal && (code === undefined || error.code === code);
