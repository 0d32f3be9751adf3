import { createOTP } from '@better-auth/utils/otp';
import type { Town } from './people.fixture.ts';

/** Asks as a browser does: keeps cookies, sends JSON. */
export class Browser {
  readonly #cookies = new Map<string, string>();
  readonly #town: Pick<Town, 'app'>;
  readonly #address: string;

  constructor(town: Pick<Town, 'app'>, address = '10.0.0.9') {
    this.#town = town;
    this.#address = address;
  }

  async ask(method: 'GET' | 'POST', url: string, body?: object, headers: Record<string, string> = {}) {
    const response = await this.#town.app.inject({
      method,
      url,
      remoteAddress: this.#address,
      headers: { ...(this.cookies && { cookie: this.cookies }), 'user-agent': 'a browser', ...headers },
      ...(body && { payload: body }),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0 || value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, encodeURIComponent(value));
    }
    const json = response.headers['content-type']?.toString().includes('json') ? response.json() : undefined;
    return { status: response.statusCode, body: json, location: response.headers.location, text: response.body };
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  /** Another browser with the same cookies: what a thief of the session would hold. */
  copy(town = this.#town): Browser {
    const copy = new Browser(town, this.#address);
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
export async function settleIn(town: Pick<Town, 'app'>, name: string, oneTime: string, address?: string) {
  const browser = new Browser(town, address);
  await browser.ask('POST', '/api/sign-in', { name, password: oneTime });
  await browser.ask('POST', '/api/me/password', { current: oneTime, next: OWN_PASSWORD });
  const started = await browser.ask('POST', '/api/me/second-factor/start', { password: OWN_PASSWORD });
  const { uri, backupCodes } = started.body as { uri: string; backupCodes: string[] }; // reason: a test may fail on a wrong shape
  await browser.ask('POST', '/api/me/second-factor/confirm', { code: await authenticatorCode(uri) });
  return { browser, uri, backupCodes };
}
