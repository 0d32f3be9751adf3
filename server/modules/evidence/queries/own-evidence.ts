import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import { holdersOf, mayUpload } from '../access.ts';
import type { OwnEvidence } from '../contract.ts';
import { listOfHolders } from '../store.ts';

/** What one's own unit, area or office has uploaded, latest first: to be chosen again instead of uploaded again. */
export const ownEvidence = query({
  name: 'evidence.list-own',
  route: 'GET /api/evidence',
  input: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, { additionalProperties: false }),
  may: mayUpload,
  run: async ({ limit = 50 }, { transaction, actor }): Promise<OwnEvidence> => ({
    items: await listOfHolders(transaction, holdersOf(actor), limit),
  }),
});
