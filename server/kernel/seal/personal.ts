import { inspect } from 'node:util';

const HIDDEN = '***';

/**
 * A personal value in memory: an ID number, a phone, a bank account. However it is printed, joined, logged, inspected or
 * turned into JSON, it shows `***`; only `reveal()` gives it, so every place that looks is found by searching for that word.
 */
export class Personal {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Hand it to `seal` or to the page of who may see it, and to nothing else. */
  reveal(): string {
    return this.#value;
  }

  equals(other: Personal): boolean {
    return this.#value === other.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  toLocaleString(): string {
    return HIDDEN;
  }

  [Symbol.toPrimitive](): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }

  /** Asked by the database driver. Storing stars would lose the value and storing it plain would betray it: seal it first. */
  toPostgres(): never {
    throw new TypeError('a personal value reached the database unsealed: seal it first');
  }
}
