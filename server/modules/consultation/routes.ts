/** What is more than one JSON command or query: texts that are read before they are kept, and the summary as a file. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { decide } from '../../kernel/actor/permission.ts';
import type { Command } from '../../kernel/command/command.ts';
import { ask, execute } from '../../kernel/command/run.ts';
import { shaped } from '../../kernel/command/shape.ts';
import { Text } from '../../kernel/command/text.ts';
import { writeDocx } from '../../kernel/document/docx.ts';
import type { Host } from '../../kernel/http/host.ts';
import { Problem } from '../../kernel/problem.ts';
import { readPaper } from '../programme/module.ts';
import { saveVersion } from './commands/save-version.ts';
import { Id, Title, Version } from './commands/shapes.ts';
import { startConsultation } from './commands/start-consultation.ts';
import { summary } from './queries/summary.ts';
import { summaryDocument } from './summary-document.ts';

/** A paper of a million letters, three bytes each, and the JSON around it. */
const LARGEST_BODY = 5 * 1024 * 1024;
const Whole = Text(1);
const Start = Type.Object(
  { title: Title, paper: Type.Optional(Id), text: Type.Optional(Whole) },
  { additionalProperties: false },
);
const Save = Type.Object({ base: Version, note: Type.String({ maxLength: 200 }), text: Whole }, { additionalProperties: false });

export function consultationRoutes(app: FastifyInstance, host: Host): void {
  const { kernel } = host;
  // biome-ignore lint/suspicious/noExplicitAny: any command; only its permission is looked at
  const callOf = async (request: FastifyRequest, declared: Command<any, any>) => {
    const [actor, { code: district }] = await Promise.all([host.identify(request), host.districtOf(request)]);
    const key = request.headers['idempotency-key'];
    const call = { district, actor, ...(typeof key === 'string' && /^[\x21-\x7e]{1,255}$/.test(key) ? { key } : {}) };
    // Nobody's text is read who may not send one. The command asks again, and audits the refusal.
    return { call, isRefused: decide(declared.may, actor) !== 'allowed' };
  };
  const text = async (words: string) => await readPaper(Buffer.from(words), 'text.txt');
  const options = (name: string) => ({ bodyLimit: LARGEST_BODY, schema: { operationId: name, summary: name } });

  app.post('/api/consultations', options(startConsultation.name), async (request) => {
    const { call, isRefused } = await callOf(request, startConsultation);
    if (isRefused) return execute(kernel, startConsultation, {}, call);
    const { text: words, ...given } = shaped(Start, request.body ?? {});
    if ((words === undefined) === (given.paper === undefined)) throw new Problem('invalid', 'consultation-without-text');
    return execute(kernel, startConsultation, { ...given, ...(words === undefined ? {} : { read: await text(words) }) }, call);
  });

  app.post('/api/consultations/:consultation/versions', options(saveVersion.name), async (request) => {
    const { call, isRefused } = await callOf(request, saveVersion);
    if (isRefused) return execute(kernel, saveVersion, {}, call);
    const { text: words, ...given } = shaped(Save, request.body ?? {});
    const { consultation } = request.params as { consultation: string }; // reason: fastify types unvalidated params as unknown
    return execute(kernel, saveVersion, { ...given, consultation, read: await text(words) }, call);
  });

  app.get('/api/consultations/:consultation/summary.docx', { schema: { hide: true } }, async (request, reply) => {
    const [actor, { code: district }] = await Promise.all([host.identify(request), host.districtOf(request)]);
    const { consultation } = request.params as { consultation: string }; // reason: as above
    const language = host.languageOf(request);
    const told = await ask(kernel, summary, { consultation }, { district, actor });
    const title = told.title[language];
    const file = await writeDocx(summaryDocument(told, language));
    return reply
      .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(title)}.docx`)
      .send(file);
  });
}
