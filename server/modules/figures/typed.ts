import { Type } from 'typebox';
import { actorKey } from '../../kernel/actor/actor.ts';
import { allow } from '../../kernel/actor/permission.ts';
import { command } from '../../kernel/command/command.ts';
import { Text } from '../../kernel/command/text.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import { Problem } from '../../kernel/problem.ts';
import { addDays, isDay } from '../../kernel/term/day.ts';
import { findProgramme } from '../programme/module.ts';
import { getFigure } from './context.ts';

export type TypedValue = {
  readonly figure: string;
  readonly day: string;
  readonly value: number;
  readonly source: string;
  readonly lapsesOn: string;
  readonly typedAt: string;
};

/** The latest typed value of each figure on a day: the last one said about a day not later. */
export async function readTyped({ client, district }: Transaction, on: string): Promise<Map<string, TypedValue>> {
  const { rows } = await client.query<{
    figure: string;
    day: string;
    value: number;
    source: string;
    lapses_on: string;
    typed_at: Date;
  }>(
    `SELECT DISTINCT ON (figure) figure, day, value, source, lapses_on, typed_at FROM typed_value
     WHERE district = $1 AND day <= $2 ORDER BY figure, day DESC, id DESC`,
    [district, on],
  );
  return new Map(
    rows.map((row) => [
      row.figure,
      {
        figure: row.figure,
        day: row.day,
        value: row.value,
        source: row.source,
        lapsesOn: row.lapses_on,
        typedAt: row.typed_at.toISOString(),
      },
    ]),
  );
}

/** A figure that has no record yet gets a value with its source; it lapses, so that nobody relies on it for ever. */
export const typeValue = command({
  name: 'figures.type-value',
  route: 'POST /api/figures/:code/typed-values',
  input: Type.Object(
    {
      code: Type.String(),
      day: Type.String(),
      value: Type.Number({ minimum: 0, maximum: 1e12 }),
      source: Text(4, 300),
    },
    { additionalProperties: false },
  ),
  may: allow({ 'programme-office': 'district' }),
  audit: ({ code, day, value, source }) => ({ figure: code, day, value, source }),
  run: async ({ code, day, value, source }, { transaction, actor, newId, now, today }) => {
    const found = await findProgramme(transaction);
    if (!found) throw new Problem('not-found', 'no-programme');
    const { definition } = getFigure(found.programme, code);
    if (definition.count.rule !== 'typed') throw new Problem('conflict', 'figure-has-records', { code });
    if (!isDay(day) || day > today) throw new Problem('invalid', 'not-a-day', { day });
    const lapsesOn = addDays(day, definition.count.lapsesAfterDays);
    await transaction.db
      .insertInto('typed_value')
      .values({
        district: transaction.district,
        id: newId(),
        figure: code,
        day,
        value,
        source,
        lapses_on: lapsesOn,
        typed_by: actorKey(actor),
        typed_at: now,
      })
      .execute();
    return { lapsesOn };
  },
});
