import { createOTP } from '@better-auth/utils/otp';
import type { Town } from './town.ts';

type Sent = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: object;
};
type Received = { readonly status: number; readonly headers: Headers; readonly text: string };
type Transport = (sent: Sent, from: string) => Promise<Received>;

/** Hands the request to the server in this process, from whatever address is wished. */
const injected =
  ({ app }: Pick<Town, 'app'>): Transport =>
  async ({ method, url, headers, body }, remoteAddress) => {
    const response = await app.inject({ method, url, remoteAddress, headers, ...(body && { payload: body }) });
    const received = new Headers();
    for (const [name, value] of Object.entries(response.headers))
      for (const one of [value ?? []].flat()) received.append(name, String(one));
    return { status: response.statusCode, headers: received, text: response.body };
  };

/** Over a real connection; `server` is its address, e.g. http://127.0.0.1:3000. */
const connected =
  (server: string): Transport =>
  async ({ method, url, headers, body }) => {
    const response = await fetch(new URL(url, server), {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

/** Asks as a browser does: keeps cookies, sends JSON. `to`: a server in this process, or the address of one. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #transport: Transport;
  readonly #from: string;

  constructor(to: Transport | Pick<Town, 'app'> | string, from = '10.0.0.9') {
    this.#transport = typeof to === 'function' ? to : typeof to === 'string' ? connected(to) : injected(to);
    this.#from = from;
  }

  async ask(method: Sent['method'], url: string, body?: object, headers: Record<string, string> = {}) {
    const sent = { ...(this.cookies && { cookie: this.cookies }), 'user-agent': 'a browser', ...headers };
    const received = await this.#transport({ method, url, body, headers: sent }, this.#from);
    for (const cookie of received.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '' || /;\s*max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const isJson = /^application\/json(;|$)/.test(received.headers.get('content-type') ?? '');
    return {
      status: received.status,
      body: isJson ? JSON.parse(received.text) : undefined,
      location: received.headers.get('location') ?? undefined,
      text: received.text,
    };
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  /** Another browser with the same cookies: what a thief of the session would hold. */
  copy(to: Transport | Pick<Town, 'app'> = this.#transport): Browser {
    const copy = new Browser(to, this.#from);
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value);
    return copy;
  }
}

/** What an authenticator shows now for the address it was given. */
export async function authenticatorCode(uri: string): Promise<string> {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return await createOTP(fromBase32(secret)).totp();
}

function fromBase32(text: string): string {
  const bits = [...text.replace(/=+$/, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString('latin1');
}

export const OWN_PASSWORD = 'three unrelated words 7';

/** Signs a freshly invited person in for good: new password, authenticator bound. Answers the browser and the authenticator's address. */
export async function settleIn(town: Pick<Town, 'app'> | string, name: string, oneTime: string, address?: string) {
  const browser = new Browser(town, address);
  const post = async (url: string, body: object) => {
    const answer = await browser.ask('POST', url, body);
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${answer.text}`);
    return answer;
  };
  await post('/api/sign-in', { name, password: oneTime });
  await post('/api/me/password', { current: oneTime, next: OWN_PASSWORD });
  const started = await post('/api/me/second-factor/start', { password: OWN_PASSWORD });
  const { uri, backupCodes } = started.body as { uri: string; backupCodes: string[] }; // reason: a test may fail on a wrong shape
  await post('/api/me/second-factor/confirm', { code: await authenticatorCode(uri) });
  return { browser, uri, backupCodes };
}
