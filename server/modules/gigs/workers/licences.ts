import { Type } from 'typebox';
import { query, type Reading } from '../../../kernel/command/query.ts';
import { addDays } from '../../../kernel/term/day.ts';
import { residentNames } from '../../residents/module.ts';
import { shippedTrades } from '../market/trades.ts';
import { mayServeWorkers } from '../may.ts';
import type { CheckedLicence, EndingLicence, LicenceList } from './contract.ts';
import { RENEW_DAYS } from './licence-day.ts';

/** Days for which one that was checked stays in sight, to put right what was taken down wrongly. */
const CHECKED_DAYS = 30;

/** More of either than an officer looks through in a morning. */
const MOST = 200;

/** Licences that wait for an officer's eye, and those that end. A worker belongs to no station, so they are the same at every counter. */
export const licencesQuery = query({
  name: 'gigs.licences',
  route: 'GET /api/gig-licences',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayServeWorkers,
  run: async (_input, reading): Promise<LicenceList> => {
    const [claimed, ending, checked] = [await listClaimed(reading), await listEnding(reading), await listChecked(reading)];
    const { transaction, services, today } = reading;
    const names = await residentNames(
      transaction,
      services,
      [...claimed, ...ending, ...checked].map(({ worker }) => worker),
    );
    const shown = (row: LicenceRow) => ({
      id: row.id,
      licence: row.licence,
      name: shippedTrades().findLicence(row.licence)?.name ?? { zh: row.licence, en: row.licence },
      worker: row.worker,
      workerNumber: row.number,
      workerName: names.get(row.worker)?.masked ?? '',
    });
    return {
      day: today,
      claimed: claimed.map((row) => ({
        ...shown(row),
        expiresOn: row.expires_on,
        claimedAt: row.claimed_at.toISOString(),
      })),
      ending: ending.flatMap((row): EndingLicence[] =>
        row.expires_on === null ? [] : [{ ...shown(row), expiresOn: row.expires_on, isOver: row.expires_on < today }],
      ),
      checked: checked.flatMap((row): CheckedLicence[] =>
        row.expires_on === null || row.checked_at === null
          ? []
          : [{ ...shown(row), expiresOn: row.expires_on, checkedAt: row.checked_at.toISOString() }],
      ),
    };
  },
  audit: (_input, { claimed, ending, checked }) => ({
    workers: [...new Set([...claimed, ...ending, ...checked].map(({ worker }) => worker))],
  }),
});

type LicenceRow = Awaited<ReturnType<typeof listClaimed>>[number];

const licencesOf = ({ transaction: { db, district } }: Reading) =>
  db
    .selectFrom('gig_licence as l')
    .innerJoin('gig_worker as w', (join) => join.onRef('w.district', '=', 'l.district').onRef('w.id', '=', 'l.worker'))
    .select(['l.id', 'l.licence', 'l.worker', 'l.expires_on', 'l.claimed_at', 'l.checked_at', 'w.number'])
    .where('l.district', '=', district);

const listClaimed = (reading: Reading) =>
  licencesOf(reading).where('l.state', '=', 'claimed').orderBy('l.claimed_at').limit(MOST).execute();

/** Those that an officer looked at lately and that hold for long: the others stand among those that end. */
const listChecked = (reading: Reading) =>
  licencesOf(reading)
    .where('l.state', '=', 'checked')
    .where('l.checked_at', '>=', new Date(reading.now.getTime() - CHECKED_DAYS * 86_400_000))
    .where('l.expires_on', '>', addDays(reading.today, RENEW_DAYS))
    .orderBy('l.checked_at', 'desc')
    .limit(MOST)
    .execute();

/** Whoever has brought a new one already waits among the claimed. */
const listEnding = (reading: Reading) =>
  licencesOf(reading)
    .where('l.state', '=', 'checked')
    .where('l.expires_on', '>=', addDays(reading.today, -RENEW_DAYS))
    .where('l.expires_on', '<=', addDays(reading.today, RENEW_DAYS))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('gig_licence as n')
            .select('n.id')
            .whereRef('n.district', '=', 'l.district')
            .whereRef('n.worker', '=', 'l.worker')
            .whereRef('n.licence', '=', 'l.licence')
            .where('n.state', '=', 'claimed'),
        ),
      ),
    )
    .orderBy('l.expires_on')
    .orderBy('w.number')
    .limit(MOST)
    .execute();
