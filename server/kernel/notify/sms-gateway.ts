import { type Channel, failed, type Outcome, sent } from './channel.ts';

const TIMEOUT_MS = 10_000;
/** The gateway knows this message already: it arrived at an earlier attempt. */
const KNOWN = 409;
/** Refusals that are about the way or the moment, not about the message: put right, the same message goes through. */
const PASSING = new Set([401, 403, 404, 407, 408, 425, 429]);

/**
 * Text messages through an HTTP gateway of the city's: `POST {to, text, id}`, idempotent by `id` (docs/sms-gateway.md). A user and
 * password in the address become Basic authorisation. Redirects are not followed: they would carry the number somewhere else.
 */
export function smsGateway(address: string, timeout = TIMEOUT_MS): Channel {
  const url = new URL(address);
  const { username, password } = url;
  const authorization = `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`;
  url.username = '';
  url.password = '';
  return Object.freeze({
    knowsRepeats: true,
    async deliver({ id, to, text }) {
      try {
        const response = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'idempotency-key': id,
            ...(username || password ? { authorization } : {}),
          },
          body: JSON.stringify({ to: to.reveal(), text, id }),
          signal: AbortSignal.timeout(timeout),
        });
        // What it says is not read: the status decides, and its words may repeat the number.
        await response.body?.cancel().catch(() => {});
        return outcomeOf(response.status);
      } catch (error) {
        return failed(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unreachable', true);
      }
    },
  });
}

function outcomeOf(status: number): Outcome {
  if ((status >= 200 && status < 300) || status === KNOWN) return sent;
  if (status >= 400 && status < 500 && !PASSING.has(status)) return failed('refused', false, status);
  return failed('channel-refused', true, status);
}
