/** What a worker could change after a round that found nothing for them: the reason that was kept, as a way to the very setting. */
import type { Reason } from '../matching/reason-words.ts';
import { type Shift, shifts } from '../shifts.ts';

/** One thing to change. Kilometres and yuan are whole, as their fields take them. */
export type Change =
  | { readonly is: 'distance'; readonly km: number }
  | { readonly is: 'pay'; readonly yuan: number }
  | { readonly is: 'shift'; readonly shift: Shift }
  | { readonly is: 'trade'; readonly trade: string }
  | { readonly is: 'level'; readonly level: number }
  | { readonly is: 'licence'; readonly licence: string }
  | { readonly is: 'team' }
  /** No setting: what was declined can still be given out at the counter. */
  | { readonly is: 'counter' };

/** `isDone`: changed since that round, which the next one will see. */
export type Tip = Change & { readonly isDone: boolean };

/** What somebody has said of themselves that a change would touch. */
export type OwnTerms = {
  readonly radiusKm: number;
  /** Fen. */
  readonly payFloor: number;
  readonly shifts: readonly Shift[];
  readonly trades: readonly string[];
  readonly claimed: readonly string[];
};

/** As far as the market lets anybody go. */
const FURTHEST_KM = 60;

/** The change that a kept reason names, or else the one that its cause lies in; undefined where nobody can change anything. */
export function changeFor(code: string, params: Readonly<Record<string, unknown>>): Change | undefined {
  return changeOf(params.change) ?? changeOf({ code, params });
}

function changeOf(kept: unknown): Change | undefined {
  if (typeof kept !== 'object' || kept === null || !('code' in kept) || !('params' in kept)) return undefined;
  const { code, params } = kept as Reason; // reason: only batches write it; a code of another version falls through below
  switch (code) {
    case 'change-distance':
    case 'distance': {
      const km = Math.ceil(params.km);
      return km <= FURTHEST_KM ? { is: 'distance', km } : undefined;
    }
    case 'change-pay':
      return { is: 'pay', yuan: Math.floor(params.yuan) };
    case 'pay':
      return { is: 'pay', yuan: Math.floor(params.best) };
    case 'change-shift':
    case 'shift': {
      const shift = shifts.find((one) => one === params.shift);
      return shift && { is: 'shift', shift };
    }
    case 'change-trade':
    case 'trade-nearest':
      return { is: 'trade', trade: params.trade };
    case 'change-level':
      return { is: 'level', level: params.level };
    case 'level':
      return { is: 'level', level: params.wanted };
    case 'change-licence':
    case 'licence':
      return { is: 'licence', licence: params.licence };
    case 'change-smaller-team':
    case 'change-alone':
    case 'team-too-large':
    case 'team-apart':
      return { is: 'team' };
    case 'change-refused':
    case 'refused':
      return { is: 'counter' };
    default:
      return undefined;
  }
}

export function isDone(change: Change, own: OwnTerms): boolean {
  switch (change.is) {
    case 'distance':
      return own.radiusKm >= change.km;
    case 'pay':
      return own.payFloor <= change.yuan * 100;
    case 'shift':
      return own.shifts.includes(change.shift);
    case 'trade':
      return own.trades.includes(change.trade);
    case 'licence':
      return own.claimed.includes(change.licence);
    default:
      return false;
  }
}
