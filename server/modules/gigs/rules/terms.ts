import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { Bilingual } from '../../../kernel/figure/definition.ts';
import { Day } from '../shapes.ts';
import { datedOn, readDated } from './dated-file.ts';
import { findRule } from './rule-store.ts';

const strict = { additionalProperties: false };
const between = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const WorkingDays = between(0, 60);

/** The market's terms: what holds where an order itself says nothing. `programme/gig-market/terms.yaml`, or what the district set. */
export const Terms = Type.Object(
  {
    version: Type.String({ minLength: 1, maxLength: 40 }),
    from: Day,
    attendance: Type.Object(
      {
        earliestMinutes: between(0, 240),
        longestHours: between(8, 16),
        graceMinutes: between(0, 30),
        noShowMinutes: between(0, 120),
        askAfterMinutes: between(15, 1440),
        sayWithinDays: WorkingDays,
        says: Bilingual,
      },
      strict,
    ),
    /** Nobody is sent to work that they cannot reach from the station before it begins. */
    inTime: Type.Object({ busKmPerHour: between(5, 120), says: Bilingual }, strict),
    /** Of the ordinary rate; less than it is none. */
    overtime: Type.Object({ percent: between(100, 300), says: Bilingual }, strict),
    sentHome: Type.Object({ percent: between(0, 100), says: Bilingual }, strict),
    /** Fen an hour, breaks not counted: below it no order is posted. 0: none is held to. */
    leastPay: Type.Object({ fenPerHour: between(0, 100_000), says: Bilingual }, strict),
    wages: Type.Object({ remindFromHour: between(0, 23), says: Bilingual }, strict),
    complaints: Type.Object(
      {
        workingDays: Type.Object(
          { wage: WorkingDays, safety: WorkingDays, conduct: WorkingDays, fee: WorkingDays, other: WorkingDays },
          strict,
        ),
        says: Bilingual,
      },
      strict,
    ),
    mediation: Type.Object(
      { days: between(1, 120), counts: Type.Union([Type.Literal('calendar'), Type.Literal('working')]), says: Bilingual },
      strict,
    ),
    ratings: Type.Object(
      {
        least: between(3, 50),
        leastPromises: between(5, 50),
        lateWithdrawalMinutes: between(0, 1440),
        says: Bilingual,
      },
      strict,
    ),
  },
  strict,
);
export type Terms = Static<typeof Terms>;

/** @throws TypeError naming what is wrong with the file */
export const readTerms = (text: string): readonly Terms[] => readDated(text, 'terms.yaml', 'terms', Terms);

let known: readonly Terms[] | undefined;

export const allShippedTerms = (): readonly Terms[] => {
  known ??= readTerms(readFileSync(new URL('../../../../programme/gig-market/terms.yaml', import.meta.url), 'utf8'));
  return known;
};

/** The terms this platform ships with, in force on a day. */
export const shippedTerms = (day: string): Terms => datedOn(allShippedTerms(), day);

/** The terms in force on a day: what the district set, else what Leye ships with. */
export async function termsOn(transaction: Transaction, day: string): Promise<Terms> {
  const own = await findRule(transaction, 'terms', day);
  const shipped = shippedTerms(day);
  // What Leye learned to ask for after a district set its own stands as shipped.
  const whole = typeof own === 'object' && own !== null ? { ...shipped, ...own } : own;
  return Value.Check(Terms, whole) ? whole : shipped;
}
