/** What every opinion goes through, whoever sends it. */
import { createHash } from 'node:crypto';
import type { Work } from '../../kernel/command/command.ts';
import { Problem } from '../../kernel/problem.ts';
import type { RequestKind } from './contract.ts';
import { measureAt } from './judge-opinion.ts';
import { findSame, insertOpinion, type StoredOpinion } from './opinion-store.ts';
import { recheck } from './recheck.ts';
import { missingPart, steps } from './rules.ts';
import { changeConsultation, getVersion, type StoredConsultation } from './store.ts';

export type GivenOpinion = {
  readonly version: number;
  readonly span?: readonly [number, number];
  readonly kind: RequestKind;
  readonly oldWords?: string;
  readonly newWords?: string;
  readonly why: string;
};
export type Sender = {
  readonly unit: string | null;
  readonly key: string;
  readonly name: string;
  readonly receipt: Buffer | null;
  /** Sealed under the opinion's id. */
  readonly contact: (id: string) => Buffer | null;
};

export type Taken = { readonly opinion: string; readonly number: number; readonly isLate: boolean; readonly isNew: boolean };

/** Takes an opinion into a consultation whose row is held. The same opinion of the same sender again is the one that is there. */
export async function takeOpinion(
  work: Work,
  held: StoredConsultation,
  given: GivenOpinion,
  sender: Sender,
  id: string,
): Promise<Taken> {
  const { transaction, now, today, services, district } = work;
  if (!steps[held.state].includes('answer')) throw new Problem('conflict', 'consultation-not-open');
  if (given.version > held.version || held.asked_version === null) throw new Problem('invalid', 'opinion-version-unknown');
  const spokenOf = await getVersion(transaction, held.id, given.version);
  const { text, outline } = spokenOf;
  const span = given.span ?? null;
  if (span && (span[1] <= span[0] || span[1] > text.length)) throw new Problem('invalid', 'opinion-span-outside');
  // Words selected in the text are the words to go; nobody has to type them again.
  const selected = span && (given.kind === 'replace' || given.kind === 'remove') ? text.slice(...span).trim() : undefined;
  const oldWords = given.oldWords?.trim() || selected || null;
  const newWords = given.kind === 'remove' ? null : given.newWords?.trim() || null;
  const missing = missingPart({ kind: given.kind, oldWords, newWords });
  if (missing !== undefined) throw new Problem('invalid', `opinion-without-${missing}`);
  const said = [given.version, span, given.kind, oldWords, newWords, given.why.trim(), sender.unit ?? id];
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  const content_hash = services.seal.blindIndex('digest', digest, district);
  const same = await findSame(transaction, held.id, content_hash);
  if (same) return { opinion: same.id, number: same.number, isLate: same.is_late, isNew: false };
  const isLate = held.due_on !== null && today > held.due_on;
  const opinion: Omit<StoredOpinion, 'district'> = {
    id,
    consultation: held.id,
    number: held.opinions + 1,
    unit: sender.unit,
    version: given.version,
    span_from: span?.[0] ?? null,
    span_to: span?.[1] ?? null,
    measure: span ? (measureAt(outline, [span[0], span[1]]) ?? null) : null,
    kind: given.kind,
    old_words: given.kind === 'add' || given.kind === 'remark' ? null : oldWords,
    new_words: newWords,
    why: given.why.trim(),
    contact: sender.contact(id),
    receipt: sender.receipt,
    content_hash,
    is_late: isLate,
    sent_by: sender.key,
    sent_by_name: sender.name,
    sent_at: now,
  };
  await insertOpinion(transaction, opinion);
  await changeConsultation(transaction, held.id, { opinions: opinion.number });
  const current = given.version === held.version ? spokenOf : await getVersion(transaction, held.id, held.version);
  await recheck(transaction, held.id, current, [{ ...opinion, district }]);
  return { opinion: id, number: opinion.number, isLate, isNew: true };
}
