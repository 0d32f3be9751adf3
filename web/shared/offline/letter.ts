/** One change that a page has promised to send: written down before it is sent, sent in order, once. */
export type Letter = {
  /** Its place in the order. */
  readonly id: number;
  /** The idempotency key: sent twice, it happens once. */
  readonly key: string;
  /** Whose it is. The server keeps keys and its audit by who asks, so a letter goes only while they are signed in. */
  readonly owner: string;
  readonly path: string;
  readonly body: unknown;
  /** When it was done, ISO 8601, by this device. */
  readonly at: string;
  /** What a page tells of it while it waits: what it is, and the numbers in it. No names. */
  readonly about: { readonly what: string } & Readonly<Record<string, string | number>>;
  readonly tries: number;
  /** The server has said no after the page had gone on: somebody has to look at it. */
  readonly refused?: { readonly code: string; readonly message: string };
};

/** What became of it, as far as whoever wrote it waits for. */
export type Outcome<Answer> =
  | { readonly is: 'done'; readonly answer: Answer }
  /** No network: it is kept and goes when there is one. */
  | { readonly is: 'waiting'; readonly letter: Letter }
  | { readonly is: 'refused'; readonly error: unknown };
