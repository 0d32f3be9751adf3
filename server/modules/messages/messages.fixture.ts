import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { type Static, Type } from 'typebox';
import { testKernel } from '../../../tests/kernel.ts';
import { system } from '../../kernel/actor/actor.ts';
import { allowSystem } from '../../kernel/actor/permission.ts';
import { command } from '../../kernel/command/command.ts';
import { ask, execute, type Kernel } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { said } from '../../kernel/i18n/said.ts';
import { startJobs } from '../../kernel/job/boss.ts';
import { createNotify, type NotifyOptions } from '../../kernel/notify/notify.ts';
import { deliverJob } from './deliver.ts';
import { list } from './list.ts';
import { messages } from './module.ts';

const portOf = (server: { address(): unknown }) => (server.address() as AddressInfo).port; // reason: they listen on TCP

/** An SMS gateway as docs/sms-gateway.md asks for it. It answers `answers` in turn, then 202; 0 breaks the connection, -1 never answers. */
export async function openGateway(answers: number[] = []) {
  const taken: { headers: IncomingHttpHeaders; body: { to: string; text: string; id: string } }[] = [];
  const server = createHttpServer(async (request, response) => {
    const body = JSON.parse(await text(request));
    await pause(gateway.delay);
    taken.push({ headers: request.headers, body });
    const status = answers.shift() ?? 202;
    if (status === 0) request.socket.destroy();
    else if (status > 0) response.writeHead(status, { location: gateway.url }).end(`${body.to}: no`);
  });
  const start = async (port = 0) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await start();
  const gateway = {
    url: `http://127.0.0.1:${portOf(server)}/send`,
    taken,
    answers,
    /** Milliseconds before it answers. */
    delay: 0,
    start: () => start(Number(new URL(gateway.url).port)),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return gateway;
}

/** A mail server of a city. A code in `answers` refuses the recipient so; `user` must sign in with the password `p@ss`. */
export async function openMailServer(answers: number[] = [], user?: string) {
  const mails: { to: string[]; from: string; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: user === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, answer) =>
      username === user && password === 'p@ss' ? answer(null, { user: username }) : answer(new Error('wrong')),
    onRcptTo: ({ address }, _session, answer) => {
      const code = answers.shift();
      answer(code ? Object.assign(new Error(`${address}: no`), { responseCode: code }) : null);
    },
    onData: async (stream, { envelope }, answer) => {
      const raw = await text(stream);
      mails.push({
        to: envelope.rcptTo.map(({ address }) => address),
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        raw,
      });
      answer(null);
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return {
    url: `smtp://127.0.0.1:${portOf(listening)}`,
    mails,
    answers,
    close: () => new Promise<void>((closed) => void server.close(() => closed())),
  };
}

/** A mail server that breaks: silent from the start, or gone when it has the whole message and has not yet said yes. */
export async function openBreakingServer(how: 'silent' | 'after-the-message'): Promise<{ url: string; close(): void }> {
  const server: Server = createSocketServer((socket) => {
    socket.on('error', () => {});
    if (how === 'silent') return;
    socket.write('220 mail.test\r\n');
    let isData = false;
    socket.on('data', (bytes) => {
      const line = bytes.toString();
      if (isData) {
        if (line.endsWith('\r\n.\r\n')) socket.destroy();
      } else if (line.startsWith('DATA')) {
        isData = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `smtp://127.0.0.1:${portOf(server)}`, close: () => void server.close() };
}

const Tell = Type.Object({
  phone: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
  account: Type.Optional(Type.String()),
  text: Type.Optional(Type.String()),
  fails: Type.Optional(Type.Boolean()),
});

/** A command of some work that tells somebody something. */
export const tell = command({
  name: 'test.tell',
  input: Tell,
  may: allowSystem,
  run: async ({ phone, email, account = '', text: words = '请于{day}前来。', fails }, work) => {
    const message = await work.services.notify.send(work, {
      to: phone !== undefined ? { phone } : email !== undefined ? { email } : { account },
      subject: said('通知', 'Notice'),
      text: said(words, words),
      params: { day: '3月5日' },
    });
    if (fails) throw new Error('the work itself failed');
    return message;
  },
});

const DISTRICT = '110112';
const call = { district: DISTRICT, actor: system('test') };
export const administrator = {
  kind: 'staff',
  id: 'system',
  name: '系统管理员',
  grants: [{ role: 'system-administrator' }],
} as const;

/** Messages over a real database and real jobs. `work()` sets the worker going; until then nothing is sent but by hand. */
export async function openMessages(options: Partial<NotifyOptions> = {}) {
  const bare = await testKernel();
  const jobs = await startJobs(bare.urls.appUrl, messages.jobs ?? []);
  const notify = createNotify({
    mode: 'production',
    publicAddress: 'https://leye.test',
    addressOf: async () => undefined,
    pauses: [50, 50],
    timeout: 2000,
    ...options,
  });
  const kernel: Kernel = { ...bare.kernel, jobsIn: jobs.jobsIn, services: { ...bare.kernel.services, notify } };
  const as = (district: string) => ask(kernel, list, {}, { district, actor: administrator });
  const house = {
    kernel,
    urls: bare.urls,
    work: () => jobs.work(kernel),
    tell: (input: Static<typeof Tell>) => execute(kernel, tell, input, call),
    deliver: (message: string) => deliverJob.run({ district: DISTRICT, message }, kernel, new AbortController().signal),
    list: async (district = DISTRICT) => (await as(district)).messages,
    of: async (message: string) => {
      const row = (await house.list()).find(({ id }) => id === message);
      if (!row) throw new Error('no such message');
      return row;
    },
    /** Jobs waiting to be done. */
    jobs: () =>
      inDistrict(kernel.database, DISTRICT, async ({ client }) =>
        Number((await client.query(`SELECT count(*) AS n FROM pgboss.job WHERE name = 'messages-deliver'`)).rows[0].n),
      ),
    async close() {
      await jobs.stop();
      await bare.close();
    },
  };
  return house;
}
