/** Something wrong with an audit log, and where. Wording: `auditFinding.<code>` in `words.ts`. */
export type AuditFinding = {
  readonly code: AuditFindingCode;
  readonly lane?: number;
  readonly seq?: number;
  /** The checkpoint concerned, its id. */
  readonly checkpoint?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

export type AuditFindingCode =
  | 'entry-edited'
  | 'entry-column-differs'
  | 'entry-unreadable'
  | 'entries-missing'
  | 'entry-out-of-place'
  | 'link-broken'
  | 'head-differs'
  | 'lane-missing'
  | 'lane-unknown'
  | 'checkpoint-edited'
  | 'checkpoint-not-ours'
  | 'checkpoint-link-broken'
  | 'checkpoint-goes-back'
  | 'checkpoint-differs'
  | 'checkpoint-entry-missing'
  | 'witness-unreadable'
  | 'witness-not-ours'
  | 'witnessed-checkpoint-missing'
  | 'witnessed-checkpoint-differs';

/** Findings beyond this many are only counted: one broken log says the same a million times. */
const KEPT = 200;

/** Collects findings; a deliberate mess can't fill the memory. */
export type Findings = {
  readonly add: (finding: AuditFinding) => void;
  readonly kept: readonly AuditFinding[];
  /** How many more there were. */
  readonly more: number;
};

export function collectFindings(): Findings {
  const kept: AuditFinding[] = [];
  let more = 0;
  return {
    add(finding) {
      if (kept.length < KEPT) kept.push(finding);
      else more += 1;
    },
    kept,
    get more() {
      return more;
    },
  };
}
