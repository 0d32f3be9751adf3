import { Type } from 'typebox';
import { Text } from '../../../kernel/command/text.ts';

export const Id = Type.String({ format: 'uuid' });
export const UnitCode = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 });
export const Title = Text(2, 120);
/** A sentence or two. */
export const Reason = Text(2, 1000);
export const Words = Text(1, 2000);
export const Span = Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 1 })]);
export const Version = Type.Integer({ minimum: 1 });
