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

/** The signature that holds now: for this decision, and for exactly what is found in this text. */
export function holdingSignOff(
  signOffs: readonly StoredSignOff[],
  decision: StoredDecision | undefined,
  check: StoredCheck | undefined,
  text: string,
): StoredSignOff | undefined {
  if (!decision || !check || check.verdict === null || check.verdict === 'consistent') return undefined;
  const wanted = check.verdict === 'contradiction' ? 'signed-off' : 'confirmed';
  return signOffs.findLast(
    ({ kind, revision, stands, findings_key }) =>
      kind === wanted &&
      revision === decision.revision &&
      (stands !== null ? text.includes(stands) : findings_key === check.findings_key),
  );
}

export const findingShown = ({ verdict, code, params, place, difference }: Finding): FindingShown => {
  const words = findingWords[`verdict.${code}`];
  return { verdict, said: said(say(words, 'zh', params), say(words, 'en', params)), place, difference };
};

const signOffShown = (row: StoredSignOff): SignOffShown => ({
  kind: row.kind,
  reason: row.reason,
  stands: row.stands,
  by: row.signed_by_name,
  at: new Date(row.signed_at).toISOString(),
});

type Against = { readonly version: number; readonly text: string };

/** In the version that the opinion speaks of it stands where it says, checked or not. */
function anchorOf(check: StoredCheck | undefined, own: Place | null): OpinionShown['anchor'] {
  if (!check) return own ? { state: 'kept', span: own } : { state: 'whole', span: null };
  const { anchor, span_from, span_to } = check;
  return { state: anchor, span: span_from === null || span_to === null ? null : [span_from, span_to] };
}

/** The opinions of a consultation against one version, in the order in which they came. */
export async function opinionsShown(
  transaction: Transaction,
  consultation: string,
  against: Against,
  nameOf: (unit: string) => Said,
): Promise<OpinionShown[]> {
  const rows = await opinionsOf(transaction, [consultation]);
  const ids = rows.map(({ id }) => id);
  const decisions = await decisionsOf(transaction, ids);
  const checks = await checksOf(transaction, consultation, against.version);
  const signOffs = await signOffsOf(transaction, ids);
  return rows.map((row) =>
    shownOf(row, decisions.get(row.id) ?? [], checks.get(row.id), signOffs.get(row.id) ?? [], against, nameOf),
  );
}

function shownOf(
  row: StoredOpinion,
  decisions: readonly StoredDecision[],
  check: StoredCheck | undefined,
  signOffs: readonly StoredSignOff[],
  { version, text }: Against,
  nameOf: (unit: string) => Said,
): OpinionShown {
  const latest = decisions.at(-1);
  const current = check && check.revision === (latest?.revision ?? 0) ? check : undefined;
  const signOff = holdingSignOff(signOffs, latest, current, text);
  const shown = decisions.map(decisionShown);
  const span = row.span_from === null || row.span_to === null ? null : ([row.span_from, row.span_to] as const);
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
    signOff: signOff ? signOffShown(signOff) : null,
  };
}
