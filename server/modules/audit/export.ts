import type { FastifyInstance } from 'fastify';
import { Convert } from 'typebox/value';
import type { Reading } from '../../kernel/command/query.ts';
import { shaped } from '../../kernel/command/shape.ts';
import { answerTable } from '../../kernel/http/answer-table.ts';
import type { Host } from '../../kernel/http/host.ts';
import { type Language, type Said, said, say } from '../../kernel/i18n/said.ts';
import type { TableRow } from '../../kernel/table/table-file.ts';
import { mayAudit } from './commands.ts';
import { type AuditEntryRow, EntriesInput } from './contract.ts';
import { listEntries } from './store.ts';

const PAGE = 2000;
const header: readonly Said[] = [
  said('时间', 'Time'),
  said('人', 'Who'),
  said('账号', 'Account'),
  said('动作', 'What'),
  said('结果', 'Outcome'),
  said('内容', 'Details'),
  said('链', 'Lane'),
  said('序号', 'Number'),
  said('校验值', 'Hash'),
];
const outcomes: Readonly<Record<AuditEntryRow['outcome'], Said>> = {
  done: said('成功', 'Done'),
  refused: said('被拒绝', 'Refused'),
  failed: said('失败', 'Failed'),
};

/** `GET /api/audit/entries.csv`: every entry that the same filter lists on the page, newest first. Taking it away is itself noted. */
export function exportEntries(app: FastifyInstance, host: Host): void {
  app.get<{ Querystring: Record<string, unknown> }>('/api/audit/entries.csv', async (request, reply) => {
    const { lang: _lang, ...given } = request.query;
    const rows = (reading: Reading, language: Language) =>
      entryRows(shaped(EntriesInput, Convert(EntriesInput, given)), reading, language);
    return await answerTable(host, request, reply, { may: mayAudit, format: 'csv', name: 'audit-entries', rows });
  });
}

async function* entryRows(input: EntriesInput, reading: Reading, language: Language): AsyncGenerator<readonly TableRow[]> {
  await reading.services.audit.noteReading(reading.district, reading.actor, 'entries-file');
  yield [header.map((title) => say(title, language))];
  let after = input.after;
  for (;;) {
    const { entries, next } = await listEntries(reading.transaction, { ...input, after, limit: PAGE });
    yield entries.map(({ at, actor, actorName, action, outcome, details, lane, seq, hash }) => [
      at,
      actorName ?? '',
      actor,
      action,
      say(outcomes[outcome], language),
      JSON.stringify(details),
      lane,
      seq,
      hash,
    ]);
    if (next === undefined) return;
    after = next;
  }
}
