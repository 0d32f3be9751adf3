import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import type { FastifyInstance } from 'fastify';
import { zipSync } from 'fflate';
import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { staff, testKernel } from '../../../tests/kernel.ts';
import { type Actor, visitor } from '../../kernel/actor/actor.ts';
import { clockAt } from '../../kernel/clock.ts';
import { command } from '../../kernel/command/command.ts';
import { execute } from '../../kernel/command/run.ts';
import { inDistrict } from '../../kernel/database/transaction.ts';
import { filePath, hasFile } from '../../kernel/files/keep-file.ts';
import { createApp } from '../../kernel/http/app.ts';
import { kernelWords } from '../../kernel/http/errors.ts';
import { nobody } from '../../kernel/http/identity.ts';
import { languageOf } from '../../kernel/http/language.ts';
import { mayUpload } from './access.ts';
import { sweepEvidence } from './commands/drop-unused.ts';
import { EvidenceHashes } from './contract.ts';
import { evidenceOf } from './files.ts';
import { evidence, listEvidence, useEvidence } from './module.ts';
import { evidenceName } from './rules.ts';

const clock = clockAt(new Date('2026-03-02T02:00:00Z'));
const commerce = staff({ role: 'liaison', unit: 'commerce' });
const finance = staff({ role: 'liaison', unit: 'finance' });
const office = staff({ role: 'programme-office' });

let app: FastifyInstance;
let test: Awaited<ReturnType<typeof testKernel>>;
let dataDirectory: string;
let actor: Actor = commerce;

beforeAll(async () => {
  dataDirectory = await mkdtemp(path.join(tmpdir(), 'leye-evidence-'));
  const sealKeys = { sealKey: randomBytes(32), indexKey: randomBytes(32) };
  test = await testKernel([], { clock, services: { dataDirectory, sealKeys } });
  const host = {
    kernel: test.kernel,
    identify: async () => actor,
    knownOutside: async () => nobody,
    districtOf: async () => ({ code: '110112', name: { zh: '通州区', en: 'Tongzhou' }, startsOn: '2025-01-01' }),
    languageOf,
    words: new Map([...Object.entries(kernelWords), ...Object.entries(evidence.words ?? {})]),
    isDemo: false,
    publicAddress: 'http://127.0.0.1',
  };
  app = await createApp(host, [evidence], { logger: false, trustProxy: [], version: '0' });
});
afterAll(async () => {
  await app.close();
  await test.close();
  await rm(dataDirectory, { recursive: true, force: true });
});
beforeEach(() => {
  actor = commerce;
});

const bytesOf = (words: string) => new TextEncoder().encode(words);
async function upload(bytes: Uint8Array, name: string) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://x', { method: 'POST', body: form });
  const payload = Buffer.from(await request.arrayBuffer());
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const answer = await app.inject({ method: 'POST', url: '/api/evidence', payload, headers });
  return { status: answer.statusCode, body: answer.json() };
}
const download = (sha256: string) => app.inject(`/api/evidence/${sha256}`);
const opened = async () =>
  (
    await inDistrict(test.kernel.database, '110112', ({ client }) =>
      client.query("SELECT actor, content FROM audit_entry WHERE action = 'evidence.opened' AND outcome = 'done'"),
    )
  ).rows;

/** Another module's command that takes evidence for a place. */
const attach = command({
  name: 'test.attach',
  input: Type.Object({ hashes: EvidenceHashes, place: Type.String(), units: Type.Array(Type.String()) }),
  may: mayUpload,
  run: async ({ hashes, place, units }, work) => useEvidence(work, hashes, place, { units }),
});
const attached = (by: Actor, hashes: string[], place: string, units: string[] = []) =>
  execute(test.kernel, attach, { hashes, place, units }, { district: '110112', actor: by });
const usedAt = (place: string) =>
  inDistrict(test.kernel.database, '110112', async (transaction) =>
    (await listEvidence(transaction, [place])).get(place)?.map(({ name }) => name),
  );

const contentTypes = (main: string) => `<?xml version="1.0"?><Types><Override PartName="/x" ContentType="${main}"/></Types>`;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const zip = (parts: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bytesOf(text)])));

describe('a document is uploaded once', () => {
  it('as Word, Excel, PDF, a picture or text, told by its bytes; its name never decides', async () => {
    const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('证明')] }] }));
    const xlsx = await writeExcelFile([[{ value: '证明', type: String }]]).toBuffer();
    const slides = zip({
      '[Content_Types].xml': contentTypes('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
    });
    const png = Uint8Array.from([
      137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0,
    ]);
    const cases: [Uint8Array, string, string, string][] = [
      [docx, '台账.docx', 'docx', '台账.docx'],
      [docx, '照片.png', 'docx', '照片.docx'],
      [xlsx, '..\\..\\表.xlsx', 'xlsx', '表.xlsx'],
      [slides, 'a.pptx', 'pptx', 'a.pptx'],
      [png, 'setup.exe', 'png', 'setup.png'],
      [Uint8Array.from([255, 216, 255, 224, 0, 16, 74, 70, 73, 70, 0]), 'IMG.JPEG', 'jpg', 'IMG.jpeg'],
      [bytesOf('RIFF\u0004\u0000\u0000\u0000WEBPVP8 '), 'p.webp', 'webp', 'p.webp'],
      [bytesOf('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF'), '证明', 'pdf', '证明.pdf'],
      [bytesOf('姓名,次数\n合计,3\n'), '汇总.csv', 'text', '汇总.csv'],
      [bytesOf('已完成。'), '说明', 'text', '说明.txt'],
      [Uint8Array.from([0xd2, 0xd1, 0xcd, 0xea, 0xb3, 0xc9]), 'gb.txt', 'text', 'gb.txt'],
    ];
    for (const [bytes, name, type, kept] of cases) {
      const { status, body } = await upload(bytes, name);
      expect([status, body.type], name).toEqual([200, type]);
      if (body.isNew) expect(body.name).toBe(kept);
    }
  });

  it('a personal number in its name is not kept there', async () => {
    const { body } = await upload(bytesOf('某人的材料'), '张三 13800001234.txt');
    expect(body.name).not.toContain('13800001234');
  });

  it('the same file again is the same evidence, whatever it is called and whoever sends it', async () => {
    const first = await upload(bytesOf('同一份材料'), '甲.txt');
    const again = await upload(bytesOf('同一份材料'), '乙.txt');
    actor = finance;
    const other = await upload(bytesOf('同一份材料'), '丙.txt');
    expect([first.body.isNew, again.body.isNew, other.body.isNew]).toEqual([true, false, false]);
    expect([again.body, other.body].map(({ sha256, name }) => [sha256, name])).toEqual(
      [first, first].map(({ body }) => [body.sha256, '甲.txt']),
    );
    const own = (await app.inject('/api/evidence')).json();
    expect(own.items.map(({ sha256 }: { sha256: string }) => sha256)).toEqual([first.body.sha256]);
    expect((await download(first.body.sha256)).body).toBe('同一份材料');
  });

  it.each([
    ['nothing', new Uint8Array(), 'a.txt', 'evidence-empty'],
    ['blanks', bytesOf(' \n'), 'a.txt', 'evidence-empty'],
    [
      'Word with macros',
      zip({ '[Content_Types].xml': contentTypes(WORD), 'word/vbaProject.bin': 'x' }),
      'a.docx',
      'evidence-macros',
    ],
    [
      'Word with macros, renamed',
      zip({ '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml') }),
      'a.docx',
      'evidence-macros',
    ],
    [
      'Word with a program inside',
      zip({ '[Content_Types].xml': contentTypes(WORD), 'word/embeddings/oleObject1.bin': 'x' }),
      'a.docx',
      'evidence-macros',
    ],
    ['a PDF that runs something', bytesOf('%PDF-1.7\n<</S/JavaScript/JS(app.alert(1))>>'), 'a.pdf', 'evidence-macros'],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]), 'photo.png', 'evidence-program'],
    ['a Windows program', bytesOf('MZ\u0090\u0000\u0003\u0000'), 'a.pdf', 'evidence-program'],
    ['a shell script', bytesOf('#!/bin/sh\nrm -rf ~\n'), 'a.txt', 'evidence-program'],
    ['a web page', bytesOf('<!DOCTYPE html><script>alert(1)</script>'), 'a.txt', 'evidence-web-page'],
    ['a drawing', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'a.png', 'evidence-web-page'],
    ['a drawing behind its declaration', bytesOf('<?xml version="1.0"?><svg/>'), 'a.svg', 'evidence-web-page'],
    ['old Word', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.doc', 'evidence-old-office'],
    ['an archive', zip({ 'a.txt': '甲' }), 'a.docx', 'evidence-packed'],
    ['half an archive', zip({ '[Content_Types].xml': contentTypes(WORD) }).slice(0, 60), 'a.docx', 'evidence-damaged'],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), 'a.txt', 'evidence-encoding'],
    ['bytes without sense', Uint8Array.from([0x61, 0x00, 0x01, 0x02, 0xff]), 'a.txt', 'evidence-type'],
    ['a sound', bytesOf('ID3\u0003\u0000\u0000\u0000'), 'a.mp3', 'evidence-type'],
  ])('%s is refused with the reason and the remedy, and nothing is kept', async (_what, bytes, name, code) => {
    const { status, body } = await upload(bytes, name);
    expect([status, body.code]).toEqual([422, code]);
    expect(body.message).not.toBe(code);
  });

  it('is refused beyond 20 MB, without a file, and to whoever may not', async () => {
    const large = await upload(new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61), 'big.txt');
    expect([large.status, large.body.code]).toEqual([413, 'evidence-too-large']);
    expect((await app.inject({ method: 'POST', url: '/api/evidence', payload: {} })).json().code).toBe('evidence-needed');
    for (const [who, status] of [
      [visitor, 401],
      [staff({ role: 'evaluator' }), 403],
      [staff({ role: 'audit-administrator' }), 403],
    ] as const) {
      actor = who;
      expect((await upload(bytesOf('甲'), 'a.txt')).status).toBe(status);
    }
  });

  it('what its name could do to whoever saves it is taken out', () => {
    expect(evidenceName('a\u202etxt.pdf', 'pdf')).toBe('atxt.pdf');
    expect(evidenceName('/etc/passwd', 'text')).toBe('passwd.txt');
    expect(evidenceName('...', 'pdf')).toBe('file.pdf');
  });
});

describe('a document is opened', () => {
  it('by its unit, the office and leaders; another unit does not find it, unless it is shown there', async () => {
    const { body } = await upload(bytesOf('商务局的材料'), '材料.txt');
    const statuses = async () => {
      const got: number[] = [];
      for (const who of [
        commerce,
        finance,
        office,
        staff({ role: 'leader' }),
        staff({ role: 'evaluator' }),
        staff({ role: 'street-officer', area: '110112001000' }),
        visitor,
      ]) {
        actor = who;
        got.push((await download(body.sha256)).statusCode);
      }
      return got;
    };
    expect(await statuses()).toEqual([200, 404, 200, 200, 200, 404, 401]);
    await attached(commerce, [body.sha256], 'notice:1', ['finance']);
    expect(await statuses()).toEqual([200, 200, 200, 200, 200, 404, 401]);
  });

  it('to be saved under its name, never shown, and who opened it is kept in the audit', async () => {
    const { body } = await upload(bytesOf('谁看过'), '名单.txt');
    const before = (await opened()).length;
    const answer = await download(body.sha256);
    expect(answer.headers).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('名单.txt')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const entries = await opened();
    expect(entries).toHaveLength(before + 1);
    expect(entries.some(({ actor: who, content }) => who === 'staff:test' && content.includes(body.sha256))).toBe(true);
    actor = finance;
    expect((await download(body.sha256)).statusCode).toBe(404);
    expect((await download('nobody')).statusCode).toBe(422);
    expect(await opened()).toHaveLength(before + 1);
  });
});

describe('a document is used by places', () => {
  it('one upload serves several, and each lists it', async () => {
    const { body } = await upload(bytesOf('多处使用'), '多处.txt');
    await attached(commerce, [body.sha256], 'milestone:1');
    await attached(commerce, [body.sha256], 'notice:9');
    await attached(commerce, [body.sha256], 'notice:9');
    expect([await usedAt('milestone:1'), await usedAt('notice:9'), await usedAt('notice:8')]).toEqual([
      ['多处.txt'],
      ['多处.txt'],
      undefined,
    ]);
  });

  it('not by another unit, and not when it does not exist', async () => {
    const { body } = await upload(bytesOf('不给别人用'), 'x.txt');
    await expect(attached(finance, [body.sha256], 'p')).rejects.toMatchObject({ code: 'evidence-unknown', params: { n: 1 } });
    await expect(attached(commerce, [body.sha256, 'a'.repeat(64)], 'p')).rejects.toMatchObject({ code: 'evidence-unknown' });
    expect(await usedAt('p')).toBeUndefined();
    await expect(attached(office, [body.sha256], 'p')).resolves.toHaveLength(1);
  });

  it('what nobody uses is dropped after seven days; what is used, or was uploaded again, stays', async () => {
    const used = (await upload(bytesOf('用了'), 'used.txt')).body.sha256;
    const unused = (await upload(bytesOf('没用'), 'unused.txt')).body.sha256;
    const again = (await upload(bytesOf('又传'), 'again.txt')).body.sha256;
    await attached(commerce, [used], 'milestone:7');
    const store = evidenceOf(test.kernel.services, '110112');
    const aged = async () => {
      for (const hash of [used, unused, again])
        await utimes(filePath(store, hash), new Date('2026-03-01'), new Date('2026-03-01')).catch(() => {});
    };
    await aged();
    const there = () => Promise.all([used, unused, again].map((hash) => hasFile(store, hash)));
    clock.moveTo(new Date('2026-03-08T02:00:00Z'));
    await sweepEvidence(test.kernel);
    expect(await there()).toEqual([true, true, true]);
    await upload(bytesOf('又传'), 'again.txt');
    await aged();
    clock.moveTo(new Date('2026-03-09T02:00:01Z'));
    await sweepEvidence(test.kernel);
    expect(await there()).toEqual([true, false, true]);
    await expect(attached(commerce, [unused], 'p')).rejects.toMatchObject({ code: 'evidence-unknown' });
    expect((await upload(bytesOf('没用'), 'unused.txt')).body.isNew).toBe(true);
  });
});
