import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import helmet from 'helmet';
import type { Module } from '../module.ts';
import { Problem } from '../problem.ts';
import { keepDoor } from './door.ts';
import { answerProblem, asProblem } from './errors.ts';
import { health } from './health.ts';
import type { Host } from './host.ts';
import { languageOf } from './language.ts';
import { register } from './register.ts';
import { serveWeb } from './static.ts';

/** Of the ten seconds that a stop may take (start.ts). */
const DRAIN_MS = 4000;

export type AppOptions = { readonly logger: boolean | object; readonly trustProxy: readonly string[]; readonly version: string };

/** The HTTP face: security headers, errors in the reader's language, every module's routes, OpenAPI from the same shapes. */
export async function createApp(host: Host, modules: readonly Module[], options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: options.logger,
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    bodyLimit: 1024 * 1024,
    genReqId: () => randomUUID(),
    // The address of a page may hold what somebody searched for; the log keeps the route, not the address.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    // Told to stop, it answers what it has taken; a connection that never ends (a slow upload) may not hold it up for long.
    forceCloseConnections: 'idle',
  });

  app.setErrorHandler((error, request, reply) => {
    const problem = asProblem(error, request.id);
    if (problem.code === 'unexpected')
      request.log.error({
        reference: request.id,
        route: request.routeOptions.url,
        name: error instanceof Error ? error.name : 'unknown',
        stack: stackOf(error),
      });
    return answerProblem(problem, request, reply, host.words, languageOf(request));
  });
  app.addHook('preClose', async () => void setTimeout(() => app.server.closeAllConnections(), DRAIN_MS).unref());
  app.addHook('onRequest', async (request) => refuseCrossSite(request, host.publicAddress));

  const secure = securityHeaders(host.publicAddress);
  app.addHook('onRequest', (request, reply, done) => secure(request.raw, reply.raw, () => done()));
  await app.register(cookie);
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(multipart, { limits: { fileSize: 200 * 1024 * 1024, files: 1, fields: 20 } });
  keepDoor(app, host.kernel.database.writers);
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Leye', version: options.version } } });

  app.get('/api/openapi.json', async () => app.swagger());
  health(app, host.kernel.database);
  await serveWeb(app);
  for (const module of modules) {
    for (const declared of [...(module.commands ?? []), ...(module.queries ?? [])]) register(app, host, declared);
    if (module.routes) await module.routes(app, host);
  }
  return app;
}

/** Worked out once: the plugin around helmet does so for every request. */
const securityHeaders = (publicAddress: string) =>
  helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: publicAddress.startsWith('https:') ? [] : null,
      },
    },
    hsts: publicAddress.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
  });

/** A browser names where a request comes from; one that changes something must come from our own pages. Programs send no Origin. */
function refuseCrossSite(request: FastifyRequest, publicAddress: string): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const origin = request.headers.origin;
  if (request.headers['sec-fetch-site'] === 'same-origin' || origin === undefined) return;
  if (origin !== publicAddress && origin !== `${request.protocol}://${request.host}`)
    throw new Problem('forbidden', 'cross-site');
}

/** Where an unexpected error was thrown, without its message: a message may quote what somebody typed. */
const stackOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12)
        .join('\n')
    : '';
