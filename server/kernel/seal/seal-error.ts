export type SealErrorCode =
  /** A key isn't 32 bytes long (`params.key` names which). */
  | 'seal-key-length'
  /** The sealing key and the index key are the same, or a key is one byte repeated. */
  | 'seal-key-weak'
  /** No context was given, or one of its parts is empty or contains the separator. */
  | 'seal-context'
  /** These bytes are no sealed value of ours. */
  | 'seal-malformed'
  /** Sealed by a cipher this version of Leye doesn't know. */
  | 'seal-version'
  /** Sealed with a key that isn't configured (any more). */
  | 'seal-key-unknown'
  /** The bytes were changed, or belong to another district, table, column or row. */
  | 'seal-broken'
  /** The value handed to the blind index isn't in its normal form, so it would never be found again. */
  | 'seal-index-form';

/** Carries a code and harmless parameters; never the plain text, the sealed bytes or a key, nor an error that might. */
export class SealError extends Error {
  readonly code: SealErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: SealErrorCode, params: Record<string, string | number> = {}) {
    super(code);
    this.name = 'SealError';
    this.code = code;
    this.params = Object.freeze({ ...params });
  }
}
