import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import type { Services } from '../../../kernel/command/services.ts';
import { maskIdNumber, maskName, maskPhone } from '../../../kernel/seal/mask.ts';
import { dayOf } from '../../../kernel/term/day.ts';
import { Id, Nothing, ownSelf } from '../commands/shapes.ts';
import type { MyData, MyPage, ResidentShown } from '../contract.ts';
import { languageOf, sexOf } from '../find.ts';
import { mayBeOneself, mayServe } from '../may.ts';
import { openColumn } from '../sealed.ts';
import { getResident, type StoredResident } from '../store.ts';

export function residentShown({ seal }: Pick<Services, 'seal'>, district: string, resident: StoredResident): ResidentShown {
  const masked = (column: 'name' | 'mobile' | 'id_number', mask: (text: string) => string) => {
    const opened = openColumn(seal, district, resident.id, column, resident[column]);
    return opened === undefined ? null : mask(opened);
  };
  return {
    resident: resident.id,
    name: masked('name', maskName),
    mobile: masked('mobile', maskPhone),
    idNumber: masked('id_number', maskIdNumber),
    birthYear: resident.birth_year,
    sex: sexOf(resident.sex),
    registeredOn: dayOf(resident.registered_at),
  };
}

/** One resident, masked. */
export const oneResident = query({
  name: 'residents.get-resident',
  route: 'GET /api/residents/:resident',
  input: Type.Object({ resident: Id }, { additionalProperties: false }),
  may: mayServe,
  run: async ({ resident }, { transaction, services, district }): Promise<ResidentShown> =>
    residentShown(services, district, await getResident(transaction, resident)),
});

/** The pages about whoever asks: what concerns them now first, with how it stands. */
export const myPages = query({
  name: 'residents.list-my-pages',
  input: Nothing,
  may: mayBeOneself,
  run: async (_input, reading): Promise<MyPage[]> => {
    const { id } = ownSelf(reading);
    const pages: MyPage[] = [];
    for (const { now, ...page } of reading.services.mine) pages.push({ ...page, now: (await now?.(reading, id)) ?? null });
    return [...pages.filter((page) => page.now !== null), ...pages.filter((page) => page.now === null)];
  },
});

/** What the city keeps of whoever asks, and where they are signed in: the device used last first. */
export const myData = query({
  name: 'residents.get-my-data',
  route: 'GET /api/my-data',
  input: Nothing,
  may: mayBeOneself,
  run: async (_input, reading): Promise<MyData> => {
    const { transaction, services, district, now } = reading;
    const { id } = ownSelf(reading);
    const found = await getResident(transaction, id);
    const { resident: _id, ...shown } = residentShown(services, district, found);
    const sessions = await transaction.db
      .selectFrom('resident_session')
      .select(['id', 'device', 'begun_at', 'seen_at'])
      .where('district', '=', district)
      .where('resident', '=', id)
      .where('expires_at', '>', now)
      .orderBy('seen_at', 'desc')
      .orderBy('id', 'desc')
      .limit(50)
      .execute();
    return {
      ...shown,
      language: languageOf(found.language),
      fullName: openColumn(services.seal, district, id, 'name', found.name) ?? '',
      sessions: sessions.map(({ id: session, device, begun_at, seen_at }) => ({
        session,
        device: device === 'phone' ? 'phone' : 'computer',
        begunAt: begun_at.toISOString(),
        seenAt: seen_at.toISOString(),
      })),
    };
  },
});
