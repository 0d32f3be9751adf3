import type { FastifyInstance } from 'fastify';
import { Convert } from 'typebox/value';
import type { Reading } from '../../kernel/command/query.ts';
import { shaped } from '../../kernel/command/shape.ts';
import { answerTable } from '../../kernel/http/answer-table.ts';
import type { Host } from '../../kernel/http/host.ts';
import { type Language, say } from '../../kernel/i18n/said.ts';
import { writeMoment } from '../../kernel/page/written.ts';
import type { TableRow } from '../../kernel/table/table-file.ts';
import { mayReadTimeline, TimelineFilter, timelineOf } from './timeline.ts';
import { tableWords, topicWords } from './words.ts';

const PAGE = 1000;

/** `GET /api/measures/:no/timeline.csv` and `.xlsx`: the whole timeline that the same filter shows, newest first. */
export function timelineRoutes(app: FastifyInstance, host: Host): void {
  for (const format of ['csv', 'xlsx'] as const)
    app.get<{ Params: { no: string }; Querystring: Record<string, unknown> }>(
      `/api/measures/:no/timeline.${format}`,
      async (request, reply) => {
        const { lang: _lang, ...given } = request.query;
        const { no } = request.params;
        const rows = (reading: Reading, language: Language) =>
          timelineRows(shaped(TimelineFilter, Convert(TimelineFilter, { ...given, no })), reading, language);
        return await answerTable(host, request, reply, { may: mayReadTimeline, format, name: `measure-${no}-timeline`, rows });
      },
    );
}

async function* timelineRows(
  { no, ...filter }: TimelineFilter,
  reading: Reading,
  language: Language,
): AsyncGenerator<readonly TableRow[]> {
  const read = await timelineOf(no, filter, reading);
  yield [Object.values(tableWords).map((title) => say(title, language))];
  let before: string | undefined;
  for (;;) {
    const rows = await read.rows({ before, limit: PAGE });
    yield (await read.lines(rows)).map((line) => [
      writeMoment(line.at),
      line.by || say(topicWords.leye, language),
      say(topicWords[line.topic], language),
      line.text[language],
      line.subject,
    ]);
    before = rows.at(-1)?.id;
    if (rows.length < PAGE) return;
  }
}
