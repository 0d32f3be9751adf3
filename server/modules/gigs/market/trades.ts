import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';

const SaidShape = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const Code = Type.String({ pattern: '^[a-z][a-z-]*$' });

const TradesFile = Type.Object(
  {
    licences: Type.Array(Type.Object({ code: Code, name: SaidShape, law: SaidShape })),
    ages: Type.Record(Code, Type.Object({ youngest: Type.Integer({ minimum: 16, maximum: 21 }), law: SaidShape })),
    trades: Type.Array(
      Type.Object({
        code: Code,
        name: SaidShape,
        occupation: Type.String(),
        licence: Type.Optional(Code),
        age: Type.Optional(Code),
      }),
    ),
  },
  { additionalProperties: false },
);
type TradesFile = Static<typeof TradesFile>;

export type Trade = TradesFile['trades'][number];
export type Licence = TradesFile['licences'][number];
export type AgeRule = TradesFile['ages'][string];

/** Trades, licences and age limits of a gig market: `programme/gig-market/trades.yaml`. */
export type Trades = {
  readonly all: readonly Trade[];
  readonly licences: readonly Licence[];
  readonly find: (code: string) => Trade | undefined;
  readonly findLicence: (code: string) => Licence | undefined;
  readonly findAge: (code: string) => AgeRule | undefined;
  /** The one age limit there is for a trade, and the clause that gives it. */
  readonly ageOf: (trade: Trade) => AgeRule;
};

/** @throws TypeError naming what is wrong with the file: it is ours, so this ends the start. */
export function readTrades(text: string): Trades {
  const file: unknown = parse(text);
  if (!Value.Check(TradesFile, file)) {
    const [first] = Value.Errors(TradesFile, file);
    throw new TypeError(`trades.yaml ${first?.instancePath ?? ''}: ${first?.message ?? 'is not well formed'}`);
  }
  const trades = new Map(file.trades.map((trade) => [trade.code, trade]));
  const licences = new Map(file.licences.map((licence) => [licence.code, licence]));
  const general = file.ages.general;
  if (!general) throw new TypeError('trades.yaml ages: general is missing');
  for (const { code, licence, age } of file.trades) {
    if (licence !== undefined && !licences.has(licence)) throw new TypeError(`trades.yaml ${code}: no licence ${licence}`);
    if (age !== undefined && !file.ages[age]) throw new TypeError(`trades.yaml ${code}: no age rule ${age}`);
  }
  return Object.freeze({
    all: file.trades,
    licences: file.licences,
    find: (code: string) => trades.get(code),
    findLicence: (code: string) => licences.get(code),
    findAge: (code: string) => file.ages[code],
    ageOf: ({ age }: Trade) => file.ages[age ?? 'general'] ?? general,
  });
}

let known: Trades | undefined;

/** The trades this platform ships with, read once. */
export const shippedTrades = (): Trades => {
  known ??= readTrades(readFileSync(new URL('../../../../programme/gig-market/trades.yaml', import.meta.url), 'utf8'));
  return known;
};
