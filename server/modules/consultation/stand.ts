/** A consultation as it stands: its opinions with what was decided, what the check says, and who signed what. */
import type { Reading } from '../../kernel/command/query.ts';
import { type Said, said, say } from '../../kernel/i18n/said.ts';
import { dayOf } from '../../kernel/term/day.ts';
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
import { RESPOND_WITHIN, standingOf } from './rules.ts';

type Asking = Pick<Reading, 'transaction' | 'services'>;

/** The last day on which a decision made then may be answered, however soon the paper is published. */
export const respondByOf = (decidedAt: Date, { calendar }: Reading['services']): string =>
  calendar.addWorkingDays(dayOf(decidedAt), RESPOND_WITHIN);

const decisionShown = (row: StoredDecision, services: Reading['services']): DecisionShown => ({
  revision: row.revision,
  decision: row.decision,
  reason: row.reason,
  promised: row.promised,
  by: row.decided_by_name,
  at: new Date(row.decided_at).toISOString(),
  response: row.response,
  responseWhy: row.response_why,
  respondedBy: row.response_by_name,
  respondedAt: row.responded_at === null ? null : new Date(row.responded_at).toISOString(),
  respondBy: respondByOf(new Date(row.decided_at), services),
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
  { transaction, services }: Asking,
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
    shownOf(
      row,
      { decisions: decisions.get(row.id) ?? [], check: checks.get(row.id), signOffs: signOffs.get(row.id) ?? [] },
      version,
      { services, nameOf },
    ),
  );
}

type Became = {
  readonly decisions: readonly StoredDecision[];
  readonly check: StoredCheck | undefined;
  readonly signOffs: readonly StoredSignOff[];
};

function shownOf(
  row: StoredOpinion,
  { decisions, check, signOffs }: Became,
  version: number,
  { services, nameOf }: Pick<Reading, 'services'> & { readonly nameOf: (unit: string) => Said },
): OpinionShown {
  const latest = decisions.at(-1);
  const current = check && check.revision === (latest?.revision ?? 0) ? check : undefined;
  const signOff = holdingSignOff(signOffs, latest, current);
  const shown = decisions.map((decision) => decisionShown(decision, services));
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
