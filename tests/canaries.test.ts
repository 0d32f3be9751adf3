import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { syntheticIdNumber, syntheticMobile } from '../server/kernel/identifier/synthetic.ts';
import type { Module } from '../server/kernel/module.ts';
import { canarySearch, digitSearch, everyFile, everyRow } from './canary-search.ts';
import { openWholeHouse, type WholeHouse } from './house.ts';
import { latestCode } from './resident-browser.ts';

/** Numbers as from one seed, so that a failure can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Does what code must never do, to see that nothing of it gets out. */
const careless: Module = {
  name: 'careless',
  routes: (app) => {
    app.post('/test/fails', async (request) => {
      const { number } = request.body as { number: string }; // reason: the test's own
      throw new Error(`no person ${number}`, { cause: new Error(number) });
    });
    app.post('/test/logs', async (request) => {
      const { number } = request.body as { number: string }; // reason: as above
      request.log.trace({ number, deep: { list: [number] } }, `number ${number}`);
      request.log.info({ req: request, res: { number } });
      request.log.warn({ err: new Error(number) });
      request.log.error(new TypeError(number));
      request.log.error({ error: Object.assign(new Error('x'), { detail: `Key (phone)=(${number}) exists` }) });
      return { kept: true };
    });
  },
};

/** A form with one file. */
const multipart = {
  headers: { 'content-type': 'multipart/form-data; boundary=----canaries' },
  body: (name: string, content: string) =>
    `------canaries\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n------canaries--\r\n`,
};

describe('personal numbers that were planted', { timeout: 90_000 }, () => {
  const random = seeded(20_260_311);
  const planted = new Set<string>();
  const distinct = (make: () => string) => {
    for (;;) {
      const number = make();
      if (planted.has(number)) continue;
      planted.add(number);
      return number;
    }
  };
  const idNumber = () => distinct(() => syntheticIdNumber(random));
  const mobile = () => distinct(() => syntheticMobile(random));
  /** With a slip in its check character: it is refused, and still somebody's. */
  const wrongIdNumber = () => distinct(() => syntheticIdNumber(random).replace(/.$/, (last) => (last === '1' ? '2' : '1')));

  const log: string[] = [];
  /** Status, headers and body of every answer, with what was asked. */
  const answers: [string, string][] = [];
  let house: WholeHouse;

  type Asked = {
    method: 'GET' | 'POST';
    url: string;
    payload?: string | object;
    headers?: Record<string, string>;
    from?: string;
  };
  const ask = async ({ method, url, payload, headers, from = '10.1.1.1' }: Asked): Promise<number> => {
    const response = await house.app.inject({ method, url, payload, headers, remoteAddress: from });
    answers.push([
      `${method} ${url.split('?')[0]?.slice(0, 40)} → ${response.statusCode}`,
      `${JSON.stringify(response.headers)}\n${response.body}`,
    ]);
    return response.statusCode;
  };

  beforeAll(async () => {
    house = await openWholeHouse((line) => log.push(line), [careless]);
  }, 120_000);
  afterAll(() => house.close());

  const search = () => canarySearch(planted);
  /** A name that nobody has: sealed where it is kept, masked where it is shown. */
  const NAME = '钟离瀚海';
  const searchAll = () => {
    const found = search();
    return (place: string, text: string) => [...found(place, text), ...(text.includes(NAME) ? [`${place}: ${NAME}`] : [])];
  };
  const office = async () => ({ cookie: (await house.signIn('office')).cookies });
  const day = '2026-06-01';

  test('the search finds a number in the plain, in groups, in full width, in hex, in base64, in an address and as a plain hash', () => {
    const [id, phone] = [idNumber(), mobile()];
    const found = search();
    for (const hidden of [
      `x${id}y`,
      `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
      phone.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      `\\x${Buffer.from(`person ${id}`).toString('hex')}`,
      Buffer.from(JSON.stringify({ id })).toString('base64'),
      [...phone].map((digit) => `%3${digit}`).join(''),
      '7f'.repeat(3) + Buffer.from(phone).toString('hex'),
    ])
      expect(found('here', hidden), hidden).not.toEqual([]);
    for (const hidden of [`\u00000${id}\u00ff`, `77${phone}1`]) expect(digitSearch(planted)('here', hidden)).not.toEqual([]);
    expect(found('here', '110112000000 2026-06-01 0196f1c0-0000-7000-8000-000000000001')).toEqual([]);
  });

  test('as names at the sign-in', async () => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const name = attempt % 2 === 0 ? idNumber() : mobile();
      const status = await ask({
        method: 'POST',
        url: '/api/sign-in',
        payload: { name, password: mobile() },
        from: `10.2.0.${attempt}`,
      });
      expect(status).toBeGreaterThanOrEqual(400);
    }
    await ask({ method: 'POST', url: '/api/sign-in/second-factor', payload: { code: idNumber() } });
  });

  test('in records, a thousand right ones and every way of getting one wrong', async () => {
    const headers = await office();
    const gig = (row: object) => ({ service: '岗位对接', servedOn: day, station: '示例零工市场', area: '马驹桥镇', ...row });
    const rows = Array.from({ length: 1000 }, (_, index) =>
      gig(index % 2 ? { idNumber: idNumber(), name: '张试' } : { phone: mobile() }),
    );
    expect(await ask({ method: 'POST', url: '/api/records/gig-service/batch', payload: { rows }, headers })).toBe(200);
    for (let one = 0; one < 100; one += 1) {
      const row = gig({ idNumber: idNumber(), phone: mobile() });
      expect(
        await ask({
          method: 'POST',
          url: '/api/records/gig-service',
          payload: { row },
          headers: { ...headers, 'idempotency-key': `key-${one}` },
        }),
      ).toBe(200);
    }
    const send = (row: object) => ask({ method: 'POST', url: '/api/records/gig-service', payload: { row }, headers });
    const wrong: (() => object)[] = [
      () => gig({ idNumber: wrongIdNumber() }),
      () => gig({ idNumber: mobile() }),
      () => gig({ phone: idNumber() }),
      () => gig({ idNumber: `${idNumber()}${idNumber()}` }),
      () => gig({ idNumber: idNumber(), servedOn: idNumber() }),
      () => gig({ idNumber: idNumber(), service: mobile() }),
      () => gig({ idNumber: idNumber(), area: idNumber() }),
      () => gig({ idNumber: idNumber(), unit: mobile() }),
      () => gig({ idNumber: idNumber(), occupation: idNumber() }),
      () => gig({ idNumber: idNumber(), [idNumber()]: mobile() }),
      () => gig({ idNumber: idNumber(), station: `${idNumber()}站` }),
      () => gig({ idNumber: idNumber(), station: `联系 ${mobile()}` }),
      () => gig({ idNumber: { number: idNumber() } }),
      () => gig({ idNumber: idNumber(), area: '火星街道' }),
    ];
    for (const make of wrong)
      for (let time = 0; time < 20; time += 1) expect(await send(make()), String(make)).toBeGreaterThanOrEqual(400);
    expect(
      await ask({
        method: 'POST',
        url: '/api/records/gig-service/batch',
        payload: { rows: [gig({ idNumber: idNumber() }), gig({ idNumber: wrongIdNumber() })] },
        headers,
      }),
    ).toBe(422);
  });

  test('in reasons, in the name of a file and in its rows', async () => {
    const headers = await office();
    const office1 = await house.signIn('office');
    const { body: sent } = await office1.ask('POST', '/api/records/gig-service', {
      row: { idNumber: idNumber(), service: '岗位对接', servedOn: day, station: '示例零工市场', area: '马驹桥镇' },
    });
    const why = `填错了，应为 ${idNumber()}，电话 ${mobile()}`;
    expect(
      await ask({ method: 'POST', url: `/api/records/${sent.id}/reverse`, payload: { why }, headers }),
    ).toBeGreaterThanOrEqual(400);
    expect(await ask({ method: 'POST', url: `/api/record/${sent.id}/reverse`, payload: { why }, headers })).toBe(200);

    const rows = Array.from({ length: 300 }, (_, row) => {
      const [id, date, station] = row % 10 === 0 ? [wrongIdNumber(), mobile(), idNumber()] : [idNumber(), day, '示例零工市场'];
      return `${id},${mobile()},岗位对接,${date},${station},马驹桥镇`;
    });
    const file = ['身份证号,手机号,服务项目,服务日期,服务站点,街道（乡镇）', ...rows].join('\n');
    const uploaded = await house.app.inject({
      method: 'POST',
      url: '/api/record-types/gig-service/imports',
      headers: { ...headers, ...multipart.headers },
      payload: multipart.body(`${idNumber()}的${mobile()}.csv`, file),
    });
    answers.push(['upload', uploaded.body]);
    expect(uploaded.statusCode, uploaded.body).toBe(202);
    const url = `/api/record-imports/${uploaded.json().import}`;
    const until = async (state: string) => {
      for (;;) {
        const { body } = await office1.ask('GET', url);
        answers.push([`import ${body.state}`, JSON.stringify(body)]);
        if (body.state === state) return body;
        expect(['checking', 'checked', 'taking', 'taken'], JSON.stringify(body)).toContain(body.state);
        await pause(100);
      }
    };
    expect((await until('checked')).counts).toMatchObject({ rows: 300, good: 270, bad: 30 });
    const originals = await onDisk();
    expect(originals.map(([name]) => name)).toEqual([expect.stringMatching(/^files\/110112\/[0-9a-f]{64}$/)]);
    for (const [name, bytes] of originals) {
      expect(bytes.length, name).toBeGreaterThan(file.length);
      expect(search()(name, bytes)).toEqual([]);
    }
    expect((await stat(path.join(house.config.dataDirectory, originals[0]?.[0] ?? ''))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(house.config.dataDirectory, 'files', '110112'))).mode & 0o777).toBe(0o700);
    await ask({ method: 'GET', url: `${url}/problems?limit=200`, headers });
    expect(await ask({ method: 'POST', url: `${url}/take`, payload: { mode: 'good' }, headers })).toBe(200);
    await until('taken');
    await expect.poll(onDisk, { timeout: 10_000 }).toEqual([]);
    await ask({ method: 'GET', url: `${url}/problems.csv`, headers });
    await ask({ method: 'GET', url: '/api/record-imports', headers });
    await ask({ method: 'GET', url: `/api/records?type=gig-service&limit=200`, headers });
  });

  test('in what residents type, and what a counter types for them', async () => {
    /** What comes back holds what its own sender typed, and nobody else's. */
    const form = async (url: string, typed: Record<string, string>, from: string, cookie = '') => {
      const response = await house.app.inject({
        method: 'POST',
        url,
        remoteAddress: from,
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html', cookie },
        payload: new URLSearchParams(typed).toString(),
      });
      const own = Object.values(typed).filter((value) => value.length > 3);
      const body = own.reduce((text, value) => text.replaceAll(value, ''), response.body);
      answers.push([`POST ${url} → ${response.statusCode}`, `${JSON.stringify(response.headers)}\n${body}`]);
      return response;
    };
    for (let time = 0; time < 12; time += 1) {
      const [number, from] = [mobile(), `10.3.0.${time}`];
      expect((await form('/sign-in/code', { mobile: number, next: `/me?of=${mobile()}` }, from)).statusCode).toBe(200);
      await form('/sign-in', { mobile: number, code: '000000', next: '' }, from);
      const signedIn = await form('/sign-in', { mobile: number, code: await latestCode(house) }, from);
      expect(signedIn.statusCode).toBe(303);
      const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
      await form('/me/data', { name: `${NAME}${time}`, birthYear: '1975', sex: 'female' }, from, cookie);
      await form('/me/data', { name: idNumber(), birthYear: mobile(), sex: mobile() }, from, cookie);
      await form('/employer/new', { name: '云澜搬运', creditCode: idNumber() }, from, cookie);
      for (const url of ['/me', '/me/sessions', '/employer', '/api/my-employers', `/sign-in?next=/${mobile()}`])
        await ask({ method: 'GET', url, headers: { cookie }, from });
    }
    await form('/sign-in/code', { mobile: idNumber() }, '10.3.1.1');

    const headers = { cookie: (await house.signIn('station')).cookies };
    for (let time = 0; time < 25; time += 1) {
      const person = { name: `${NAME}${time}`, mobile: mobile(), idNumber: idNumber() };
      const post = (url: string, payload: object) =>
        ask({ method: 'POST', url, payload, headers: { ...headers, 'idempotency-key': `counter-${answers.length}` } });
      expect(await post('/api/residents', person)).toBe(200);
      expect(await post('/api/residents', { ...person, mobile: mobile() })).toBe(409);
      expect(await post('/api/residents', { ...person, idNumber: wrongIdNumber() })).toBe(422);
      expect(await post('/api/residents', { ...person, idNumber: mobile(), mobile: idNumber() })).toBe(422);
      expect(await post('/api/residents/look-up', { mobile: person.mobile })).toBe(200);
      expect(await post('/api/residents/look-up', { idNumber: person.idNumber, mobile: mobile() })).toBe(422);
      await ask({ method: 'GET', url: `/api/residents/${mobile()}`, headers });
      await ask({ method: 'GET', url: `/api/employers?search=${mobile()}`, headers });
    }
  });

  test('in addresses, headers, keys and bodies that cannot be read', async () => {
    const headers = await office();
    const auditor = { cookie: (await house.signIn('audit')).cookies };
    for (let time = 0; time < 25; time += 1) {
      await ask({ method: 'GET', url: `/api/records?type=gig-service&search=${idNumber()}`, headers });
      await ask({ method: 'GET', url: `/api/records/${idNumber()}?${mobile()}=${idNumber()}`, headers });
      await ask({ method: 'POST', url: `/api/records/${mobile()}`, payload: { row: { idNumber: idNumber() } }, headers });
      await ask({ method: 'GET', url: `/api/audit/entries?actor=${idNumber()}&from=${mobile()}`, headers: auditor });
      await ask({ method: 'GET', url: `/no/such/page/${idNumber()}?phone=${mobile()}` });
      await ask({ method: 'GET', url: `/?q=${mobile()}&lang=${idNumber()}` });
      await ask({
        method: 'GET',
        url: '/api/me',
        headers: { authorization: `Bearer leye_${idNumber()}`, referer: `http://x/?id=${idNumber()}` },
      });
      await ask({
        method: 'GET',
        url: '/api/me',
        headers: { cookie: `leye.session_token=${idNumber()}`, 'x-request-id': mobile(), 'x-forwarded-for': idNumber() },
      });
      await ask({
        method: 'POST',
        url: '/api/records/gig-service',
        payload: `{"row": {"idNumber": "${idNumber()}", ${mobile()}`,
        headers: { ...headers, 'content-type': 'application/json' },
      });
      await ask({
        method: 'POST',
        url: '/api/records/gig-service',
        payload: `<id>${idNumber()}</id>`,
        headers: { ...headers, 'content-type': `text/${mobile()}` },
      });
      await ask({
        method: 'POST',
        url: '/api/records/gig-service',
        payload: { row: {} },
        headers: { ...headers, origin: `http://${mobile()}.cn` },
      });
      const row = { phone: mobile(), service: '岗位对接', servedOn: day, station: '示例零工市场', area: '马驹桥镇' };
      const key = { ...headers, 'idempotency-key': `${row.phone}-${day}` };
      expect(await ask({ method: 'POST', url: '/api/records/gig-service', payload: { row }, headers: key })).toBe(400);
    }
  });

  test('in errors that nobody expected, and in the hands of code that logs what it should not', async () => {
    for (let time = 0; time < 25; time += 1) {
      expect(await ask({ method: 'POST', url: '/test/fails', payload: { number: time % 2 ? idNumber() : mobile() } })).toBe(500);
      await ask({ method: 'POST', url: `/test/logs?phone=${mobile()}`, payload: { number: time % 2 ? idNumber() : mobile() } });
    }
    expect(log.filter((line) => JSON.parse(line).level === 50).length).toBeGreaterThanOrEqual(75);
  });

  test('are nowhere: not in the log, not in an answer, not in an error', async () => {
    expect(planted.size).toBeGreaterThan(2000);
    const found = searchAll();
    expect(log.flatMap((line) => found(`log ${line.slice(0, 120)}`, line)).slice(0, 10)).toEqual([]);
    expect(answers.length).toBeGreaterThan(400);
    expect(answers.flatMap(([place, text]) => found(place, text)).slice(0, 10)).toEqual([]);
  });

  test('are nowhere in the database: no table, no job, no key, no entry of the audit log, sealed or not', async () => {
    const found = searchAll();
    const hits: string[] = [];
    const tables = new Map<string, number>();
    for await (const [table, row] of everyRow(house.urls.ownerUrl, [house.district])) {
      tables.set(table, (tables.get(table) ?? 0) + 1);
      if (hits.length < 10) hits.push(...found(table, row));
    }
    expect(tables.get('public.record'), 'the records are there').toBeGreaterThanOrEqual(1100);
    expect(tables.get('public.audit_entry')).toBeGreaterThan(100);
    expect(tables.get('public.command_key')).toBeGreaterThanOrEqual(100);
    expect(hits).toEqual([]);
  });

  test('are nowhere on the disk: in no file of Leye’s, in no file of PostgreSQL’s and not in its log', async () => {
    const found = search();
    for (const [name, bytes] of await onDisk()) expect(found(name, bytes)).toEqual([]);

    const home = await postgresHome();
    const log = await readFile(path.join(home, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(found('postgres.log', log).slice(0, 10)).toEqual([]);
    const plain = digitSearch(planted);
    let bytesRead = 0;
    const hits: string[] = [];
    for await (const [file, bytes] of everyFile(path.join(home, 'cluster'))) {
      bytesRead += bytes.length;
      if (hits.length < 10) hits.push(...plain(path.relative(home, file), bytes));
    }
    expect(bytesRead, 'the records lie there').toBeGreaterThan(10_000_000);
    expect(hits).toEqual([]);
  });

  /** Every file of the data folder, by its place in it. */
  async function onDisk(): Promise<[name: string, bytes: string][]> {
    const files: [string, string][] = [];
    for await (const [file, bytes] of everyFile(house.config.dataDirectory))
      files.push([path.relative(house.config.dataDirectory, file), bytes]);
    return files;
  }

  /** Where the PostgreSQL that this house uses keeps its files: the one with its port. */
  async function postgresHome(): Promise<string> {
    const { port } = new URL(house.urls.ownerUrl);
    for (const name of await readdir(tmpdir())) {
      if (!name.startsWith('leye-tests-')) continue;
      const directory = path.join(tmpdir(), name);
      const pointed = await readFile(path.join(directory, 'postgres-is-at'), 'utf8').catch(() => '');
      const home = pointed.trim() || path.join(directory, 'postgres');
      if ((await readFile(path.join(home, 'port'), 'utf8').catch(() => '')).trim() === port) return home;
    }
    throw new Error(`no PostgreSQL of the tests has the port ${port}`);
  }
});
