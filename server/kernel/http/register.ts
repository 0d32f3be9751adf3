import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Convert } from 'typebox/value';
import type { Command } from '../command/command.ts';
import type { Query } from '../command/query.ts';
import { ask, execute } from '../command/run.ts';
import { Problem } from '../problem.ts';
import { redact } from '../seal/redact.ts';
import type { Host } from './host.ts';

/** Makes a command or query reachable at its declared route. Shape and permission are the kernel's; the route adds nothing of its own. */
export function register(app: FastifyInstance, host: Host, declared: Command | Query): void {
  if (!declared.route) return;
  const [method, path] = declared.route.split(' ', 2) as ['GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', string]; // reason: the route's type says so
  app.route({
    method,
    url: path,
    schema: {
      operationId: declared.name,
      summary: declared.name,
      ...(method === 'GET' ? { querystring: declared.input } : { body: declared.input }),
    },
    ...(declared.is === 'command' && declared.goesFirst ? { config: { goesFirst: true } } : {}),
    // The kernel checks the shape and answers in the reader's language; fastify's own check would answer first, in English.
    validatorCompiler: () => () => true,
    handler: async (request, reply) => {
      const [actor, district] = await Promise.all([host.identify(request), host.districtOf(request)]);
      if (declared.is === 'query') {
        const answer = await ask(host.kernel, declared, fromAddress(declared.input, request), { district: district.code, actor });
        return reply.header('cache-control', 'no-store').send(answer ?? null);
      }
      const body = request.body === undefined || request.body === null ? {} : request.body;
      if (typeof body !== 'object') throw new Problem('invalid', 'bad-request', { detail: 'JSON' });
      const answer = await execute(
        host.kernel,
        declared,
        { ...body, ...pathInput(declared.input, request) },
        { district: district.code, actor, key: keyOf(request) },
      );
      return reply.send(answer ?? null);
    },
  });
}

const pathInput = (schema: TSchema, request: FastifyRequest): object =>
  Convert(schema, { ...(request.params as object) }) as object; // reason: fastify types unvalidated params as unknown; Convert keeps an object an object

const fromAddress = (schema: TSchema, request: FastifyRequest): unknown => {
  const { lang: _lang, ...given } = request.query as Record<string, unknown>; // reason: as above
  return Convert(schema, { ...given, ...(request.params as object) });
};

/** `Idempotency-Key`: 1–255 visible ASCII characters, the client's own. */
export function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  // Kept as it is, in plain: a key made from somebody's ID or mobile number would be a personal number in the database.
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key) || redact(key) !== key)
    throw new Problem('invalid', 'bad-request', { detail: 'Idempotency-Key' });
  return key;
}
