import type { Reading } from '../../kernel/command/query.ts';
import { say } from '../../kernel/i18n/said.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Measure, Programme } from '../programme/contract.ts';
import { findProgramme } from '../programme/module.ts';
import type { Evaluation, FactListRow, Finding, Period, ShownEvaluation } from './contract.ts';
import { agrees, hashOf, readFactList, typedRow } from './fact-list-store.ts';
import { judgeFigure } from './figure-rules.ts';
import { getPeriod } from './periods.ts';
import { evaluateCloseOut } from './rules.ts';
import { type Asked, dayJudged, type SeenMeasure, seeFigures } from './see-figures.ts';
import { readMilestones, readNotices, readServices } from './sources.ts';
import { findingText } from './words.ts';

export type Judged = { readonly measure: Measure; readonly evaluation: Evaluation; readonly seen: SeenMeasure };

/** The programme in force, one of its measures, one of its periods. */
export async function findMatter(
  { transaction }: Pick<Reading, 'transaction'>,
  no: number,
  period: string,
): Promise<{ programme: Programme; version: number; measure: Measure; period: Period }> {
  const found = await findProgramme(transaction);
  if (!found) throw new Problem('not-found', 'no-programme');
  const measure = found.programme.measures.find((one) => one.no === no);
  if (!measure) throw new Problem('not-found', 'no-measure', { no });
  return { ...found, measure, period: getPeriod(found.programme, period) };
}

/** A measure judged for periods, as things stand now. */
export async function judge(reading: Reading, no: number, periods: readonly Period[]): Promise<Judged[]> {
  const asked = periods.map((period): Asked => ({ measure: no, period }));
  const seen = await seeFigures(reading, asked);
  const milestones = await readMilestones(reading.transaction, no);
  const notices = await readNotices(reading.transaction, no);
  const judged: Judged[] = [];
  for (const [at, period] of periods.entries()) {
    const one = seen[at];
    if (!one) continue;
    const { measure, version, startsOn, on, figures } = one;
    const found = evaluateCloseOut({
      period,
      startsOn,
      today: reading.today,
      figures: figures.map((figure) => figure.seen),
      services: period.from > reading.today ? [] : await readServices(reading, no, dayJudged({ period }, reading.today)),
      milestones,
      notices,
    });
    const targets = Object.fromEntries(figures.map((figure) => [figure.seen.code, figure.seen.target]));
    judged.push({ measure, seen: one, evaluation: { period, on, version, targets, ...found } });
  }
  return judged;
}

export async function judgeOne(reading: Reading, no: number, period: Period): Promise<Judged> {
  const [judged] = await judge(reading, no, [period]);
  if (!judged) throw new TypeError('one period has one evaluation');
  return judged;
}

/** What of an evaluation's figures no longer holds, by the promises of then. Only facts are looked at: time alone reopens nothing. */
export function brokenOf({ seen, evaluation, today }: { seen: SeenMeasure; evaluation: Evaluation; today: string }): Finding[] {
  const judging = { period: evaluation.period, startsOn: seen.startsOn, today };
  return seen.figures.map((figure) => judgeFigure(figure.seen, judging)).filter(({ ok }) => !ok);
}

/** The lists of facts behind a measure's figures. Undefined where they do not add up to what was judged. */
export async function listFacts(
  { transaction }: Pick<Reading, 'transaction'>,
  { figures }: SeenMeasure,
): Promise<{ rows: FactListRow[]; hash: string; agrees: boolean }> {
  const rows: FactListRow[] = [];
  let isSame = true;
  for (const { seen, lists, typed } of figures) {
    if (typed) rows.push(typedRow(seen.code, typed));
    for (const listed of lists) {
      const own = await readFactList(transaction, listed);
      isSame &&= agrees(listed, own);
      rows.push(...own);
    }
  }
  return { rows, hash: hashOf(rows), agrees: isSame };
}

/** A refusal that names everything that is missing. */
export const shortage = (findings: readonly Finding[]): Problem => {
  const missing = findings.filter(({ ok }) => !ok);
  return new Problem(
    'conflict',
    'close-out-short',
    { n: missing.length },
    missing.map(({ subject, code, params }) => ({ at: subject, code, params })),
  );
};

export const shown = ({ targets: _targets, ...evaluation }: Evaluation): ShownEvaluation => ({
  ...evaluation,
  findings: evaluation.findings.map((finding) => ({ ...finding, text: sayFinding(finding) })),
});

export const sayFinding = ({ code, params }: Finding) => {
  const text = findingText(code);
  return { zh: say(text, 'zh', params), en: say(text, 'en', params) };
};
