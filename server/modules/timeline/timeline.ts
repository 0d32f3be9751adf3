import { type Static, Type } from 'typebox';
import { allow, wholeProgramme } from '../../kernel/actor/permission.ts';
import { query, type Reading } from '../../kernel/command/query.ts';
import { joined, type TimelineSource } from '../../kernel/timeline/source.ts';
import type { TimelineParams } from '../../kernel/timeline/tell.ts';
import { getMeasure } from '../plans/module.ts';
import { nameFrom, unitNames } from '../programme/module.ts';
import { type Timeline, type TimelineLine, type Topic, topics } from './contract.ts';
import { isMinor, lineText, topicOf } from './rules.ts';
import { type EntryRow, readEntries } from './store.ts';

declare module '../../kernel/command/services.ts' {
  interface Services {
    /** What every module knows behind the lines; collected by the composition root. */
    readonly timelineSources: readonly TimelineSource[];
  }
}

export const TimelineFilter = Type.Object(
  {
    no: Type.Integer({ minimum: 1, maximum: 1000 }),
    topic: Type.Optional(Type.Union(topics.map((topic: Topic) => Type.Literal(topic)))),
    subject: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  },
  { additionalProperties: false },
);
export type TimelineFilter = Static<typeof TimelineFilter>;

/** What became of a measure concerns everybody who works on the programme. */
export const mayReadTimeline = allow(wholeProgramme);

/** What happened to a measure, newest first, in both languages. */
export const timelineQuery = query({
  name: 'timeline.get',
  route: 'GET /api/measures/:no/timeline',
  input: Type.Object(
    {
      ...TimelineFilter.properties,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
      before: Type.Optional(Type.String({ format: 'uuid' })),
    },
    { additionalProperties: false },
  ),
  may: mayReadTimeline,
  run: async ({ no, limit = 50, before, ...filter }, reading): Promise<Timeline> => {
    const read = await timelineOf(no, filter, reading);
    const rows = await read.rows({ before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    return { lines: await read.lines(shown), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  },
});

/** A measure's timeline for whoever asks: its rows page by page, and those rows as lines with what they are about. */
export async function timelineOf(no: number, filter: Omit<TimelineFilter, 'no'>, reading: Reading) {
  const { measure } = await getMeasure(reading, no);
  const sources = reading.services.timelineSources;
  const hidden = sources.flatMap((source) => source.hidden?.(reading) ?? []);
  const nameOf = nameFrom(await unitNames(reading.transaction));
  const own: TimelineParams = { title: measure.title, unit: joined(measure.lead.map(nameOf)) };
  return {
    rows: (page: { before: string | undefined; limit: number }) =>
      readEntries(reading.transaction, no, { ...filter, hidden }, page),
    lines: async (rows: readonly EntryRow[]): Promise<TimelineLine[]> => {
      const subjects = [...new Set(rows.map(({ subject }) => subject))];
      const matters = new Map<string, TimelineParams>();
      // One after another: they share one connection.
      for (const source of sources)
        for (const [subject, matter] of (await source.matters?.(reading, subjects)) ?? []) matters.set(subject, matter);
      return rows.map((row) => lineOf(row, { ...own, ...row.params, ...matters.get(row.subject) }, reading));
    },
  };
}

const lineOf = (row: EntryRow, params: TimelineParams, { services }: Reading): TimelineLine => ({
  id: row.id,
  at: row.at.toISOString(),
  by: row.actor_name,
  text: lineText(row.code, params, services.wording),
  topic: topicOf(row.subject, row.code),
  subject: row.subject,
  ofProgramme: row.measure === 0,
  isMinor: isMinor(row),
});
