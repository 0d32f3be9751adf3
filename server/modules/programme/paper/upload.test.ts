import type { FastifyInstance } from 'fastify';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staff, testKernel } from '../../../../tests/kernel.ts';
import { type Actor, visitor } from '../../../kernel/actor/actor.ts';
import type { Kernel } from '../../../kernel/command/run.ts';
import { createApp } from '../../../kernel/http/app.ts';
import { kernelWords } from '../../../kernel/http/errors.ts';
import { nobody } from '../../../kernel/http/identity.ts';
import { languageOf } from '../../../kernel/http/language.ts';
import { recordKinds } from '../../records/catalogue.ts';
import { samplePaper } from '../draft/papers.fixture.ts';
import { programme } from '../module.ts';

let app: FastifyInstance;
let kernel: Kernel;
let close: () => Promise<void>;
let actor: Actor = staff({ role: 'programme-office' });

beforeAll(async () => {
  ({ kernel, close } = await testKernel(recordKinds));
  const host = {
    kernel,
    identify: async () => actor,
    knownOutside: async () => nobody,
    districtOf: async () => ({ code: '110112', name: { zh: '通州区', en: 'Tongzhou' }, startsOn: '2025-01-01' }),
    languageOf,
    words: new Map([...Object.entries(kernelWords), ...Object.entries(programme.words ?? {})]),
    isDemo: false,
    publicAddress: 'http://127.0.0.1',
  };
  app = await createApp(host, [programme], { logger: false, trustProxy: [], version: '0' });
});
afterAll(async () => {
  await app.close();
  await close();
});

async function upload(bytes: Uint8Array, name: string) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const request = new Request('http://x', { method: 'POST', body: form });
  const payload = Buffer.from(await request.arrayBuffer());
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const answer = await app.inject({ method: 'POST', url: '/api/programme/papers', payload, headers });
  return { status: answer.statusCode, body: answer.json() };
}
const text = (words: string) => new TextEncoder().encode(words);

describe('a paper is uploaded', () => {
  it('read, kept, drafted and shown over HTTP', async () => {
    const { status, body } = await upload(text(samplePaper()), '样例方案.txt');
    expect([status, body.isNew]).toEqual([200, true]);
    const paper = (await app.inject(`/api/programme/papers/${body.paper}`)).json();
    expect(paper).toMatchObject({ name: '样例方案.txt', measures: 3, figures: 4, draft: null });
    const started = await app.inject({ method: 'POST', url: `/api/programme/papers/${body.paper}/draft` });
    const draft = (await app.inject(`/api/programme/drafts/${started.json().draft}`)).json();
    expect(draft).toMatchObject({ paperName: '样例方案.txt', revision: 1 });
    expect(draft.findings.find(({ code }: { code: string }) => code === 'doubt-no-record').said.zh).toContain(
      '没有找到合适的记录',
    );
    const saved = await app.inject({
      method: 'PUT',
      url: `/api/programme/drafts/${draft.draft}`,
      payload: { revision: 1, content: draft.content },
    });
    expect(saved.json()).toMatchObject({ revision: 2 });
    expect((await app.inject('/api/programme/kinds')).json()).toContainEqual(
      expect.objectContaining({ name: 'training.completed' }),
    );
  });

  it('long ones in a thread of their own, with the same answer', async () => {
    const long = `${samplePaper({ trained: '4000人次' })}\n附件\n${'以下为空白说明。'.repeat(4000)}\n`;
    const { status, body } = await upload(text(long), 'long.txt');
    expect(status).toBe(200);
    expect((await app.inject(`/api/programme/papers/${body.paper}`)).json()).toMatchObject({
      measures: 3,
      figures: 4,
      text: long,
    });
  });

  it('in GB18030 as well as in UTF-8', async () => {
    const gb18030 = Uint8Array.from(
      [...'一、组织'].flatMap(
        (letter) => ({ 一: [0xd2, 0xbb], '、': [0xa1, 0xa2], 组: [0xd7, 0xe9], 织: [0xd6, 0xaf] })[letter] ?? [],
      ),
    );
    const { body } = await upload(gb18030, 'gb.txt');
    expect((await app.inject(`/api/programme/papers/${body.paper}`)).json().text).toBe('一、组织');
  });

  it.each([
    ['an empty file', new Uint8Array(), 'empty.txt', 422, 'paper-empty'],
    ['a file of spaces', text(' \n \n'), 'blank.txt', 422, 'paper-empty'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      'photo.png',
      422,
      'paper-not-text',
    ],
    ['a text with a NUL far inside', text(`${'一'.repeat(3000)}\0`), 'nul.txt', 422, 'paper-not-text'],
    ['a PDF', text('%PDF-1.7\n'), 'paper.pdf', 422, 'paper-is-pdf'],
    [
      'an old Word file',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'paper.doc',
      422,
      'paper-is-old-word',
    ],
    ['a torn .docx', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'torn.docx', 422, 'paper-damaged'],
    ['a .zip that is no Word file', zipSync({ 'a.txt': text('x') }), 'a.docx', 422, 'paper-damaged'],
    ['a book', text('一'.repeat(1_600_000)), 'book.txt', 422, 'paper-too-long'],
    ['six megabytes', new Uint8Array(6 * 1024 * 1024).fill(0x41), 'big.txt', 413, 'paper-too-large'],
  ])('and %s is refused with what to do', async (_, bytes, name, status, code) => {
    const answer = await upload(bytes, name);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.message).toContain(name);
    expect(answer.body.message).not.toMatch(/[{}]/);
  });

  it('and a .docx that unfolds to more than any paper hurts only its sender', async () => {
    const huge = zipSync({
      'word/document.xml': new Uint8Array(80 * 1024 * 1024),
      '[Content_Types].xml': text('<Types/>'),
    });
    const started = performance.now();
    const waiting = upload(huge, 'bomb.docx');
    let slowest = 0;
    for (let i = 0; i < 5; i += 1) {
      const asked = performance.now();
      await app.inject('/api/programme/versions');
      slowest = Math.max(slowest, performance.now() - asked);
    }
    expect((await waiting).body.code).toMatch(/^paper-(damaged|too-long|takes-too-long|too-large|empty)$/);
    expect(performance.now() - started).toBeLessThan(25_000);
    expect(slowest, 'another reader meanwhile, in ms').toBeLessThan(1000);
  }, 120_000);

  it('and a request without a file says so', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/programme/papers', payload: {} });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'paper-missing']);
  });

  it('only by the programme office', async () => {
    const kept = actor;
    actor = staff({ role: 'leader' });
    expect((await upload(text('x'), 'x.txt')).status).toBe(403);
    actor = visitor;
    expect((await upload(text('x'), 'x.txt')).status).toBe(401);
    actor = kept;
  });
});
