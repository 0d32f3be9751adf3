/** What of a resident is sealed, and how it is opened, masked and found again. */
import type { Services } from '../../kernel/command/services.ts';
import { maskIdNumber, maskName, maskPhone } from '../../kernel/seal/mask.ts';
import type { Personal } from '../../kernel/seal/personal.ts';
import { type Seal, sealContext } from '../../kernel/seal/seal.ts';

export type SealedColumn = 'name' | 'mobile' | 'id_number';

const contextOf = (district: string, id: string, column: SealedColumn): string =>
  sealContext({ district, table: 'resident', column, row: id });

/** For one resident's row. */
export const sealColumn = (seal: Seal, district: string, id: string, column: SealedColumn, value: string): Buffer =>
  seal.seal(value, contextOf(district, id, column));

export const openColumn = (
  seal: Seal,
  district: string,
  id: string,
  column: SealedColumn,
  sealed: Buffer | null,
): string | undefined => (sealed === null ? undefined : seal.open(sealed, contextOf(district, id, column)));

/** The same keyed index that records keep of a person, so that both know one another's people. */
export const mobileIndex = (seal: Seal, mobile: Personal | string, district: string): Buffer =>
  seal.blindIndex('phone', plainOf(mobile), district);
export const idNumberIndex = (seal: Seal, idNumber: Personal | string, district: string): Buffer =>
  seal.blindIndex('id-number', plainOf(idNumber), district);
const plainOf = (value: Personal | string): string => (typeof value === 'string' ? value : value.reveal());

type SealedPerson = {
  readonly id: string;
  readonly name: Buffer | null;
  readonly mobile: Buffer | null;
  readonly id_number: Buffer | null;
};

/** How somebody is shown to those who need to recognise them: 张*, else 138****1234, else the ID number's ends. */
export function maskedOf({ seal }: Pick<Services, 'seal'>, district: string, person: SealedPerson): string {
  const opened = (column: SealedColumn) => openColumn(seal, district, person.id, column, person[column]);
  const name = opened('name');
  if (name !== undefined) return maskName(name);
  const mobile = opened('mobile');
  if (mobile !== undefined) return maskPhone(mobile);
  const idNumber = opened('id_number');
  return idNumber === undefined ? '***' : maskIdNumber(idNumber);
}
