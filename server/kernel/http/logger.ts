import { redact } from '../seal/redact.ts';

type Line = { write(line: string): unknown };

/**
 * Fastify's logger, which keeps personal data out of the log: requests by their route and never by their address, errors by name and
 * place and never by their message (a message may quote what somebody typed), and as the last net every line through `redact`.
 */
export function loggerOptions(level: string, output: Line = process.stdout) {
  return {
    level,
    stream: { write: (line: string) => void output.write(redact(line)) },
    serializers: {
      req: (request: { id?: unknown; method?: unknown; routeOptions?: { url?: unknown } }) => ({
        id: request.id,
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode?: unknown }) => ({ status: reply.statusCode }),
      err: describeError,
      error: describeError,
    },
  };
}

/** What may be said of an error in a log. */
export function describeError(error: unknown): { name: string; code: string | undefined; stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, stack: '' };
  const code = Reflect.get(error, 'code');
  return { name: error.name, code: code === undefined ? undefined : String(code), stack: placesOf(error) };
}

/** Where an error was thrown, without its message. */
export const placesOf = (error: unknown): string =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 12)
        .join('\n')
    : '';
