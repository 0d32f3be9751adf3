import type { FastifyRequest } from 'fastify';
import type { Database } from '../database/connect.ts';
import type { District } from '../http/host.ts';
import { Problem } from '../problem.ts';

type Row = { code: string; name_zh: string; name_en: string; host: string | null; starts_on: string };

/** The districts of this database, read again at most every ten seconds: a new one appears without a restart. */
export function districtReader(database: Database): {
  of(request: FastifyRequest): Promise<District>;
  all(): Promise<District[]>;
} {
  let read: { at: number; rows: Row[] } | undefined;
  const rows = async () => {
    // While there is none, one may come any moment: a first start listens before the demonstration has its district.
    if (!read || read.rows.length === 0 || Date.now() - read.at > 10_000) {
      const { rows } = await database.pool.query<Row>(
        'SELECT code, name_zh, name_en, host, starts_on FROM district ORDER BY created_at, code',
      );
      read = { at: Date.now(), rows };
    }
    return read.rows;
  };
  return {
    async of(request) {
      const known = await rows();
      const found = known.find((row) => row.host === request.hostname) ?? known[0];
      if (!found) throw new Problem('unavailable', 'no-district');
      return asDistrict(found);
    },
    all: async () => (await rows()).map(asDistrict),
  };
}

const asDistrict = (row: Row): District => ({
  code: row.code,
  name: { zh: row.name_zh, en: row.name_en },
  startsOn: row.starts_on,
});
