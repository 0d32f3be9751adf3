import type { Language, Said } from '../../../kernel/i18n/said.ts';
import { shippedTrades } from '../market/trades.ts';
import { type Reason, type ReasonNames, reasonWords, sayReason } from '../matching/reason-words.ts';

/** The names behind the codes that reasons carry; `orders` are those of orders, by id. */
export const reasonNames =
  (orders: ReadonlyMap<string, Said> = new Map()): ReasonNames =>
  (kind, code) => {
    const trades = shippedTrades();
    const plain = { zh: code, en: code };
    if (kind === 'trade') return trades.find(code)?.name ?? plain;
    if (kind === 'licence') return trades.findLicence(code)?.name ?? plain;
    if (kind === 'law') return trades.findAge(code)?.law ?? plain;
    return orders.get(code) ?? plain;
  };

/** A kept reason, in both languages; nothing for a code of another version of Leye. */
function sayKept(reason: unknown, names: ReasonNames): Said | undefined {
  if (typeof reason !== 'object' || reason === null || !('code' in reason) || !(String(reason.code) in reasonWords))
    return undefined;
  const known = reason as Reason; // reason: its code is one of theirs, and only batches write it
  const inLanguage = (language: Language) => sayReason(known, language, names);
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}

/** Why a batch found nothing for somebody, and the one change that would have helped, as it was kept with the check-in. */
export function sayUnmatched(code: string, params: Readonly<Record<string, unknown>>): Said {
  const names = reasonNames();
  const { change, ...numbers } = params;
  const why = sayKept({ code, params: numbers }, names);
  const help = sayKept(change, names);
  if (!why) return { zh: '这一轮没有合适的活。', en: 'Nothing fitted in this round.' };
  return help ? { zh: `${why.zh}${help.zh}`, en: `${why.en} ${help.en}` } : why;
}

/** Why this offer: the reasons kept with it, and how it stands beside others; nothing of an order that the reader has no name for. */
export function sayMatched(parts: unknown, names: ReasonNames = reasonNames()): Said[] {
  if (typeof parts !== 'object' || parts === null || !('reasons' in parts) || !Array.isArray(parts.reasons)) return [];
  const context = 'context' in parts && Array.isArray(parts.context) ? parts.context : [];
  return [...parts.reasons, ...context].flatMap((reason) => (isNameless(reason, names) ? [] : (sayKept(reason, names) ?? [])));
}

function isNameless(reason: unknown, names: ReasonNames): boolean {
  const { params } = reason as { readonly params?: { readonly order?: unknown } }; // reason: looked at field by field
  const order = params?.order;
  return typeof order === 'string' && names('order', order).zh === order;
}
