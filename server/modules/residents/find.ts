/** What other modules ask about residents. */
import type { Services } from '../../kernel/command/services.ts';
import type { Transaction } from '../../kernel/database/transaction.ts';
import type { Language } from '../../kernel/i18n/said.ts';
import { Personal } from '../../kernel/seal/personal.ts';
import { type Day, dayOf } from '../../kernel/term/day.ts';
import { idNumberIndex, maskedOf, mobileIndex, openColumn } from './sealed.ts';
import { findByIndex, listResidents, type StoredResident } from './store.ts';

export type FoundResident = { readonly id: string; readonly masked: string };

/** Who holds this number, given as `parseMobile` or `parseIdNumber` reads it. */
export async function findResident(
  transaction: Transaction,
  services: Pick<Services, 'seal'>,
  by: { readonly mobile: Personal | string } | { readonly idNumber: Personal | string },
): Promise<FoundResident | undefined> {
  const { district } = transaction;
  const found =
    'mobile' in by
      ? await findByIndex(transaction, 'mobile_index', mobileIndex(services.seal, by.mobile, district))
      : await findByIndex(transaction, 'id_number_index', idNumberIndex(services.seal, by.idNumber, district));
  return found && { id: found.id, masked: maskedOf(services, district, found) };
}

export type ResidentName = {
  /** In full, '' where it was never said: only for callers that keep in the audit who looks. */
  readonly name: string;
  readonly masked: string;
};

export async function residentNames(
  transaction: Transaction,
  services: Pick<Services, 'seal'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ResidentName>> {
  const { district } = transaction;
  const found = await listResidents(transaction, [...new Set(ids)]);
  return new Map(
    found.map((one) => [
      one.id,
      { name: openColumn(services.seal, district, one.id, 'name', one.name) ?? '', masked: maskedOf(services, district, one) },
    ]),
  );
}

/** What people are counted by when a rule is judged: told freely, or read from the card; null where neither. */
export type ResidentGroup = {
  readonly birthYear: number | null;
  readonly sex: 'female' | 'male' | null;
  readonly registeredOn: Day;
};

export async function residentGroups(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ResidentGroup>> {
  const found = await listResidents(transaction, [...new Set(ids)]);
  return new Map(
    found.map(({ id, birth_year, sex, registered_at }) => [
      id,
      { birthYear: birth_year, sex: sexOf(sex), registeredOn: dayOf(registered_at) },
    ]),
  );
}

export const sexOf = (text: string | null): 'female' | 'male' | null => (text === 'female' || text === 'male' ? text : null);

/**
 * Every key by which records may know a person, the best one first: by ID number, else by mobile number, else the person's own id, which
 * no record could name.
 */
export async function personKeys(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await listResidents(transaction, [...new Set(ids)]);
  return new Map(found.map((one) => [one.id, keysOf(one)]));
}

const keysOf = ({
  id,
  id_number_index,
  mobile_index,
}: Pick<StoredResident, 'id' | 'id_number_index' | 'mobile_index'>): string[] => {
  const keys = [id_number_index, mobile_index].flatMap((index) => (index === null ? [] : [index.toString('hex')]));
  return keys.length === 0 ? [id] : keys;
};

export const languageOf = (text: string): Language => (text === 'en' ? 'en' : 'zh');

/** Where a resident can be reached, and in which language; undefined where no number is known. For `services.notify` and nobody else. */
export async function reachOf(
  transaction: Transaction,
  services: Pick<Services, 'seal'>,
  id: string,
): Promise<{ readonly phone: Personal; readonly language: Language } | undefined> {
  const [found] = await listResidents(transaction, [id]);
  const opened = found && openColumn(services.seal, transaction.district, id, 'mobile', found.mobile);
  return opened === undefined ? undefined : { phone: new Personal(opened), language: languageOf(found?.language ?? 'zh') };
}
