import { type Static, Type } from 'typebox';
import { allow, wholeProgramme } from '../../kernel/actor/permission.ts';
import { query, type Reading } from '../../kernel/command/query.ts';
import { getMeasure } from '../plans/module.ts';
import { type Timeline, type TimelineLine, type Topic, topics } from './contract.ts';
import { lineText, topicOf } from './rules.ts';
import { type EntryRow, readEntries } from './store.ts';

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
    await getMeasure(reading, no);
    const rows = await readEntries(reading.transaction, no, filter, { before, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    return { lines: shown.map((row) => lineOf(row, reading)), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
  },
});

export const lineOf = (row: EntryRow, { services }: Reading): TimelineLine => ({
  id: row.id,
  at: row.at.toISOString(),
  by: row.actor_name,
  text: lineText(row.code, row.params, services.wording),
  topic: topicOf(row.subject, row.code),
  subject: row.subject,
  ofProgramme: row.measure === 0,
});
