/** Shapes of a station's screen, kiosk and counter. Moments are ISO 8601, times of day Beijing's. */
import type { Said } from '../../../kernel/i18n/said.ts';
import type { Board } from '../dawn/contract.ts';
import type { Station } from '../market/stations.ts';
import type { ShownOrder } from '../orders/contract.ts';
import type { WeatherWarning } from '../rules/contract.ts';
import type { Desk } from '../services/desks.ts';
import type { Worker } from '../workers/contract.ts';

export type { Station } from '../market/stations.ts';
export type { Desk } from '../services/desks.ts';

/** Where in the hall a desk stands. */
export type ShownDesk = { readonly desk: Desk; readonly where: string };

/** People who are placed meet here. */
export type Meeting = {
  readonly number: number;
  readonly tradeName: Said;
  readonly site: string;
  readonly startsAt: string;
  readonly from: string;
  readonly people: number;
  readonly meetingPoint: string;
  readonly transport: ShownOrder['transport'];
  /** When the employer's bus leaves, where they said so; a time of day. */
  readonly bus: string | null;
};

/** What heat or cold means on a day for so many orders outdoors. */
export type ShownWarning = Pick<WeatherWarning, 'code' | 'effect' | 'day' | 'temperature' | 'says' | 'law'> & {
  readonly orders: number;
};

/** `GET /api/gig-faces/:code`: all that the screen and the kiosk of a station show. No person is on it, only numbers. */
export type Face = {
  /** When it was read. */
  readonly at: string;
  readonly code: string;
  readonly address: string;
  readonly telephone: string;
  /** The browser that asks, where it is a device of this very station. */
  readonly device: { readonly name: string; readonly kind: 'kiosk' | 'screen' } | null;
  /** The address behind the code of the day, for the screen that shows it and the station's officers. */
  readonly checkInAddress: string | null;
  readonly board: Omit<Board, 'at'>;
  readonly warnings: readonly ShownWarning[];
  readonly meetings: readonly Meeting[];
  readonly desks: readonly ShownDesk[];
  /** Null while the station is closed, or before its first round. */
  readonly nextRoundAt: string | null;
};

/** `GET /api/gig-counters`: the stations at whose counter somebody may stand; for the programme office the closed ones too. */
export type OwnStations = { readonly stations: readonly (Station & { readonly isOpen: boolean })[] };

/** `GET /api/gig-counter/worker`: somebody before the counter, masked. */
export type CounterWorker = { readonly worker: Worker; readonly name: string };

/** One order that somebody could take now, the best first. */
export type WalkInRow = {
  readonly order: ShownOrder;
  readonly kilometres: number;
  readonly minutesThere: number;
  /** Points of the published cost: fewer are better. */
  readonly points: number;
  /** For the officer: what to ask or to know before it is given. */
  readonly notes: readonly Said[];
  /** In the words in which the worker reads them. */
  readonly reasons: readonly Said[];
};

/** `GET /api/gig-stations/:station/walk-in`. `barred`: why the other orders are not for this person, the commonest first. */
export type WalkIn = {
  readonly worker: string;
  readonly rows: readonly WalkInRow[];
  readonly barred: readonly { readonly condition: string; readonly orders: number }[];
};

/**
 * `GET /api/gig-stations/:station/passed-over`: how many stand further ahead and could take the same order, and who the first of them
 * are, by their numbers in the line and their masked names.
 */
export type WouldPass = {
  readonly people: number;
  readonly first: readonly { readonly number: number; readonly name: string }[];
};

/** `GET /api/gig-stations/:station/services`: what the desks did today, the latest first. */
export type DeskServices = {
  readonly services: readonly {
    readonly service: string;
    readonly desk: Desk;
    readonly worker: string;
    readonly workerNumber: number;
    readonly workerName: string;
    readonly note: string;
    /** When it was given, not when it came in. */
    readonly at: string;
    readonly isReversed: boolean;
    /** Kept in the desk’s own book alone: the person, kind of service and day had counted already. */
    readonly isRepeat: boolean;
  }[];
};

/** `GET /api/gig-trades`. */
export type TradeList = {
  readonly trades: readonly { readonly code: string; readonly name: Said; readonly licence: string | null }[];
  readonly licences: readonly { readonly code: string; readonly name: Said }[];
};

export type { CheckedIn, CheckedInAtKiosk } from '../dawn/contract.ts';
