import { canonicalJson } from '../../../kernel/audit/canonical.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database/connect.ts';
import { inDistrict } from '../../../kernel/database/transaction.ts';

export type SignInAudit = (
  district: string,
  entry: {
    readonly action: 'sign-in' | 'sign-out' | 'set-second-factor';
    readonly outcome: 'done' | 'refused';
    /** The account's id; undefined where the name typed belongs to nobody. Never the name itself, nor an e-mail. */
    readonly account: string | undefined;
    readonly method: 'password' | 'second-factor' | 'identity-provider' | 'session';
    readonly why?: string;
  },
) => Promise<void>;

/** Signing in is not a command, because nobody acts yet; it is kept in the same log all the same. */
export const createSignInAudit =
  ({ database, clock }: { readonly database: Database; readonly clock: Clock }): SignInAudit =>
  async (district, { action, outcome, account, method, why }) => {
    const [id, at] = [clock.newId(), clock.now()];
    const actor = account === undefined ? 'visitor' : `staff:${account}`;
    const content = canonicalJson({
      id,
      at: at.toISOString(),
      actor,
      action,
      account: account ?? 'unknown',
      method,
      // What a refusal is known by in the content, which the hash covers.
      ...(outcome === 'refused' && { refused: why ?? 'no-reason' }),
    });
    await inDistrict(database, district, ({ client }) =>
      client.query('SELECT append_audit($1, $2, $3, $4, $5, $6, $7)', [district, id, at, actor, action, outcome, content]),
    );
  };
