import pg from 'pg';
import type { Office } from './office.ts';

/** So many hours pass for an employer: its orders, shifts and wages lie that much further back. Numbers of orders move out of the way. */
export async function passing({ urls, district }: Office, employer: string, hours: number): Promise<void> {
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  const by = `${hours} hours`;
  try {
    await owner.query('SELECT set_config($1, $2, false)', ['app.district', district]);
    await owner.query(
      `UPDATE gig_order SET number = number + 1000, starts_at = starts_at - $2::interval, ends_at = ends_at - $2::interval,
         day = ((starts_at - $2::interval) AT TIME ZONE 'Asia/Shanghai')::date WHERE employer = $1`,
      [employer, by],
    );
    await owner.query(
      `UPDATE gig_placement SET starts_at = starts_at - $2::interval, ends_at = ends_at - $2::interval, placed_at = placed_at - $2::interval,
         started_at = started_at - $2::interval, ended_at = ended_at - $2::interval,
         day = ((starts_at - $2::interval) AT TIME ZONE 'Asia/Shanghai')::date WHERE employer = $1`,
      [employer, by],
    );
    await owner.query(
      'UPDATE gig_wage SET day = day - $2::integer, due_on = due_on - $2::integer, paid_at = paid_at - $3::interval WHERE employer = $1',
      [employer, Math.floor(hours / 24), by],
    );
  } finally {
    await owner.end();
  }
}
