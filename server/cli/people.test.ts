import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { Browser } from '../../tests/http-browser.ts';
import { openTown, serve, type Town } from '../../tests/town.ts';
import { peopleCommand } from './people.ts';

let town: Town;
let directory: string;
beforeAll(async () => {
  town = await openTown();
  directory = await mkdtemp(path.join(tmpdir(), 'leye-people-'));
});
afterAll(async () => {
  await town.close();
  await rm(directory, { recursive: true });
});
afterEach(() => vi.restoreAllMocks());

async function leye(...args: string[]) {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  const code = await peopleCommand(args, {
    DATABASE_URL: town.urls.ownerUrl,
    LEYE_APP_DATABASE_URL: town.urls.appUrl,
    LEYE_DATA: directory,
  });
  return { code, text: lines.join('\n') };
}

it('a new city gets its first security administrator from the command line, once', async () => {
  const first = await leye('appoint', '--name', '秦朗', '--email', 'qin@example.cn', '--user-name', 'qin');
  expect(first.code).toBe(0);
  const password = /One-time password:\s+(\S{16})/.exec(first.text)?.[1] ?? '';
  const server = await serve(town.urls);
  const signedIn = await new Browser(server).ask('POST', '/api/sign-in', { name: 'qin', password });
  expect(signedIn.body.next).toBe('new-password');
  await server.close();

  const second = await leye('appoint', '--name', '别人', '--email', 'other@example.cn');
  expect(second).toMatchObject({ code: 1, text: expect.stringContaining('本区县已有安全管理员') });
});

it('says how it is used when something is missing, and which field is wrong', async () => {
  expect((await leye('appoint', '--name', '秦朗')).code).toBe(2);
  expect((await leye('remove', '--name', 'x', '--email', 'y')).text).toContain('leye people appoint');
  expect(await leye('appoint', '--name', '秦朗', '--email', 'no-address')).toMatchObject({
    code: 1,
    text: expect.stringContaining('email'),
  });
  expect((await leye('appoint', '--name', 'x', '--email', 'x@example.cn', '--district', '999999')).code).toBe(1);
});
