/** A consultation as it stands: its opinions with what was decided, what the check says, and who signed what. */
import type { Transaction } from '../../kernel/database/transaction.ts';
import { type Said, said, say } from '../../kernel/i18n/said.ts';
import type { Finding } from './check/shapes.ts';
import { findingWords } from './check/words.ts';
import type { DecisionShown, FindingShown, OpinionShown, Place, SignOffShown } from './contract.ts';
import {
  checksOf,
  decisionsOf,
  opinionsOf,
  type StoredCheck,
  type StoredDecision,
  type StoredOpinion,
  type StoredSignOff,
  signOffsOf,
} from './opinion-store.ts';
import { standingOf } from './rules.ts';

export const decisionShown = (row: StoredDecision): DecisionShown => ({
  revision: row.revision,
  decision: row.decision,
  reason: row.reason,
  promised: row.promised,
  by: row.decided_by_name,
  at: new Date(row.decided_at).toISOString(),
  response: row.response,
  responseWhy: row.response_why,
  respondedBy: row.response_by_name,
});

/**
 * The signature that holds now, for this decision: a confirmation while the passage that was confirmed stands, a signature with a reason
 * for exactly what is found in this text.
 */
export function holdingSignOff(
  signOffs: readonly StoredSignOff[],
  decision: StoredDecision | undefined,
  check: StoredCheck | undefined,
): StoredSignOff | undefined {
  if (!decision || !check || check.verdict === null || check.verdict === 'consistent') return undefined;
  return signOffs.findLast(({ id, kind, revision, version, findings_key }) => {
    if (revision !== decision.revision) return false;
    if (kind === 'signed-off') return findings_key === check.findings_key;
    return check.verdict === 'needs a person' && (version === check.version || id === check.sign_off);
  });
}

export const findingShown = ({ verdict, code, params, place, difference }: Finding): FindingShown => {
  const words = findingWords[`verdict.${code}`];
  return { verdict, said: said(say(words, 'zh', params), say(words, 'en', params)), place, difference };
};

const placeFrom = (from: number | null, to: number | null): Place | null => (from === null || to === null ? null : [from, to]);

const signOffShown = (row: StoredSignOff, check: StoredCheck | undefined): SignOffShown => ({
  kind: row.kind,
  reason: row.reason,
  stands: row.stands,
  place: row.id === check?.sign_off ? placeFrom(check.stands_from, check.stands_to) : placeFrom(row.span_from, row.span_to),
  by: row.signed_by_name,
  at: new Date(row.signed_at).toISOString(),
});

/** In the version that the opinion speaks of it stands where it says, checked or not. */
function anchorOf(check: StoredCheck | undefined, own: Place | null): OpinionShown['anchor'] {
  if (!check) return own ? { state: 'kept', span: own } : { state: 'whole', span: null };
  return { state: check.anchor, span: placeFrom(check.span_from, check.span_to) };
}

/** The opinions of a consultation against one version, in the order in which they came. */
export async function opinionsShown(
  transaction: Transaction,
  consultation: string,
  version: number,
  nameOf: (unit: string) => Said,
): Promise<OpinionShown[]> {
  const rows = await opinionsOf(transaction, [consultation]);
  const ids = rows.map(({ id }) => id);
  const decisions = await decisionsOf(transaction, ids);
  const checks = await checksOf(transaction, consultation, version);
  const signOffs = await signOffsOf(transaction, ids);
  return rows.map((row) =>
    shownOf(row, decisions.get(row.id) ?? [], checks.get(row.id), signOffs.get(row.id) ?? [], version, nameOf),
  );
}

function shownOf(
  row: StoredOpinion,
  decisions: readonly StoredDecision[],
  check: StoredCheck | undefined,
  signOffs: readonly StoredSignOff[],
  version: number,
  nameOf: (unit: string) => Said,
): OpinionShown {
  const latest = decisions.at(-1);
  const current = check && check.revision === (latest?.revision ?? 0) ? check : undefined;
  const signOff = holdingSignOff(signOffs, latest, current);
  const shown = decisions.map(decisionShown);
  const span = placeFrom(row.span_from, row.span_to);
  return {
    opinion: row.id,
    number: row.number,
    unit: row.unit,
    unitName: row.unit === null ? null : nameOf(row.unit),
    version: row.version,
    span,
    anchor: anchorOf(check, row.version === version ? span : null),
    measure: row.measure,
    kind: row.kind,
    oldWords: row.old_words,
    newWords: row.new_words,
    why: row.why,
    isLate: row.is_late,
    sentBy: row.sent_by_name,
    sentAt: new Date(row.sent_at).toISOString(),
    hasContact: row.contact !== null,
    decisions: shown,
    verdict: current?.verdict ?? null,
    findings: (current?.findings ?? []).map(findingShown),
    standing: standingOf(shown, current?.verdict ?? null, signOff),
    signOff: signOff ? signOffShown(signOff, current) : null,
  };
}
