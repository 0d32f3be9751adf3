import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { ResidentShown } from '../contract.ts';
import { findResident } from '../find.ts';
import { mayServe } from '../may.ts';
import { requireIdNumber, requireMobile } from '../numbers.ts';
import { residentShown } from '../queries/residents.ts';
import { mobileIndex, openColumn, sealColumn } from '../sealed.ts';
import { endSessions } from '../session.ts';
import { changeResident, findByIndex, getResident, lockNumbers } from '../store.ts';
import { Id, TypedNumber } from './shapes.ts';

/** Finds somebody by a number that they say. A command, not a query: a number belongs in no address, and who looked is kept. */
export const lookUpResident = command({
  name: 'residents.look-up-resident',
  route: 'POST /api/residents/look-up',
  input: Type.Object(
    { mobile: Type.Optional(TypedNumber), idNumber: Type.Optional(TypedNumber) },
    { additionalProperties: false, minProperties: 1, maxProperties: 1 },
  ),
  may: mayServe,
  run: async ({ mobile, idNumber }, { transaction, services, today }): Promise<{ found: ResidentShown | null }> => {
    const by = mobile === undefined ? { idNumber: requireIdNumber(idNumber ?? '', today) } : { mobile: requireMobile(mobile) };
    const found = await findResident(transaction, services, by);
    return { found: found ? residentShown(services, transaction.district, await getResident(transaction, found.id)) : null };
  },
  keeps: () => null,
  audit: (_input, { found }) => ({ resident: found?.resident ?? null }),
});

/** Opens name and mobile number of somebody who has to be reached. A command, not a query: who looked is kept in the audit. */
export const showResident = command({
  name: 'residents.show-resident',
  route: 'POST /api/residents/:resident/show',
  input: Type.Object({ resident: Id }, { additionalProperties: false }),
  may: mayServe,
  run: async ({ resident }, { transaction, services: { seal }, district }): Promise<{ name: string; mobile: string }> => {
    const found = await getResident(transaction, resident);
    return {
      name: openColumn(seal, district, resident, 'name', found.name) ?? '',
      mobile: openColumn(seal, district, resident, 'mobile', found.mobile) ?? '',
    };
  },
  keeps: () => null,
  audit: ({ resident }) => ({ resident }),
});

/**
 * Somebody at the counter has another mobile number now. Their sessions end: the telephone may be lost. A number that is another
 * record's is moved only when the officer says so (numbers are given out anew): that record then has none and its sessions end too.
 */
export const changeNumber = command({
  name: 'residents.change-number',
  route: 'POST /api/residents/:resident/mobile',
  input: Type.Object(
    { resident: Id, mobile: TypedNumber, takeOver: Type.Optional(Type.Boolean()) },
    { additionalProperties: false },
  ),
  may: mayServe,
  run: async ({ resident, mobile, takeOver = false }, work): Promise<{ resident: string; from: string | null }> => {
    const { transaction, services, district } = work;
    const number = requireMobile(mobile);
    const index = mobileIndex(services.seal, number, district);
    const known = await getResident(transaction, resident);
    await lockNumbers(transaction, known.mobile_index ? [index, known.mobile_index] : [index]);
    const holder = await findByIndex(transaction, 'mobile_index', index);
    if (holder?.id === resident) throw new Problem('conflict', 'resident-number-same');
    if (holder && !takeOver) throw new Problem('conflict', 'resident-number-held');
    if (holder) {
      await changeResident(transaction, holder.id, { mobile: null, mobile_index: null });
      await endSessions(transaction, holder.id);
    }
    await changeResident(transaction, resident, {
      mobile: sealColumn(services.seal, district, resident, 'mobile', number.reveal()),
      mobile_index: index,
    });
    await endSessions(transaction, resident);
    await transaction.db
      .deleteFrom('sign_in_code')
      .where('district', '=', district)
      .where('mobile_index', 'in', known.mobile_index ? [index, known.mobile_index] : [index])
      .execute();
    return { resident, from: holder?.id ?? null };
  },
  audit: (_input, { resident, from }) => ({ resident, from }),
});
