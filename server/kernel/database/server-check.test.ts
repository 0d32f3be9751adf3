import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, inject, it } from 'vitest';
import { checkServer } from './server-check.ts';
import { explainStartError } from './start-errors.ts';

const told = (url: string) => checkServer(url, 'DATABASE_URL').then(() => 'accepted', explainStartError);
const changed = (parts: Partial<URL>) => Object.assign(new URL(inject('testServer').ownerUrl), parts).href;

describe('the address in DATABASE_URL', () => {
  it('is accepted when it leads to a PostgreSQL that Leye can work with', async () => {
    expect(await told(inject('testServer').ownerUrl)).toBe('accepted');
  });

  it('is refused in one sentence when the password is wrong, and the password is not repeated', async () => {
    const sentence = await told(changed({ password: 'hidden-word' }));
    expect(sentence).toContain('refused the user leye_owner: check the user name and the password in DATABASE_URL');
    expect(sentence).not.toContain('hidden-word');
  });

  it('is refused when there is no such database, no such machine, or nobody answers', async () => {
    expect(await told(changed({ pathname: '/nowhere' }))).toContain('There is no database called nowhere');
    expect(await told(changed({ hostname: 'nowhere.invalid' }))).toContain('nowhere.invalid:');
    expect(await told(changed({ port: '9' }))).toContain("127.0.0.1:9 named by DATABASE_URL can't be reached");
  });

  it('is refused when its PostgreSQL is older than 16', async () => {
    const old = oldPostgreSQL().listen(0, '127.0.0.1');
    await once(old, 'listening');
    const address = old.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await told(`postgres://leye@127.0.0.1:${port}/leye`)).toMatch(
      /PostgreSQL at .+ is 15\.20, and Leye needs 16 or newer/,
    );
    old.close();
  });
});

/** Speaks just enough of PostgreSQL's protocol to say that it is version 15.20. */
function oldPostgreSQL() {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const short = (n: number) => Buffer.from([n >> 8, n & 255]);
  const long = (n: number) => Buffer.concat([short(0), short(n)]);
  const ready = message('Z', Buffer.from('I'));
  const columns: [name: string, type: number, value: string][] = [
    ['version', 25, '15.20'],
    ['number', 23, '150020'],
    ['encoding', 25, 'UTF8'],
  ];
  const described = columns.map(([name, type]) =>
    Buffer.concat([Buffer.from(`${name}\0`), long(0), short(0), long(type), short(0), long(0), short(0)]),
  );
  const values = columns.map(([, , value]) => Buffer.concat([long(value.length), Buffer.from(value)]));
  const answer = Buffer.concat([
    message('T', Buffer.concat([short(columns.length), ...described])),
    message('D', Buffer.concat([short(columns.length), ...values])),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ]);
  return createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.once('data', () => socket.write(answer));
    });
  });
}
