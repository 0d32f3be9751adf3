import { type Actor, actorKey } from '../../kernel/actor/actor.ts';
import { canonicalJson } from '../../kernel/audit/canonical.ts';
import { type CheckpointKeys, checkpointKeys } from '../../kernel/audit/checkpoint-key.ts';
import type { WitnessSettings } from '../../kernel/audit/witness.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database/connect.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';

/** What the audit page needs beside the database: the keys, the witness, and a way to note that somebody looked. */
export type AuditService = {
  readonly keys: CheckpointKeys;
  readonly witness: WitnessSettings;
  /** Notes that somebody read the log: once an hour for each person and each thing read. Done before the answer is given. */
  readonly noteReading: (district: string, actor: Actor, what: 'entries' | 'entries-file' | 'checkpoints') => Promise<void>;
};

declare module '../../kernel/command/services.ts' {
  interface Services {
    readonly audit: AuditService;
  }
}

const HOUR = 3_600_000;

/** `seed`: config.secrets.checkpointKey. */
export function createAudit(options: {
  readonly seed: Uint8Array;
  readonly witness: WitnessSettings;
  readonly database: Database;
  readonly clock: Clock;
}): AuditService {
  const { database, clock, witness } = options;
  let noted: { hour: number; readings: Set<string> } = { hour: 0, readings: new Set() };

  const noteReading: AuditService['noteReading'] = async (district, actor, what) => {
    const at = clock.now();
    const hour = Math.floor(at.getTime() / HOUR);
    if (noted.hour !== hour) noted = { hour, readings: new Set() };
    const reading = `${district} ${actorKey(actor)} ${what}`;
    if (noted.readings.has(reading)) return;
    const id = clock.newId();
    const [by, action] = [actorKey(actor), 'audit.read'];
    const content = canonicalJson({ id, at: at.toISOString(), actor: by, action, what });
    await inDistrict(database, district, ({ client }) =>
      client.query('SELECT append_audit($1, $2, $3, $4, $5, $6, $7)', [district, id, at, by, action, 'done', content]),
    );
    noted.readings.add(reading);
  };

  return Object.freeze({ keys: checkpointKeys(options.seed, witness.oldPublicKeys), witness, noteReading });
}
