import { Type } from 'typebox';

export const Id = Type.String({ format: 'uuid' });
export const UnitCode = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 });
export const Title = Type.String({ minLength: 2, maxLength: 120, pattern: '\\S' });
/** A sentence or two. */
export const Reason = Type.String({ minLength: 2, maxLength: 1000, pattern: '\\S' });
export const Words = Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' });
export const Span = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 1 })]);
export const Version = Type.Integer({ minimum: 1 });
