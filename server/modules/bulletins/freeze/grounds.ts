import type { Transaction } from '../../../kernel/database/transaction.ts';
import type { FactKind } from '../../../kernel/fact/kind.ts';
import { readCells } from '../../../kernel/figure/cells.ts';
import { readQuality } from '../../../kernel/figure/quality.ts';
import { type Known, readSpan, recountCells, recountQuality, recountSpan } from '../../../kernel/figure/recount.ts';
import { type FigureContext, readTyped, type TypedValue } from '../../figures/module.ts';
import type { Span } from '../contract.ts';
import { byPlaceOf, kindNames, type SpanGround } from './numbers.ts';

/** From what is added up already: for making a bulletin in seconds, and for what its numbers are today. */
export async function rollupGround(transaction: Transaction, context: FigureContext, span: Span): Promise<SpanGround> {
  const names = kindNames(context);
  const cells = await readCells(transaction, names, context.on, true);
  return {
    cells,
    quality: await readQuality(transaction, names, context.on),
    typed: await readTyped(transaction, context.on),
    inSpan: await readSpan(transaction, names, { from: span.from, to: context.on }),
  };
}

/** From the facts as they were known at a moment, one by one: for proving what a bulletin says. Typed values are not counted. */
export async function factGround(
  transaction: Transaction,
  context: FigureContext,
  kinds: ReadonlyMap<string, FactKind>,
  typed: ReadonlyMap<string, TypedValue>,
  span: Span,
  known: Known,
): Promise<SpanGround> {
  const names = kindNames(context);
  const byPlace = byPlaceOf(kinds);
  return {
    cells: await recountCells(transaction, names, byPlace, context.on, known),
    quality: await recountQuality(transaction, names, byPlace, context.on, known),
    typed,
    inSpan: await recountSpan(transaction, names, { from: span.from, to: context.on }, known),
  };
}
