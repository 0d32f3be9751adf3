import { inDistrict } from '../server/kernel/database/transaction.ts';
import type { WholeHouse } from './house.ts';

/** A resident's browser: keeps cookies, sends plain forms. Each comes from an address of its own unless one is named. */
export class ResidentBrowser {
  readonly #house: WholeHouse;
  readonly #from: string;
  readonly #cookies = new Map<string, string>();

  constructor(house: WholeHouse, from = `10.${(serial >> 8) & 255}.${serial++ & 255}.7`) {
    this.#house = house;
    this.#from = from;
  }

  get = (url: string) => this.#send('GET', url);
  post = (url: string, form: Record<string, string>) => this.#send('POST', url, new URLSearchParams(form).toString());

  /** Asks for a code, reads it where the demonstration keeps it, and signs in with it. */
  async signIn(mobile: string, next = ''): Promise<this> {
    const asked = await this.post('/sign-in/code', { mobile, next });
    if (asked.status !== 200) throw new Error(`no code was sent: ${asked.status}`);
    const answer = await this.post('/sign-in', { mobile, code: await latestCode(this.#house), next });
    if (answer.status !== 303) throw new Error(`not signed in: ${answer.status}`);
    return this;
  }

  /** Another browser with the same cookies. */
  copy(): ResidentBrowser {
    const copy = new ResidentBrowser(this.#house, this.#from);
    for (const [name, value] of this.#cookies) copy.#cookies.set(name, value);
    return copy;
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async #send(method: 'GET' | 'POST', url: string, payload?: string) {
    const response = await this.#house.app.inject({
      method,
      url,
      remoteAddress: this.#from,
      headers: {
        accept: 'text/html',
        'user-agent': 'a telephone (Android; Mobile)',
        ...(this.#cookies.size > 0 && { cookie: this.cookies }),
        ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload !== undefined && { payload }),
    });
    const set = [response.headers['set-cookie'] ?? []].flat();
    for (const cookie of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { statusCode: status, body, headers } = response;
    return { status, body, headers, set, location: headers.location };
  }
}
let serial = 1;

/** The code of the newest message, in a demonstration that keeps them. */
export async function latestCode({ kernel, district }: Pick<WholeHouse, 'kernel' | 'district'>): Promise<string> {
  const { body } = await inDistrict(
    kernel.database,
    district,
    ({ db }) => db.selectFrom('message').select('body').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow(),
    'read',
  );
  return /\d{6}/.exec(body)?.[0] ?? '';
}
