import { Type } from 'typebox';
import { allowAnyone } from '../../kernel/actor/permission.ts';
import { query } from '../../kernel/command/query.ts';
import type { Contact } from '../../kernel/page/site.ts';
import { findProgramme } from '../programme/module.ts';

/** 全国统一的政务服务便民热线: rung where a district has not named a number of its own. */
export const GENERAL_LINE = '12345';

export type ProgrammeContact = Contact & { readonly validUntil: string };

/** Whom to ring, from the programme in force; undefined where the district has none yet. */
export const contactQuery = query({
  name: 'portal.get-contact',
  input: Type.Object({}, { additionalProperties: false }),
  may: allowAnyone,
  run: async (_input, { transaction }): Promise<ProgrammeContact | undefined> => {
    const found = await findProgramme(transaction);
    if (!found) return undefined;
    const { district, validUntil } = found.programme;
    return { districtName: district.name, telephone: district.telephone, validUntil };
  },
});
