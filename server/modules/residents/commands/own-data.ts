import { Type } from 'typebox';
import { command } from '../../../kernel/command/command.ts';
import { Problem } from '../../../kernel/problem.ts';
import { mayBeOneself } from '../may.ts';
import { sealColumn } from '../sealed.ts';
import { endSessions } from '../session.ts';
import { changeResident, getResident } from '../store.ts';
import { Id, Nothing, ownSelf, PersonName, Sex } from './shapes.ts';

/**
 * What somebody tells of themselves; where a counter has seen the card, year of birth and sex are the card's. A year of birth that was
 * said stays: the law draws limits of age by it, so only a counter changes it, by the card.
 * @throws Problem `resident-birth-year`, `resident-birth-year-said`
 */
export const keepMyData = command({
  name: 'residents.keep-my-data',
  route: 'PUT /api/my-data',
  input: Type.Object(
    {
      name: PersonName,
      birthYear: Type.Optional(Type.Integer({ minimum: 1900, maximum: 2100 })),
      sex: Type.Optional(Sex),
    },
    { additionalProperties: false },
  ),
  may: mayBeOneself,
  run: async ({ name, birthYear, sex }, work): Promise<null> => {
    const { transaction, services, district, today } = work;
    const { id } = ownSelf(work);
    if (birthYear !== undefined && birthYear > Number(today.slice(0, 4)))
      throw new Problem('invalid', 'resident-birth-year', {}, [{ at: '/birthYear', code: 'resident-birth-year' }]);
    const known = await getResident(transaction, id);
    const isCards = known.id_number !== null;
    if (!isCards && known.birth_year !== null && birthYear !== undefined && birthYear !== known.birth_year)
      throw new Problem('conflict', 'resident-birth-year-said', {}, [{ at: '/birthYear', code: 'resident-birth-year-said' }]);
    const free = isCards ? {} : { birth_year: known.birth_year ?? birthYear ?? null, sex: sex ?? null };
    await changeResident(transaction, id, { name: sealColumn(services.seal, district, id, 'name', name.trim()), ...free });
    return null;
  },
});

/** Ends one of one's own sessions: this one, or that of a telephone that was lost. */
export const endMySession = command({
  name: 'residents.end-my-session',
  route: 'POST /api/my-sessions/:session/end',
  input: Type.Object({ session: Id }, { additionalProperties: false }),
  may: mayBeOneself,
  run: async ({ session }, work): Promise<{ ended: number }> => ({
    ended: await endSessions(work.transaction, ownSelf(work).id, session),
  }),
});

/** Signs oneself out everywhere, here included. */
export const endMySessions = command({
  name: 'residents.end-my-sessions',
  route: 'POST /api/my-sessions/end',
  input: Nothing,
  may: mayBeOneself,
  run: async (_input, work): Promise<{ ended: number }> => ({ ended: await endSessions(work.transaction, ownSelf(work).id) }),
});
