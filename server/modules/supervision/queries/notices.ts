import { Type } from 'typebox';
import { decide, visibleScope } from '../../../kernel/actor/permission.ts';
import { query } from '../../../kernel/command/query.ts';
import { Problem } from '../../../kernel/problem.ts';
import { listPauses } from '../../../kernel/term/pauses.ts';
import { listEvidence } from '../../evidence/module.ts';
import { type Notice, type NoticeList, type NoticeRow, type Rules, Step } from '../contract.ts';
import { mayAnswer, mayDecide, mayReadNotices } from '../may.ts';
import { clockOf } from '../notice-clock.ts';
import { noticePauses } from '../picture.ts';
import { presets } from '../presets.ts';
import { showNotices } from '../show.ts';
import {
  childrenOf,
  findNotice,
  type KeptNotice,
  latestRules,
  listLive,
  listNotices,
  listRuleVersions,
  rulesOn,
} from '../store.ts';

const PAGE = 50;

/** Notices, newest first; a liaison sees the whole district's, and answers those of their own unit. */
export const noticeListQuery = query({
  name: 'supervision.list-notices',
  route: 'GET /api/notices',
  input: Type.Object(
    {
      state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('answered'), Type.Literal('settled')])),
      step: Type.Optional(Step),
      unit: Type.Optional(Type.String({ maxLength: 80 })),
      measure: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      subject: Type.Optional(Type.String({ maxLength: 60 })),
      after: Type.Optional(Type.String({ format: 'uuid' })),
    },
    { additionalProperties: false },
  ),
  may: mayReadNotices,
  run: async ({ after, ...filter }, reading): Promise<NoticeList> => {
    const { step, unit, measure, subject, state } = filter;
    const passes = (notice: KeptNotice) =>
      notice.termDays > 0 &&
      (step === undefined || notice.step === step) &&
      (unit === undefined || notice.unit === unit) &&
      (measure === undefined || notice.measure === measure) &&
      (subject === undefined || notice.subject === subject);
    const live = await showNotices(reading, (await listLive(reading.transaction)).filter(passes));
    const waits = state === 'open' || state === 'answered';
    // What waits is never much: sorted by its clock here, while the settled are read page by page.
    const rows = waits
      ? pageAfter(live.filter((notice) => (notice.state === 'answered') === (state === 'answered')).toSorted(byDue), after)
      : await showNotices(reading, await listNotices(reading.transaction, filter, { after, limit: PAGE + 1 }));
    const page = rows.slice(0, PAGE);
    return {
      rows: page.map(({ answers: _, ...row }) => row),
      next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
      counts: {
        open: live.filter(({ state }) => state !== 'answered').length,
        answered: live.filter(({ state }) => state === 'answered').length,
        overdue: live.filter(({ clock, state }) => state !== 'answered' && clock?.isOverdue).length,
      },
    };
  },
});

/** The earliest date first; what has no date now (held, or with the office) last. */
const byDue = (one: NoticeRow, other: NoticeRow): number =>
  (one.clock?.dueOn ?? '9').localeCompare(other.clock?.dueOn ?? '9') || one.issuedOn.localeCompare(other.issuedOn);

function pageAfter<Row extends { readonly id: string }>(rows: readonly Row[], after: string | undefined): readonly Row[] {
  const from = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1;
  return rows.slice(from, from + PAGE + 1);
}

/** One notice whole: its answers, the pauses of its clock, what it escalates and what escalates it. */
export const noticeQuery = query({
  name: 'supervision.get-notice',
  route: 'GET /api/notices/:notice',
  input: Type.Object({ notice: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  may: mayReadNotices,
  run: async ({ notice: id }, reading): Promise<Notice> => {
    const kept = await findNotice(reading.transaction, id);
    const [shown] = kept ? await showNotices(reading, [kept]) : [];
    if (!kept || !shown) throw new Problem('not-found', 'not-found');
    const evidence = await listEvidence(
      reading.transaction,
      shown.answers.map((answer) => `answer:${answer.id}`),
    );
    const held = noticePauses(kept, await listPauses(reading.transaction));
    const pauses = held.filter(({ to }) => to === null || to > kept.issuedOn);
    // Ids are in the order of time: what was set before the notice went out is known to it.
    const knownAtIssue = pauses.filter((one) => one.id < kept.id);
    return {
      ...shown,
      answers: shown.answers.map((answer) => ({ ...answer, evidence: evidence.get(`answer:${answer.id}`) ?? [] })),
      termDays: kept.termDays,
      dueAtIssue:
        clockOf({ ...kept, pauses: knownAtIssue, answers: [] }, kept.issuedOn, reading.services.calendar)?.dueOn ?? null,
      parent: kept.parent,
      children: await childrenOf(reading.transaction, id),
      withdrawnWhy: kept.withdrawnWhy,
      pauses: pauses.map(({ id: pause, subject, from, to, reason, byName }) => {
        return { id: pause, from, to, reason, byName, isOwn: subject === `notice:${id}` };
      }),
      may: {
        answer: decide(mayAnswer, reading.actor, { unit: kept.unit }) === 'allowed',
        decide: visibleScope(mayDecide, reading.actor) !== undefined,
      },
    };
  },
});

/** The rules in force today, the presets beside them, every version, and the quiet periods. */
export const rulesQuery = query({
  name: 'supervision.get-rules',
  route: 'GET /api/supervision/rules',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayReadNotices,
  run: async (_input, { transaction, today }): Promise<Rules> => {
    const { version, content, validFrom } = await rulesOn(transaction, today);
    const latest = await latestRules(transaction);
    const quiet = (await listPauses(transaction)).get('district') ?? [];
    return {
      version,
      content,
      presets,
      validFrom,
      upcoming: latest && latest.version > version ? latest : null,
      versions: await listRuleVersions(transaction),
      quiet: quiet.map(({ id, from, to, reason, byName }) => ({ id, from, to, reason, byName })),
    };
  },
});
