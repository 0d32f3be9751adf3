/** What every opinion goes through, whoever sends it. */
import { createHash } from 'node:crypto';
import type { Work } from '../../kernel/command/command.ts';
import { Problem } from '../../kernel/problem.ts';
import type { RequestKind } from './contract.ts';
import { MOST_WORDS, placeOfWords } from './find-words.ts';
import { measureAt } from './judge-opinion.ts';
import { findSame, insertOpinion, type StoredOpinion } from './opinion-store.ts';
import { recheck } from './recheck.ts';
import { missingPart, steps } from './rules.ts';
import { changeConsultation, getVersion, type StoredConsultation } from './store.ts';

export type GivenOpinion = {
  readonly version: number;
  readonly span?: readonly [number, number];
  /** The old words stand more than once, and every place is meant. */
  readonly everywhere?: boolean;
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

export type Taken = {
  readonly opinion: string;
  readonly number: number;
  /** Of the version asked about; null: it does not stand in any. */
  readonly measure: number | null;
  readonly isLate: boolean;
  readonly isNew: boolean;
};

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
  // Nobody is shown what the office is still writing, by no way round either: only the version asked about is spoken of.
  if (given.version !== held.asked_version)
    throw new Problem('conflict', 'opinion-version-moved', { version: held.asked_version ?? 0 });
  const spokenOf = await getVersion(transaction, held.id, given.version);
  const { text, outline } = spokenOf;
  const typed = given.oldWords?.trim() || undefined;
  const span = placeOfWords(spokenOf, { span: given.span, words: typed, everywhere: given.everywhere });
  // Words selected in the text are the words to go; nobody has to type them again.
  const oldWords = span && (given.kind === 'replace' || given.kind === 'remove') ? text.slice(...span).trim() : (typed ?? null);
  if (oldWords !== null && oldWords.length > MOST_WORDS) throw new Problem('invalid', 'opinion-words-long', { most: MOST_WORDS });
  const newWords = given.kind === 'remove' ? null : given.newWords?.trim() || null;
  const missing = missingPart({ kind: given.kind, oldWords, newWords });
  if (missing !== undefined) throw new Problem('invalid', `opinion-without-${missing}`);
  const said = [given.version, span, given.kind, oldWords, newWords, given.why.trim(), sender.unit ?? id];
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  const content_hash = services.seal.blindIndex('digest', digest, district);
  const same = await findSame(transaction, held.id, content_hash);
  if (same) return { opinion: same.id, number: same.number, measure: same.measure, isLate: same.is_late, isNew: false };
  const isLate = held.due_on !== null && today > held.due_on;
  const opinion: Omit<StoredOpinion, 'district'> = {
    id,
    consultation: held.id,
    number: held.opinions + 1,
    unit: sender.unit,
    version: given.version,
    span_from: span?.[0] ?? null,
    span_to: span?.[1] ?? null,
    measure: span ? (measureAt(outline, span) ?? null) : null,
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
  return { opinion: id, number: opinion.number, measure: opinion.measure, isLate, isNew: true };
}
