import { Type } from 'typebox';
import { actorKey } from '../../../kernel/actor/actor.ts';
import { command, type Work } from '../../../kernel/command/command.ts';
import type { IdNumber } from '../../../kernel/identifier/id-number.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Personal } from '../../../kernel/seal/personal.ts';
import { mayServe } from '../may.ts';
import { requireIdNumber, requireMobile } from '../numbers.ts';
import { idNumberIndex, mobileIndex, openColumn, sealColumn } from '../sealed.ts';
import { addResident, type Change, changeResident, findByIndex, lockNumbers, type StoredResident } from '../store.ts';
import { PersonName, TypedNumber } from './shapes.ts';

/**
 * Somebody at a counter, who needs no telephone for it: a name, and a mobile or ID number (from the card) or both. Whoever is known
 * already is found again, and what the record lacked is put in; two records are never made one, nor a number moved, without saying so.
 */
export const registerResident = command({
  name: 'residents.register-resident',
  route: 'POST /api/residents',
  input: Type.Object(
    { name: PersonName, mobile: Type.Optional(TypedNumber), idNumber: Type.Optional(TypedNumber) },
    { additionalProperties: false },
  ),
  may: mayServe,
  run: ({ name, mobile, idNumber }, work) => {
    if (mobile === undefined && idNumber === undefined) throw new Problem('invalid', 'resident-number-needed');
    return registerPerson(work, {
      name: name.trim(),
      mobile: mobile === undefined ? undefined : requireMobile(mobile),
      idNumber: idNumber === undefined ? undefined : requireIdNumber(idNumber, work.today),
    });
  },
  audit: (_input, { resident, isNew, added }) => ({ resident, isNew, added }),
});

export type Person = {
  readonly name?: string | undefined;
  readonly mobile?: Personal | undefined;
  readonly idNumber?: IdNumber | undefined;
};
export type Registered = {
  readonly resident: string;
  readonly isNew: boolean;
  /** What a record that was there already lacked until now. */
  readonly added: readonly ('name' | 'mobile' | 'idNumber')[];
};

/** Finds the person of these numbers or makes one, in the caller's transaction. At least one number. */
export async function registerPerson(work: Work, person: Person): Promise<Registered> {
  const { transaction, services, district } = work;
  const byMobile = person.mobile && mobileIndex(services.seal, person.mobile, district);
  const byIdNumber = person.idNumber && idNumberIndex(services.seal, person.idNumber, district);
  await lockNumbers(
    transaction,
    [byMobile, byIdNumber].filter((index) => index !== undefined),
  );
  const ofMobile = byMobile && (await findByIndex(transaction, 'mobile_index', byMobile));
  const ofIdNumber = byIdNumber && (await findByIndex(transaction, 'id_number_index', byIdNumber));
  if (ofMobile && ofIdNumber && ofMobile.id !== ofIdNumber.id) throw new Problem('conflict', 'resident-two-records');
  const known = ofIdNumber ?? ofMobile;
  if (known) return await complete(work, known, person);

  const id = work.newId();
  await addResident(transaction, {
    id,
    name: null,
    mobile: null,
    mobile_index: null,
    id_number: null,
    id_number_index: null,
    birth_year: null,
    sex: null,
    ...told(work, id, person),
    registered_at: work.now,
    registered_by: actorKey(work.actor),
  });
  return { resident: id, isNew: true, added: [] };
}

/** Puts into a record what it lacks. What it says otherwise is not for this command to change. */
async function complete(work: Work, known: StoredResident, { name, mobile, idNumber }: Person): Promise<Registered> {
  const { transaction, services, district } = work;
  const opened = (column: 'name' | 'mobile' | 'id_number') =>
    openColumn(services.seal, district, known.id, column, known[column]);
  const [knownName, knownMobile, knownIdNumber] = [opened('name'), opened('mobile'), opened('id_number')];
  if (mobile && knownMobile !== undefined && knownMobile !== mobile.reveal())
    throw new Problem('conflict', 'resident-other-mobile');
  // Found by the telephone, which a family may share: only who bears the same name, or none yet, is the same person.
  const isAnother =
    idNumber !== undefined &&
    ((knownIdNumber !== undefined && knownIdNumber !== idNumber.reveal()) ||
      (knownIdNumber === undefined && knownName !== undefined && knownName !== name));
  if (isAnother) throw new Problem('conflict', 'resident-mobile-of-another');
  const lacking: Person = {
    name: knownName === undefined ? name : undefined,
    mobile: knownMobile === undefined ? mobile : undefined,
    idNumber: knownIdNumber === undefined ? idNumber : undefined,
  };
  await changeResident(transaction, known.id, told(work, known.id, lacking));
  const added = (['name', 'mobile', 'idNumber'] as const).filter((one) => lacking[one] !== undefined);
  return { resident: known.id, isNew: false, added };
}

/** What is told, as columns. The card says when somebody was born and of which sex. */
function told({ services: { seal }, district }: Work, id: string, { name, mobile, idNumber }: Person): Change {
  return {
    ...(name !== undefined && { name: sealColumn(seal, district, id, 'name', name) }),
    ...(mobile && {
      mobile: sealColumn(seal, district, id, 'mobile', mobile.reveal()),
      mobile_index: mobileIndex(seal, mobile, district),
    }),
    ...(idNumber && {
      id_number: sealColumn(seal, district, id, 'id_number', idNumber.reveal()),
      id_number_index: idNumberIndex(seal, idNumber, district),
      birth_year: Number(idNumber.birthday.slice(0, 4)),
      sex: idNumber.sex,
    }),
  };
}
