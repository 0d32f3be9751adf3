import { Type } from 'typebox';
import { inFen } from '../../kernel/command/shape.ts';
import { shifts } from './shifts.ts';

export const Id = Type.String({ format: 'uuid' });
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** Beijing time of day. */
export const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });
export const AreaCode = Type.String({ pattern: '^\\d{12}$' });
export const TradeCode = Type.String({ pattern: '^[a-z][a-z-]*$', maxLength: 40 });
/** 0 beginner, 1 can do it, 2 skilled, 3 can lead. */
export const Level = Type.Integer({ minimum: 0, maximum: 3 });
export const Shift = Type.Enum([...shifts]);
/** WGS-84, within China's bounds: a slip of a digit is caught, not stored. */
export const Latitude = Type.Number({ minimum: 3, maximum: 54 });
export const Longitude = Type.Number({ minimum: 73, maximum: 136 });
export const Revision = Type.Integer({ minimum: 1 });
/** Fen. */
export const Money = Type.Integer({ minimum: 0, maximum: 10_000_000, ...inFen });

/** When something happened on a device that sends it later: at most some hours ago, never in the future (`checkedInstant`). */
export const Instant = Type.String({ format: 'date-time' });
